/** English sentences: cards. */
import type { cards as thai } from '../th/cards.ts';

export const cards: typeof thai = {};
