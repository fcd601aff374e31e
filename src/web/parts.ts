/** The route by which a page sends a file part by part; form and plan have one each, and say what becomes of the whole. */
import { keepPart, PART_BYTES, type Sender } from '../services/uploads.ts';
import type { Right } from './rights.ts';
import type { Route, WebRequest } from './route.ts';

/** @param path with `:id` of the file and `:part`, counted from 0. @param most parts a file may have. */
export function partRoute(
  path: string,
  {
    may,
    most,
    sender,
    tooLarge,
  }: {
    may: Right;
    most: number;
    sender: (request: WebRequest) => Sender;
    tooLarge: (request: WebRequest) => string;
  },
): Route {
  return {
    method: 'POST',
    path,
    may,
    takes: { bytes: PART_BYTES },
    async answer(request) {
      const { params, bytes, texts, database, sending } = request;
      const part = /^\d{1,4}$/.test(params['part'] ?? '') ? Number(params['part']) : -1;
      if (part >= most) return { refused: 413, why: tooLarge(request) };
      const own = { id: params['id'] ?? '', part, bytes };
      const kept = await keepPart(database, sender(request), own, sending.realNow());
      return kept ? { json: {} } : { refused: 400, why: texts.web.refused.badForm };
    },
  };
}
