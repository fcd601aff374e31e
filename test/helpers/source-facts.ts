/** What the architecture test needs to know of one source file, read from its syntax tree. */
import { type Node, parseSync } from 'oxc-parser';

export interface Import {
  /** As written: `./x.ts` or `zod`. */
  from: string;
  typeOnly: boolean;
}

export interface SourceFacts {
  imports: Import[];
  /** Names it gives out as its own, a type and its value of one name once. */
  exports: string[];
  /** Lines that read the environment. */
  environment: number[];
  /** Lines that read the clock of the machine. */
  clock: number[];
  /** Lines with Thai letters in code; comments do not count. */
  thai: number[];
  /** Lines with a default export. */
  defaultExports: number[];
  /** Names of classes that are not errors. */
  classes: string[];
  beginsWithSentence: boolean;
  lines: number;
}

const THAI = /[\u0E00-\u0E7F]/;

/** @param name decides between TypeScript and TSX. @throws when the file does not parse. */
export function readFacts(name: string, source: string): SourceFacts {
  const { program, module, errors } = parseSync(name, source);
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message}`);
  const facts: SourceFacts = {
    imports: [],
    exports: [],
    environment: [],
    clock: [],
    thai: [],
    defaultExports: [],
    classes: [],
    beginsWithSentence: /^\/\*\*?\s[^]{10,}?[.:][^]*?\*\//.test(source),
    lines: source.trimEnd().split('\n').length,
  };
  for (const each of module.staticImports) {
    const typeOnly = each.entries.length > 0 && each.entries.every((entry) => entry.isType);
    facts.imports.push({ from: each.moduleRequest.value, typeOnly });
  }
  const brought = new Set(
    module.staticImports.flatMap(({ entries }) => entries.map((one) => one.localName.value)),
  );
  const own = new Set<string>();
  for (const entry of module.staticExports.flatMap((each) => each.entries)) {
    if (entry.moduleRequest) facts.imports.push({ from: entry.moduleRequest.value, typeOnly: entry.isType });
    else if (entry.exportName.name && !brought.has(entry.localName.name ?? ''))
      own.add(entry.exportName.name);
  }
  facts.exports = [...own];
  const lineAt = (offset: number): number => source.slice(0, offset).split('\n').length;
  visit(program, (node) => {
    const { start } = node;
    if (node.type === 'ImportExpression') facts.imports.push({ from: textOf(node.source), typeOnly: false });
    if (node.type === 'TSImportType') facts.imports.push({ from: textOf(node.source), typeOnly: true });
    if (readsEnvironment(node)) facts.environment.push(lineAt(start));
    if (readsClock(node)) facts.clock.push(lineAt(start));
    if (THAI.test(wordsOf(node, source))) facts.thai.push(lineAt(start));
    if (node.type === 'ExportDefaultDeclaration') facts.defaultExports.push(lineAt(start));
    if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') {
      const parent = node.superClass?.type === 'Identifier' ? node.superClass.name : '';
      if (!parent.endsWith('Error')) facts.classes.push(node.id?.name ?? '(no name)');
    }
  });
  return facts;
}

/** Shows every node of a tree, each before those inside it. */
export function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, see);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function textOf(node: Node): string {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : '(computed)';
}

function isName(node: Node | null, name: string): boolean {
  return node?.type === 'Identifier' && node.name === name;
}

function property(node: Node): string | null {
  if (node.type !== 'MemberExpression') return null;
  return node.property.type === 'Identifier' ? node.property.name : textOf(node.property);
}

/** `process.env`, `process['env']`, `const { env } = process`, and anything from node:process. */
function readsEnvironment(node: Node): boolean {
  if (node.type === 'MemberExpression') return isName(node.object, 'process') && property(node) === 'env';
  if (node.type === 'ImportDeclaration') return /^(node:)?process$/.test(node.source.value);
  return node.type === 'VariableDeclarator' && isName(node.init, 'process');
}

/** `new Date()`, `Date()` and `Date.now()`; a date made from something is no reading of the clock. */
function readsClock(node: Node): boolean {
  if (node.type === 'NewExpression') return isName(node.callee, 'Date') && node.arguments.length === 0;
  if (node.type === 'MemberExpression') return isName(node.object, 'Date') && property(node) === 'now';
  return node.type === 'CallExpression' && isName(node.callee, 'Date');
}

/** The text of a node that is one word, string, template or pattern of the code. */
function wordsOf(node: Node, source: string): string {
  const words = ['Literal', 'TemplateElement', 'JSXText', 'Identifier'];
  return words.includes(node.type) ? source.slice(node.start, node.end) : '';
}
