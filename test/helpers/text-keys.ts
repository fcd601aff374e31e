/** Which keys of the text tables no code reads, asked of the compiler's own types; the test of texts asks. */
import { type Node, type SourceFile } from 'typescript/unstable/ast';
import * as is from 'typescript/unstable/ast/is';
import { API, type APIOptions, type Project } from 'typescript/unstable/sync';
import { type Key, membersOf, placeOf, readsOf } from './text-reads.ts';

export interface Asked {
  /** Absolute paths of the configurations whose files are asked. */
  projects: readonly string[];
  /** Whether the file of this absolute path holds tables. */
  isTable: (path: string) => boolean;
  /** Whether the file of this absolute path counts as code that reads them. */
  isReader: (path: string) => boolean;
  /** Files in memory, for the test of this. */
  fs?: APIOptions['fs'];
}

/** Such files read most keys; with them first, hardly one is left for which the others are asked. */
const LIKELY = /\btexts\b|\/text\/|\b(say|words)\b\./;

/** @returns how many keys there are, and `/path/job.ts came.offices` of each that nothing reads. */
export function unreadKeys({ projects, isTable, isReader, fs }: Asked): { keys: number; unread: string[] } {
  const api = new API(fs ? { fs } : {});
  try {
    const opened = api.updateSnapshot({ openProjects: [...projects] }).getProjects();
    const left = new Map(opened.flatMap((project) => keysOf(project, isTable)));
    const keys = left.size;
    const seen = new Set<string>();
    const files = opened.flatMap((project) => {
      const read = readsOf(project, left);
      return project.program
        .getSourceFileNames()
        .filter((path) => isReader(path) && !seen.has(path) && seen.add(path))
        .map((path) => project.program.getSourceFile(path)!)
        .map((file) => ({ project, file, read, later: LIKELY.test(file.text) ? 0 : 1 }));
    });
    const isDone = (): boolean => [...left.values()].every(({ byWord }) => byWord);
    for (const { file, read } of files.toSorted((a, b) => a.later - b.later)) if (!isDone()) read(file);
    for (const { project, file } of files)
      if (left.size > 0 && !isTable(file.fileName)) hearWords(project, file, left);
    return { keys, unread: [...left.values()].map(({ path, name }) => `${path} ${name}`).toSorted() };
  } finally {
    api.close();
  }
}

/** Keys of the objects that constants of tables are, and of objects in those. What an annotation demands is not the table's choice. */
function keysOf({ program }: Project, isTable: (path: string) => boolean): [string, Key][] {
  const found: [string, Key][] = [];
  const walk = (value: Node, above: string, byWord: boolean, path: string): void => {
    if (is.isSatisfiesExpression(value) || is.isParenthesizedExpression(value))
      walk(value.expression, above, byWord, path);
    if (is.isAsExpression(value)) walk(value.expression, above, !isConst(value.type), path);
    if (!is.isObjectLiteralExpression(value)) return;
    for (const each of value.properties) {
      if (is.isSpreadAssignment(each) || !each.name || is.isComputedPropertyName(each.name)) continue;
      const word = each.name.text;
      const name = above + word;
      found.push([placeOf(path, each), { path, name, word, byWord }]);
      if (is.isPropertyAssignment(each)) walk(each.initializer, `${name}.`, byWord, path);
    }
  };
  for (const name of program.getSourceFileNames().filter(isTable)) {
    const file = program.getSourceFile(name)!;
    for (const statement of file.statements) {
      if (!is.isVariableStatement(statement)) continue;
      for (const { type, initializer } of statement.declarationList.declarations)
        if (!type && initializer) walk(initializer, '', false, file.path);
    }
  }
  return found;
}

function isConst(type: Node): boolean {
  return is.isTypeReferenceNode(type) && is.isIdentifier(type.typeName) && type.typeName.text === 'const';
}

/** Takes the keys whose names the file says as words from those that are left; a type that lists words says none. */
function hearWords({ checker }: Project, file: SourceFile, left: Map<string, Key>): void {
  const open = [...left].filter(([, { byWord }]) => byWord);
  const said = new Set<string>();
  const composed: Node[] = [];
  const see = (node: Node): void => {
    if (is.isStringLiteral(node) && !is.isLiteralTypeNode(node.parent)) said.add(node.text);
    if (is.isTemplateExpression(node)) {
      const pieces = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      const pattern = new RegExp(`^${pieces.map((piece) => piece.replace(/\W/g, '\\$&')).join('.+')}$`);
      if (open.some(([, { word }]) => pattern.test(word))) composed.push(node);
    }
    node.forEachChild(see);
  };
  see(file);
  for (const type of checker.getTypeAtLocation(composed))
    for (const one of membersOf(type)) if (one.isStringLiteralType()) said.add(one.value);
  for (const [place, { word }] of open) if (said.has(word)) left.delete(place);
}
