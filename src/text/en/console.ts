/** English sentences of the administrators' console, by its pages. */
import type { console as thai } from '../th/console.ts';
import { checks } from './console/checks.ts';
import { connection } from './console/connection.ts';
import { home } from './console/home.ts';
import { operation } from './console/operation.ts';
import { outside } from './console/outside.ts';
import { people } from './console/people.ts';
import { plan } from './console/plan.ts';
import { settings } from './console/settings.ts';

export const console: typeof thai = { checks, connection, home, operation, outside, people, plan, settings };
