/** Invites, found by the hash of their code: whoever reads the database cannot register with it. */
import { createHash, randomInt } from 'node:crypto';
import { type Invite, ROLES } from '../domain/member.ts';
import type { Models } from './collections.ts';
import { defineSchema, requiredDate, shapedIfAny, text } from './schema.ts';
import { formerActivitiesShape } from './shapes.ts';

export interface InviteDocument extends Omit<Invite, 'id'> {
  /** SHA-256 of the normalised code. */
  _id: string;
  createdAt: Date;
}

export const inviteSchema = defineSchema<InviteDocument>({
  role: { type: String, enum: [...ROLES, 'group'], required: true },
  owner: text,
  activities: [String],
  formerActivities: shapedIfAny(formerActivitiesShape),
  uses: { type: Number, required: true },
  used: { type: Number, default: 0 },
  expiresAt: requiredDate,
  createdAt: requiredDate,
});
inviteSchema.index({ office: 1, createdAt: 1 });

/** No 0/O, 1/I/L, U: read aloud and typed by thumb. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @returns a code such as `K7QM-3XWD-9R`, 49 bits: with the tries limited it cannot be guessed. */
export function newInviteCode(): string {
  const letters = Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4, 8).join('')}-${letters.slice(8).join('')}`;
}

/** What people make of a code: lower case, spaces, missing or odd dashes. */
export function inviteId(code: string): string {
  const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(plain).digest('hex');
}

/** @returns those of an office that still open something, the newest first. */
export async function findOpenInvites(models: Models, office: string, now: Date): Promise<InviteDocument[]> {
  const found = await models.invites
    .find({ office, expiresAt: { $gt: now } })
    .sort({ createdAt: -1 })
    .lean<InviteDocument[]>();
  return found.filter(({ used, uses }) => used < uses);
}

export async function findInvite(models: Models, code: string): Promise<Invite | null> {
  const found = await models.invites.findById(inviteId(code)).lean<InviteDocument>();
  if (!found) return null;
  const { _id, createdAt: _, ...rest } = found;
  return { id: _id, ...rest };
}
