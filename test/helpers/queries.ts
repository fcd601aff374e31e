/** What the code asks of MongoDB, read from its syntax trees: each filter, and whether it names the office or ids; the test of tenants asks. */
import { type Node, parseSync } from 'oxc-parser';
import { visit } from './source-facts.ts';

export interface Query {
  /** `src/db/inbox.ts findOpenEvents` */
  where: string;
  /** The filter as it is written. */
  filter: string;
  /** `office`, `id`, or null where it names neither. */
  by: 'office' | 'id' | null;
}

const ASKS = new Set([
  'find',
  'findOne',
  'findById',
  'exists',
  'distinct',
  'countDocuments',
  'estimatedDocumentCount',
  'updateOne',
  'updateMany',
  'replaceOne',
  'deleteOne',
  'deleteMany',
  'findOneAndUpdate',
  'findOneAndDelete',
  'aggregate',
]);
/** In lists of writes and of bulk writes. */
const FILTERS = new Set(['where', 'filter']);

/** @param path for its name and language. @returns every query and write of the file. */
export function queriesIn(path: string, source: string): Query[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const functions: { name: string; from: number; to: number; body: Node | null }[] = [];
  const constants: { name: string; value: Node; at: number }[] = [];
  visit(program, (node) => {
    if (node.type === 'FunctionDeclaration' && node.id)
      functions.push({ name: node.id.name, from: node.start, to: node.end, body: node.body });
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || !node.init) return;
    constants.push({ name: node.id.name, value: node.init, at: node.start });
    if (node.init.type === 'ArrowFunctionExpression')
      functions.push({ name: node.id.name, from: node.start, to: node.end, body: node.init.body });
  });
  const nameAt = (at: number): string =>
    functions.findLast(({ from, to }) => from <= at && at < to)?.name ?? '(top)';
  const found: Query[] = [];
  const add = (at: number, filter: Node | undefined): void => {
    const by = filter ? named(filter, at, 0) : null;
    const text = filter ? source.slice(filter.start, filter.end) : '';
    found.push({ where: `${path} ${nameAt(at)}`, filter: text.replace(/\s+/g, ' '), by });
  };

  /** A filter that is a name is looked up where it was last made before. */
  function named(node: Node, at: number, deep: number): Query['by'] {
    if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression')
      return named(node.expression, at, deep);
    if (node.type === 'ConditionalExpression') {
      const both = [node.consequent, node.alternate].map((one) => named(one, at, deep));
      return both.includes(null) ? null : both[0]!;
    }
    if (node.type === 'Identifier' && deep < 4) {
      const made = constants.findLast((one) => one.name === node.name && one.at < at);
      return made ? named(made.value, made.at, deep + 1) : null;
    }
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier') {
      const { name } = node.callee;
      const made = returnedBy(functions.find((one) => one.name === name)?.body ?? null);
      return made && deep < 4 ? named(made, made.start, deep + 1) : null;
    }
    if (node.type === 'ArrayExpression') return stageOf(node, at, deep);
    if (node.type !== 'ObjectExpression') return null;
    const keys = node.properties.flatMap((one) =>
      one.type === 'Property' && one.key.type === 'Identifier' ? [one.key.name] : [],
    );
    if (keys.includes('office')) return 'office';
    if (keys.includes('_id')) return 'id';
    const spread = node.properties.flatMap((one) => (one.type === 'SpreadElement' ? [one.argument] : []));
    return spread.map((one) => named(one, at, deep)).find((one) => one !== null) ?? null;
  }

  /** What a function of the same file makes, where it makes one thing. */
  function returnedBy(body: Node | null): Node | null {
    if (body?.type === 'ParenthesizedExpression') return body.expression;
    if (body?.type !== 'BlockStatement') return body;
    const last = body.body.at(-1);
    return last?.type === 'ReturnStatement' ? last.argument : null;
  }

  /** A pipeline's first stage. */
  function stageOf(node: Node, at: number, deep: number): Query['by'] {
    if (node.type !== 'ArrayExpression') return null;
    const [first] = node.elements;
    const match = first?.type === 'ObjectExpression' ? first.properties[0] : undefined;
    return match?.type === 'Property' ? named(match.value, at, deep) : null;
  }

  visit(program, (node) => {
    if (node.type === 'Property' && node.key.type === 'Identifier' && FILTERS.has(node.key.name))
      if (node.value.type !== 'ArrowFunctionExpression') add(node.start, node.value);
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return;
    const { object, property } = node.callee;
    if (property.type !== 'Identifier' || !ASKS.has(property.name)) return;
    const on = source.slice(object.start, object.end);
    const [first] = node.arguments;
    // lists are searched by a function
    if (
      first?.type === 'ArrowFunctionExpression' ||
      !/(models|collection|rows\(|\b(inbox|outbox|links|members|offices|evidence|weblinks|websessions|slots|marks|conversations)\b)/.test(
        on,
      )
    )
      return;
    if (property.name === 'findById')
      found.push({ where: `${path} ${nameAt(node.start)}`, filter: '', by: 'id' });
    else
      add(
        node.start,
        property.name === 'distinct' ? (node.arguments[1] as Node | undefined) : (first as Node | undefined),
      );
  });
  return found;
}
