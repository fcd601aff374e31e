/** LINE channels of offices: one an office, one office a channel. Credentials are sealed; written by the console. */
import type { Models } from './collections.ts';
import { defineSchema, requiredDate, requiredText } from './schema.ts';

export interface ChannelDocument {
  /** The bot's own user id at LINE: two offices cannot have one account. */
  _id: string;
  office: string;
  /** Sealed. */
  channelSecret: string;
  /** Sealed JSON of a ChannelToken. */
  token: string;
  basicId: string;
  displayName: string;
  connectedAt: Date;
}

export const channelSchema = defineSchema<ChannelDocument>({
  channelSecret: requiredText,
  token: requiredText,
  basicId: requiredText,
  displayName: requiredText,
  connectedAt: requiredDate,
});
channelSchema.index({ office: 1 }, { unique: true });

/** @returns the channels of those offices, by office. */
export async function findChannels(
  models: Models,
  offices: readonly string[],
): Promise<Map<string, ChannelDocument>> {
  const found = await models.channels.find({ office: { $in: [...offices] } }).lean<ChannelDocument[]>();
  return new Map(found.map((one) => [one.office, one]));
}
