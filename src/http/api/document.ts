/** The API's description as OpenAPI 3.1, made from its routes and shapes alone; the router serves it, a test holds answers against it. */
import { z } from 'zod';
import { API, type DataRoute, apiRoutes } from './routes.ts';
import { parameters, problemShape } from './shapes.ts';

type Json = Record<string, unknown>;

const schemaOf = (shape: z.ZodType, io: 'input' | 'output' = 'output'): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io });
  return schema;
};

const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const ETAG = { ETag: { description: 'Of this very answer', schema: { type: 'string' } } };

/** @returns the whole document. */
export function apiDocument(): Json {
  const shapes = apiRoutes.map(({ name, shape }) => [name, schemaOf(shape)]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kuebna',
      version: '1',
      description:
        'How the action plan of an office stands. Read only; every answer is of the office whose token it is.',
    },
    servers: [{ url: API }],
    security: [{ token: [] }],
    paths: Object.fromEntries(
      apiRoutes.map((route) => [route.path.slice(API.length), { get: operation(route) }]),
    ),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { ...Object.fromEntries(shapes), Problem: schemaOf(problemShape) },
    },
  };
}

function operation({ name, summary, takes }: DataRoute): Json {
  return {
    operationId: `read${name}`,
    summary,
    parameters: [
      ...takes.map((parameter) => ({
        name: parameter,
        in: 'query',
        required: false,
        schema: schemaOf(parameters[parameter], 'output'),
      })),
      {
        name: 'If-None-Match',
        in: 'header',
        required: false,
        description: 'ETag of the answer that is known',
        schema: { type: 'string' },
      },
    ],
    responses: {
      200: {
        description: summary,
        headers: ETAG,
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
      },
      304: { description: 'Nothing has changed', headers: ETAG },
      400: problem('A parameter or cursor that cannot be read'),
      401: problem('No token, or one that opens nothing'),
      403: problem('The office is suspended for the moment'),
      404: problem('The office has no such plan'),
      429: problem('Too many requests; Retry-After says how many seconds to wait'),
    },
  };
}
