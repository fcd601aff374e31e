/** Hands files to a browser, whole or as they come, with what it may do with them; web/router calls it. */
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { WebAnswer } from './route.ts';

/** Nothing runs or is loaded but our own files; no other site may show a page in a frame. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Of what is made to be shown on other sites. */
const FRAMED = PAGE_POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *');

export function sendStream(
  response: Response,
  file: Extract<WebAnswer, { stream: unknown }>['stream'],
): void {
  const { bytes, name, contentType } = file;
  response.setHeader('Content-Type', contentType);
  response.setHeader('Content-Length', bytes);
  setName(response, name);
  // the reader went away, or the bytes did: either way there is nobody to tell any more
  pipeline(file.open(), response).catch(() => response.destroy());
}

function setName(response: Response, name: string): void {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encoded}`);
}

export function sendFile(response: Response, answer: Extract<WebAnswer, { file: Buffer }>): void {
  const { file, contentType, name, keep = 'never' } = answer;
  if (answer.framed) response.setHeader('Content-Security-Policy', FRAMED);
  if (keep === 'immutable') response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  else if (keep !== 'never') {
    response.setHeader('Cache-Control', `public, max-age=${keep.seconds}`);
    response.setHeader('ETag', keep.etag);
    if (response.req.headers['if-none-match'] === keep.etag) return void response.status(304).end();
  }
  response.setHeader('Content-Type', contentType);
  if (name !== null) setName(response, name);
  response.send(file);
}
