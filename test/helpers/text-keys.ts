/** Which keys of the text tables no code reads, asked of the compiler's own types; the test of texts asks. */
import { type Node, type SourceFile } from 'typescript/unstable/ast';
import * as is from 'typescript/unstable/ast/is';
import type { API, Project } from 'typescript/unstable/sync';
import { type Key, membersOf, placeOf, readsOf } from './text-reads.ts';

export interface Asked {
  compiler: API;
  /** Absolute paths of the configurations whose files are asked. */
  projects: readonly string[];
  /** Whether the file of this absolute path holds tables. */
  isTable: (path: string) => boolean;
  /** Whether the file of this absolute path counts as code that reads them. */
  isReader: (path: string) => boolean;
  textOf: (path: string) => string;
}

/** Such files read most keys; with them first, hardly one is left for which the others are asked. */
const LIKELY = /\btexts\b|\/text\/|\b(say|words)\b\./;

/** @returns how many keys there are, and `/path/job.ts came.offices` of each that nothing reads. */
export function unreadKeys({ compiler, projects, isTable, isReader, textOf }: Asked): {
  keys: number;
  unread: string[];
} {
  const opened = compiler.updateSnapshot({ openProjects: [...projects] }).getProjects();
  const left = new Map(opened.flatMap((project) => keysOf(project, isTable)));
  const keys = left.size;
  const seen = new Set<string>();
  const readers = opened.map((project) => ({
    project,
    read: readsOf(project, left),
    files: project.program
      .getSourceFileNames()
      .filter((path) => isReader(path) && !seen.has(path) && seen.add(path))
      .map((path) => ({ path, text: textOf(path) })),
  }));
  const isDone = (): boolean => [...left.values()].every(({ byWord }) => byWord);
  // the compiler is another process: it is asked of many files at once
  for (const isLikely of [true, false])
    for (const { project, read, files } of readers) {
      const own = isDone() ? [] : files.filter(({ text }) => LIKELY.test(text) === isLikely);
      if (own.length > 0) read(own.map(({ path }) => project.program.getSourceFile(path)!));
    }
  for (const { project, files } of readers) {
    const words = [...left.values()].filter(({ byWord }) => byWord).map(({ word }) => word);
    const own = files.filter(
      ({ path, text }) => !isTable(path) && words.some((word) => text.includes(word) || text.includes('${')),
    );
    hearWords(
      project,
      own.map(({ path }) => project.program.getSourceFile(path)!),
      left,
    );
  }
  return { keys, unread: [...left.values()].map(({ path, name }) => `${path} ${name}`).toSorted() };
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

/** Takes the keys whose names the files say as words from those that are left; a type that lists words says none. */
function hearWords({ checker }: Project, files: readonly SourceFile[], left: Map<string, Key>): void {
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
  for (const file of files) see(file);
  for (const type of checker.getTypeAtLocation(composed))
    for (const one of membersOf(type)) if (one.isStringLiteralType()) said.add(one.value);
  for (const [place, { word }] of open) if (said.has(word)) left.delete(place);
}
