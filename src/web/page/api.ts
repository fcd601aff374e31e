/** How a page asks the server: JSON in and out, with the session's token on every change; all pages use it. */

/** Who looks at the page, as `/web/me` tells. */
export interface Me {
  name: string | null;
  office: string | null;
  language: 'th' | 'en';
  csrf: string;
  rights: string[];
  /** ISO moment by the office's clock. */
  now: string;
  version: string;
}

/** What the server refused, with its sentence for the person; status 0 where it was not reached. */
export class Refused extends Error {
  readonly status: number;
  readonly details: unknown;
  constructor(status: number, why: string, details: unknown = null) {
    super(why);
    this.status = status;
    this.details = details;
  }
}

let csrf = '';

/** @throws Refused */
export async function whoAmI(): Promise<Me> {
  const me = await read<Me>('/web/me');
  csrf = me.csrf;
  return me;
}

/** @throws Refused */
export function read<T>(path: string): Promise<T> {
  return ask<T>(path, { headers: { accept: 'application/json' } });
}

/** @throws Refused */
export function change<T>(path: string, body: unknown): Promise<T> {
  return ask<T>(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', 'x-csrf': csrf },
    body: JSON.stringify(body),
  });
}

/** A change that is answered with a file to save. @param name under which it is saved. @throws Refused */
export async function changeForFile(path: string, body: unknown, name: string): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', 'x-csrf': csrf },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Refused(0, '');
  });
  if (!response.ok) {
    const { why = '' } = ((await response.json().catch(() => null)) ?? {}) as { why?: string };
    throw new Refused(response.status, why);
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new Refused(0, '');
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  const { why = '', details = null } = (answer ?? {}) as { why?: string; details?: unknown };
  throw new Refused(response.status, why, details);
}

/**
 * Sends a file behind what is asked of it, a line of JSON.
 * @param progress is told the share that has gone, 0 to 1. @throws Refused
 */
export function upload<T>(
  path: string,
  asked: unknown,
  file: Blob,
  progress: (share: number) => void,
): Promise<T> {
  return sendBytes(path, new Blob([JSON.stringify(asked), '\n', file]), progress);
}

/** @param timeoutMs after which the line counts as broken. @throws Refused */
export function sendBytes<T>(
  path: string,
  bytes: Blob,
  progress: (share: number) => void,
  timeoutMs?: number,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-csrf', csrf);
    request.responseType = 'json';
    if (timeoutMs) request.timeout = timeoutMs;
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total ? loaded / total : 0));
    for (const broken of ['error', 'timeout']) {
      request.addEventListener(broken, () => reject(new Refused(0, '')));
    }
    request.addEventListener('load', () => {
      const answer = request.response as { why?: string; details?: unknown } | null;
      if (request.status >= 200 && request.status < 300) resolve(answer as T);
      else reject(new Refused(request.status, answer?.why ?? '', answer?.details ?? null));
    });
    request.send(bytes);
  });
}
