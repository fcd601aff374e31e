/** English sentences of the administrators' console, by its pages. */
import type { console as thai } from '../th/console.ts';
import { home } from './console/home.ts';
import { plan } from './console/plan.ts';

export const console: typeof thai = { home, plan };
