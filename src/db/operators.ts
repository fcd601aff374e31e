/** Operators: people who look after the offices of an installation and belong to none; the operator-link command makes them, sessions find them. */
import type { Models } from './collections.ts';
import { defineSchema, requiredDate, requiredText } from './schema.ts';

export interface OperatorDocument {
  _id: string;
  /** Of no office. */
  office: '-';
  name: string;
  createdAt: Date;
}

export interface Operator {
  id: string;
  name: string;
}

export const operatorSchema = defineSchema<OperatorDocument>({ name: requiredText, createdAt: requiredDate });
/** Two commands at once make one of that name. */
operatorSchema.index({ office: 1, name: 1 }, { unique: true });

export async function findOperator(models: Models, id: string): Promise<Operator | null> {
  const found = await models.operators.findOne({ _id: id, office: '-' }).lean<OperatorDocument>();
  return found && { id: found._id, name: found.name };
}

/** @returns all, by name. */
export async function findOperators(models: Models): Promise<Operator[]> {
  const found = await models.operators.find({ office: '-' }).sort({ name: 1 }).lean<OperatorDocument[]>();
  return found.map(({ _id, name }) => ({ id: _id, name }));
}
