/** People of offices. */
import { z } from 'zod';
import { type Member, ROLES } from '../domain/member.ts';
import type { Models } from './collections.ts';
import { defineSchema, optionalDate, requiredDate, requiredText, shaped, shapedIfAny } from './schema.ts';
import { formerActivitiesShape, optionalLine } from './shapes.ts';

export interface MemberDocument extends Omit<Member, 'id'> {
  _id: string;
  /** The office's ISO days on which this person last wrote, ascending; the newest ones. */
  wroteOn?: string[];
}

export const memberSchema = defineSchema<MemberDocument>({
  userId: requiredText,
  name: requiredText,
  officialName: { type: String, default: '' },
  position: { type: String, default: '' },
  roles: [{ type: String, enum: ROLES }],
  activities: [String],
  formerActivities: shapedIfAny(formerActivitiesShape),
  language: { type: String, enum: ['th', 'en'], default: 'th' },
  consent: shaped(z.object({ version: z.string(), at: z.date() })),
  away: shaped(z.object({ from: z.string().optional(), until: z.string(), delegate: optionalLine })),
  aliases: { ...shaped(z.record(z.string(), z.string())), default: {} },
  preferences: shaped(
    z.object({
      hour: z.number().nullable(),
      days: z.array(z.number()).nullable(),
      snoozedUntil: optionalLine,
    }),
  ),
  state: { type: String, enum: ['active', 'blocked', 'revoked'], default: 'active' },
  stateAt: { type: Date } as never,
  joinedAt: requiredDate,
  lastSeenAt: optionalDate,
  wroteOn: { type: [String], default: undefined },
});
memberSchema.index({ office: 1, userId: 1 }, { unique: true });

export function memberFrom({ _id, wroteOn: _, ...rest }: MemberDocument): Member {
  return { id: _id, ...rest };
}

export async function findMembers(models: Models, office: string): Promise<Member[]> {
  const found = await models.members.find({ office }).sort({ joinedAt: 1, _id: 1 }).lean<MemberDocument[]>();
  return found.map(memberFrom);
}

export async function findMember(models: Models, office: string, id: string): Promise<Member | null> {
  const found = await models.members.findOne({ _id: id, office }).lean<MemberDocument>();
  return found && memberFrom(found);
}

export async function findMemberByUser(
  models: Models,
  office: string,
  userId: string,
): Promise<Member | null> {
  const found = await models.members.findOne({ office, userId }).lean<MemberDocument>();
  return found && memberFrom(found);
}
