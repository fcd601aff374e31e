/** How a form of the console is taken: only in its own shape, and only for an office; the console's routes are made of it. */
import type { z } from 'zod';
import { adminOf, type Route, type WebAnswer, type WebRequest } from '../route.ts';

export type Admin = NonNullable<ReturnType<typeof adminOf>>;

/** @returns a route that takes JSON of this shape; anything else is refused with what to do. */
export function changeRoute<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
  change: (request: WebRequest, admin: Admin, form: z.infer<Shape>) => Promise<WebAnswer>,
): Route {
  return {
    method: 'POST',
    path,
    may: 'console',
    takes: 'json',
    async answer(request) {
      const { refused } = request.texts.web;
      const admin = adminOf(request);
      if (!admin) return { refused: 409, why: refused.noOffice };
      const form = shape.safeParse(request.body);
      if (!form.success) return { refused: 400, why: refused.badForm };
      return change(request, admin, form.data);
    },
  };
}

/** @returns a route that reads something of the office. */
export function readRoute(
  path: string,
  read: (request: WebRequest, admin: Admin) => Promise<WebAnswer>,
): Route {
  return {
    method: 'GET',
    path,
    may: 'console',
    async answer(request) {
      const admin = adminOf(request);
      return admin ? read(request, admin) : { refused: 404, why: request.texts.web.refused.noOffice };
    },
  };
}
