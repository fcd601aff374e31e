/** All commands of members, in the order help would list them; a new one is a file and a row. */
import type { Command } from './command.ts';
import { help, menu } from './everyone.ts';
import { status, summary } from './manager.ts';
import { historyCommand, mine, report, undo } from './officer.ts';

export const commands: readonly Command[] = [report, mine, historyCommand, undo, summary, status, help, menu];
