/** Thai sentences of the administrators' console, by its pages. */
import { home } from './console/home.ts';
import { plan } from './console/plan.ts';

export const console = { home, plan };
