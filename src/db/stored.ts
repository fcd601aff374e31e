/** What is read of a collection must be what its schema declares; schema.ts holds mongoose's look-ups against it, the few by the driver itself call checkStored. */
import type { Schema, SchemaType } from 'mongoose';
import { z } from 'zod';
import { bytesShape } from './shapes.ts';

/** A document that this code cannot mean: of a later version, or written by hand. Nothing is done on the strength of it. */
export class UnreadableDocument extends Error {
  readonly id: string;
  constructor(
    collection: string,
    id: unknown,
    issue: Pick<z.core.$ZodIssue, 'path' | 'message'> | undefined,
  ) {
    super(`${collection} ${String(id)}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
    this.name = 'UnreadableDocument';
    this.id = String(id);
  }
}

interface Shapes {
  whole: z.ZodType;
  /** Of some of its fields, as a look-up asked for them. */
  part: z.ZodType;
}

const shapes = new WeakMap<Schema, Shapes>();
const LOOK_UPS = ['find', 'findOne', 'findOneAndUpdate', 'findOneAndDelete'] as const;

/** @throws UnreadableDocument, by every look-up of a model of that schema. */
export function checkReads(schema: Schema): void {
  schema.post([...LOOK_UPS], function (found: unknown) {
    const rows = Array.isArray(found) ? found : found === null || found === undefined ? [] : [found];
    checkStored(this.model, rows, this.projection() ? 'part' : 'whole');
  });
}

/**
 * @param how whole documents, or some of their fields.
 * @returns the same rows.
 * @throws UnreadableDocument for the first that is not what the schema declares.
 */
export function checkStored<T>(
  model: { schema: object; collection: { name: string } },
  rows: readonly T[],
  how: keyof Shapes,
): readonly T[] {
  const shape = shapesOf(model.schema as Schema)[how];
  for (const row of rows) {
    const read = shape.safeParse(row);
    if (!read.success)
      throw new UnreadableDocument(
        model.collection.name,
        (row as { _id?: unknown })._id,
        read.error.issues[0],
      );
  }
  return rows;
}

/**
 * Of documents of many offices: what cannot be read stops none of the others.
 * @param rows whole documents. @param unreadable is told of each that is left out.
 * @returns those that are what the schema declares.
 */
export function readableOf<T>(
  model: { schema: object; collection: { name: string } },
  rows: readonly T[],
  unreadable: (fault: UnreadableDocument, row: T) => void,
): T[] {
  return rows.filter((row) => {
    try {
      checkStored(model, [row], 'whole');
      return true;
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      unreadable(error, row);
      return false;
    }
  });
}

/**
 * Reads what belongs to many in one go; where that meets something unreadable, each by itself, so that it stops its own alone.
 * @param read of some of them. @param alone what stands for one that cannot be read.
 */
export async function readApart<One, Read>(
  many: readonly One[],
  read: (some: readonly One[]) => Promise<Read[]>,
  alone: (one: One, fault: UnreadableDocument) => Read[],
): Promise<Read[]> {
  try {
    return await read(many);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    const [one] = many;
    if (many.length <= 1) return one === undefined ? [] : alone(one, error);
    const apart: Read[] = [];
    for (const each of many) apart.push(...(await readApart([each], read, alone)));
    return apart;
  }
}

function shapesOf(schema: Schema): Shapes {
  let known = shapes.get(schema);
  if (!known) {
    const fields: Record<string, z.ZodType> = {};
    const required: Record<string, true> = {};
    schema.eachPath((path, type) => {
      fields[path] = fieldOf(path, type);
      if (type.isRequired) required[path] = true;
    });
    // a field that a later version added is none of ours
    const part = z.looseObject(fields).partial();
    known = { part, whole: part.required(required) };
    shapes.set(schema, known);
  }
  return known;
}

function fieldOf(path: string, type: SchemaType): z.ZodType {
  const shape = shapeOf(path, type);
  return type.isRequired ? shape : shape.nullable();
}

function shapeOf(path: string, type: SchemaType): z.ZodType {
  const { shape, enum: words } = type.options as { shape?: z.ZodType; enum?: readonly string[] };
  if (shape) return shape;
  switch (type.instance) {
    case 'String':
      return words ? z.enum(words) : z.string();
    case 'Number':
      return z.number();
    case 'Boolean':
      return z.boolean();
    case 'Date':
      return z.date();
    case 'Buffer':
      return bytesShape;
    case 'Array':
      return z.array(fieldOf(path, (type as { embeddedSchemaType?: SchemaType }).embeddedSchemaType!));
    default:
      throw new Error(`${path}: what is stored here has no shape`);
  }
}
