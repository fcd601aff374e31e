/** GET /charts/:id.png: the monthly chart as LINE fetches it, by a link nobody can guess. */
import { Router } from 'express';

export interface ChartDeps {
  /** PNG bytes, or null when there is none under that id. */
  find(id: string): Promise<Buffer | null>;
}

const NAME = /^([0-9a-z]{32})\.png$/;

export function chartsRouter(deps: ChartDeps): Router {
  const router = Router();
  router.get('/:name', async (request, response) => {
    const id = NAME.exec(request.params.name)?.[1];
    const png = id ? await deps.find(id) : null;
    if (!png) {
      response.status(404).type('text/plain').send('not found\n');
      return;
    }
    response.setHeader('Cache-Control', 'private, max-age=86400');
    response.type('image/png').send(Buffer.from(png));
  });
  return router;
}
