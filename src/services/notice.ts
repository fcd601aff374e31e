/** Which privacy notice the people of an office accept, and who has accepted it; joining and the bot's front ask it. */
import type { Office } from '../db/offices.ts';
import type { Member } from '../domain/member.ts';
import { wantsAssistant } from './assistant-settings.ts';

/** Version of the privacy notice; raised with its words, and then everybody is asked again. */
export const NOTICE_VERSION = '2';
/** The same, and that the assistant helps to read: who accepted it accepted the other too. */
const WITH_ASSISTANT = '3';

export interface Notice {
  version: string;
  /** It says that messages are sent to the assistant. */
  assistant: boolean;
}

/** @param offered whether the server has an assistant. @returns what the office's people are to accept. */
export function noticeOf(office: Pick<Office, 'settings'>, offered: boolean): Notice {
  const assistant = offered && wantsAssistant(office);
  return { version: assistant ? WITH_ASSISTANT : NOTICE_VERSION, assistant };
}

export function hasAccepted({ consent }: Pick<Member, 'consent'>, { version }: Notice): boolean {
  return consent?.version === version || consent?.version === WITH_ASSISTANT;
}
