/** Thai sentences of the administrators' console, by its pages. */
import { home } from './console/home.ts';

export const console = { home };
