/** English sentences: admin. */
import type { admin as thai } from '../th/admin.ts';

export const admin: typeof thai = {};
