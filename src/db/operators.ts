/** Operators: people who look after the offices of an installation and belong to none; the operator-link command makes them, sessions find them. */
import type { Language } from '../domain/member.ts';
import type { Models } from './collections.ts';
import { defineSchema, requiredDate, requiredText } from './schema.ts';

export interface OperatorDocument {
  _id: string;
  /** Of no office. */
  office: '-';
  name: string;
  language: Language;
  createdAt: Date;
}

export type Operator = Omit<OperatorDocument, '_id' | 'office' | 'createdAt'> & { id: string };

export const operatorSchema = defineSchema<OperatorDocument>({
  name: requiredText,
  language: { type: String, enum: ['th', 'en'], default: 'th' },
  createdAt: requiredDate,
});
/** Two commands at once make one of that name. */
operatorSchema.index({ office: 1, name: 1 }, { unique: true });

export async function findOperator(models: Models, id: string): Promise<Operator | null> {
  const found = await models.operators.findOne({ _id: id, office: '-' }).lean<OperatorDocument>();
  return found && operatorFrom(found);
}

/** @returns all, by name. */
export async function findOperators(models: Models): Promise<Operator[]> {
  const found = await models.operators.find({ office: '-' }).sort({ name: 1 }).lean<OperatorDocument[]>();
  return found.map(operatorFrom);
}

function operatorFrom({ _id, name, language }: OperatorDocument): Operator {
  return { id: _id, name, language };
}
