/** English sentences: chat. */
import type { chat as thai } from '../th/chat.ts';

export const chat: typeof thai = {};
