/** What `npm start` and the image run. JavaScript, so that Node need not load its type stripper for this file; all others it finds stripped in the compile cache. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./main.ts');
