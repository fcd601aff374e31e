/** What a person sees at an address where there is nothing, the bare one too: what this is and the way in; app mounts it behind all else. */
import { Router } from 'express';
import { texts } from '../text/index.ts';
import { notePage } from './note.ts';
import { PAGE_POLICY } from './send-file.ts';

/** Programs are told in a word, by whoever comes after. */
export function nowhereRouter(): Router {
  const router = Router();
  router.get('/{*path}', (request, response, next) => {
    if (!(request.headers.accept ?? '').includes('text/html')) return next();
    const { brand, nowhere, open } = texts('th').web;
    const isBare = request.path === '/';
    const text = `${isBare ? nowhere.bare(brand) : nowhere.unknown} ${open.askChat}`;
    notePage(text, { language: 'th' }).then((html) => {
      response.setHeader('Content-Security-Policy', PAGE_POLICY);
      response
        .status(isBare ? 200 : 404)
        .type('html')
        .send(html);
    }, next);
  });
  return router;
}
