/** What files of code read of the text tables, by the compiler's types: by name, by pattern, by key, and as a whole; `text-keys.ts` counts by it. */
import {
  type ElementAccessExpression,
  type Expression,
  type MemberName,
  type Node,
  type ObjectBindingPattern,
  type SourceFile,
  SyntaxKind,
} from 'typescript/unstable/ast';
import * as is from 'typescript/unstable/ast/is';
import { type Project, type Symbol, type Type, TypeFlags } from 'typescript/unstable/sync';

export interface Key {
  path: string;
  /** `came.offices` */
  name: string;
  /** `offices` */
  word: string;
  /** Looked up by whatever word comes: read where the code says its name as a word. */
  byWord: boolean;
}

/** By which a key is known wherever the compiler names it. */
export const placeOf = (path: string, node: Node): string => `${path}:${node.pos}`;

const unions = new WeakMap<Type, readonly Type[]>();

/** The kinds that a type is one of. */
export function membersOf(type: Type | undefined): readonly Type[] {
  if (!type) return [];
  if (!type.isUnionType()) return [type];
  const members = unions.get(type) ?? type.getTypes();
  unions.set(type, members);
  return members;
}

/** @returns what takes the keys that files read from those that are left. */
export function readsOf(project: Project, left: Map<string, Key>): (files: readonly SourceFile[]) => void {
  const { checker } = project;
  const paths = new Set([...left.values()].map(({ path }) => path));
  const words = new Set([...left.values()].map(({ word }) => word));
  const known = new Map<number, boolean>();
  const named = new Set<string>();

  /** Of the kinds a type is one of, the objects that stand in tables. */
  const tablesOf = (type: Type | undefined): readonly Type[] => membersOf(type).filter(isTable);

  function isTable(type: Type): boolean {
    const before = known.get(type.id);
    if (before !== undefined) return before;
    const declared = type.isObjectType() ? (type.getSymbol()?.declarations ?? []) : [];
    const found = declared.some(
      ({ path, kind }) => kind === SyntaxKind.ObjectLiteralExpression && paths.has(path),
    );
    known.set(type.id, found);
    return found;
  }

  function placesOf(symbol: Symbol | undefined): string[] {
    return (symbol?.declarations ?? []).flatMap((handle) => {
      const node = paths.has(handle.path) ? handle.resolve(project) : undefined;
      return node ? [placeOf(handle.path, node)] : [];
    });
  }

  function takeSymbol(symbol: Symbol | undefined): void {
    for (const place of placesOf(symbol)) left.delete(place);
  }

  /** @param type a table, or what was made of one, as by spreading it. */
  function takeName(type: Type, name: string): void {
    if (!words.has(name)) return;
    for (const one of membersOf(type)) {
      if (!one.isObjectType() || named.has(`${one.id} ${name}`)) continue;
      named.add(`${one.id} ${name}`);
      takeSymbol(checker.getPropertyOfType(one, name));
    }
  }

  /** @param deep whether what stands below counts as read too. */
  function takeAll(type: Type | undefined, deep: boolean): void {
    for (const table of tablesOf(type))
      for (const symbol of checker.getPropertiesOfType(table)) {
        takeSymbol(symbol);
        if (deep) takeAll(checker.getTypeOfSymbol(symbol), deep);
      }
  }

  /** The table is looked up by whatever word comes. */
  function leaveToWords(type: Type): void {
    for (const symbol of tablesOf(type).flatMap((table) => checker.getPropertiesOfType(table)))
      for (const place of placesOf(symbol)) {
        const key = left.get(place);
        if (key) key.byWord = true;
      }
  }

  /** `table[key]`: what the type of the key allows. */
  function takeKeyed(type: Type, key: Type | undefined): void {
    const keys = membersOf(
      key && key.flags & TypeFlags.Instantiable ? checker.getBaseConstraintOfType(key) : key,
    );
    const words = keys.flatMap((one) => (one.isStringLiteralType() ? [one.value] : []));
    if (words.length < keys.length) takeAll(type, false);
    for (const word of words) takeName(type, word);
  }

  /** A table given to where another type is wanted: what that type names is read, and all where it names nothing. */
  function takeGiven(type: Type, wanted: Type | undefined): void {
    for (const want of membersOf(wanted)) {
      if (want.flags & (TypeFlags.Primitive | TypeFlags.TypeParameter) || isTable(want)) continue;
      const named = want.isObjectType() ? checker.getPropertiesOfType(want) : [];
      if (checker.getIndexInfosOfType(want).length > 0) leaveToWords(type);
      else if (named.length === 0) takeAll(type, true);
      for (const asked of named) {
        takeName(type, asked.name);
        for (const table of tablesOf(type)) {
          const own = checker.getPropertyOfType(table, asked.name);
          const below = own && checker.getTypeOfSymbol(own);
          if (below) takeGiven(below, checker.getTypeOfSymbol(asked));
        }
      }
    }
  }

  function wantedAt(node: Expression): Type | undefined {
    const { parent } = node;
    if (is.isAsExpression(parent)) return checker.getTypeFromTypeNode(parent.type);
    if (is.isSpreadAssignment(parent)) return checker.getContextualType(parent.parent as Expression);
    return checker.getContextualType(node);
  }

  return (files) => {
    const { names, patterns, keyed, given } = placesIn(files);
    for (const symbol of checker.getSymbolAtLocation(names.filter(({ text }) => words.has(text))))
      takeSymbol(symbol);
    checker.getTypeAtLocation(patterns).forEach((type, at) => {
      for (const { dotDotDotToken, propertyName, name } of type ? patterns[at]!.elements : []) {
        const read = propertyName ?? name;
        if (dotDotDotToken) takeAll(type, true);
        else if (read && 'text' in read) takeName(type!, read.text);
      }
    });
    const keys = checker.getTypeAtLocation(keyed.map((one) => one.argumentExpression));
    checker.getTypeAtLocation(keyed.map((one) => one.expression)).forEach((type, at) => {
      if (type) takeKeyed(type, keys[at]);
    });
    checker.getTypeAtLocation(given).forEach((type, at) => {
      const node = given[at]!;
      if (!type || tablesOf(type).length === 0) return;
      if (isGoneThrough(node)) takeAll(type, true);
      // among others of its kind: the compiler knows the kind from then on, not the table
      else if (is.isArrayLiteralExpression(node.parent)) takeAll(type, false);
      else takeGiven(type, wantedAt(node));
    });
  };
}

