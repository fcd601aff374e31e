/** LINE groups linked to an office. */
import type { Group } from '../domain/member.ts';
import type { Models } from './collections.ts';
import { defineSchema, requiredText, text } from './schema.ts';

export interface GroupDocument extends Omit<Group, 'id'> {
  _id: string;
}

export const groupSchema = defineSchema<GroupDocument>({
  groupId: requiredText,
  name: { type: String, default: '' },
  linkedBy: text,
  state: { type: String, enum: ['active', 'left'], default: 'active' },
});
groupSchema.index({ office: 1, groupId: 1 }, { unique: true });

export function groupFrom({ _id, ...rest }: GroupDocument): Group {
  return { id: _id, ...rest };
}

export async function findGroups(models: Models, office: string): Promise<Group[]> {
  const found = await models.groups
    .find({ office, state: 'active' })
    .sort({ _id: 1 })
    .lean<GroupDocument[]>();
  return found.map(groupFrom);
}
