/** English sentences: words. */
import type { words as thai } from '../th/words.ts';

export const words: typeof thai = {};