/** Where files may read of a table: `.name`, `{ name }`, `[key]`, and a table given on as a whole. */
function placesIn(files: readonly SourceFile[]) {
  const names: MemberName[] = [];
  const patterns: ObjectBindingPattern[] = [];
  const keyed: ElementAccessExpression[] = [];
  const given: Expression[] = [];
  const see = (node: Node): void => {
    if (is.isPropertyAccessExpression(node)) names.push(node.name);
    if (is.isObjectBindingPattern(node)) patterns.push(node);
    if (is.isElementAccessExpression(node)) keyed.push(node);
    if (isGiven(node)) given.push(node as Expression);
    node.forEachChild(see);
  };
  for (const file of files) see(file);
  return { names, patterns, keyed, given };
}

/** `Object.entries(table)`, `JSON.stringify(table)`, `for (const key in table)`. */
function isGoneThrough({ parent }: Node): boolean {
  if (is.isForInStatement(parent)) return true;
  if (!is.isCallExpression(parent) || !is.isPropertyAccessExpression(parent.expression)) return false;
  const { expression } = parent.expression;
  return is.isIdentifier(expression) && /^(Object|JSON)$/.test(expression.text);
}

const VALUES = [
  is.isIdentifier,
  is.isPropertyAccessExpression,
  is.isElementAccessExpression,
  is.isCallExpression,
];

const GIVE_ON = [
  is.isShorthandPropertyAssignment,
  is.isSpreadAssignment,
  is.isSpreadElement,
  is.isArrayLiteralExpression,
  is.isReturnStatement,
  is.isAsExpression,
  is.isForInStatement,
  is.isJsxExpression,
  is.isJsxSpreadAttribute,
];

/** A value that goes on as it is: to a function, a field, a result, a cast. */
function isGiven(node: Node): boolean {
  if (!VALUES.some((fits) => fits(node))) return false;
  const { parent } = node;
  if (is.isCallExpression(parent) || is.isNewExpression(parent)) return parent.expression !== node;
  if (is.isPropertyAssignment(parent)) return parent.initializer === node;
  // what is named otherwise is asked for where it is read
  if (is.isVariableDeclaration(parent)) return parent.initializer === node && parent.type !== undefined;
  if (is.isArrowFunction(parent)) return parent.body === node;
  if (is.isBinaryExpression(parent)) return parent.right === node;
  if (is.isConditionalExpression(parent)) return parent.condition !== node;
  return GIVE_ON.some((fits) => fits(parent));
}
