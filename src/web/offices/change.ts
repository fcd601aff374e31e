/** How an operator's form is taken: only in its own shape, in the operator's name; routes above the offices are made of it. */
import type { z } from 'zod';
import { operatorOf, type Route, type WebAnswer, type WebRequest } from '../route.ts';

/** In whose name, and when. */
export interface OperatorAct {
  by: string;
  now: Date;
}

/** @returns a route that takes JSON of this shape; anything else is refused with what to do. */
export function operatorRoute<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
  change: (request: WebRequest, act: OperatorAct, form: z.infer<Shape>) => Promise<WebAnswer>,
): Route {
  return {
    method: 'POST',
    path,
    may: 'offices-change',
    takes: 'json',
    async answer(request) {
      const form = shape.safeParse(request.body);
      if (!form.success) return { refused: 400, why: request.texts.web.refused.badForm };
      return change(request, actOf(request), form.data);
    },
  };
}

export function actOf(request: WebRequest): OperatorAct {
  return { by: operatorOf(request).id, now: request.clock.now() };
}
