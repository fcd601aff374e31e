/** How a page asks the server: JSON in and out, with the session's token on every change; all pages use it. */

/** Who looks at the page, as `/web/me` tells. */
export interface Me {
  /** Id of the member, operator or office; null for whoever sets the installation up. */
  who: string | null;
  name: string | null;
  office: string | null;
  language: 'th' | 'en';
  csrf: string;
  rights: string[];
  /** The office is: then its console has its data to fetch and nothing else. */
  suspended: boolean;
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

/** Whose session this page was opened in. */
let session: Pick<Me, 'csrf' | 'who'> | null = null;

/** What a page keeps in the browser it keeps under this: the next person at it does not get it. */
export const whose = (): string => session?.who ?? '';

/** @returns who is signed in now, which may be another than the page was opened by. @throws Refused */
export async function whoAmI(): Promise<Me> {
  const response = await reached('/web/me', { headers: { accept: 'application/json' } });
  const me = await answerOf<Me>(response);
  if (session === null || session.who === me.who) session = me;
  return me;
}

/** @throws Refused */
export function read<T>(path: string): Promise<T> {
  return inSession(async (csrf) =>
    answerOf<T>(await reached(path, { headers: { accept: 'application/json', 'x-csrf': csrf } })),
  );
}

const post = async (path: string, body: unknown, csrf: string): Promise<Response> =>
  reached(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', 'x-csrf': csrf },
    body: JSON.stringify(body),
  });

/** @throws Refused */
export function change<T>(path: string, body: unknown): Promise<T> {
  return inSession(async (csrf) => answerOf<T>(await post(path, body, csrf)));
}

/** A change that is answered with a file to save. @param name under which it is saved. @throws Refused */
export async function changeForFile(path: string, body: unknown, name: string): Promise<void> {
  const blob = await inSession(async (csrf) => {
    const response = await post(path, body, csrf);
    return response.ok ? response.blob() : answerOf<never>(response);
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Whoever opened a newer link of their own goes on with that one's session; in somebody else's nothing is sent. */
async function inSession<T>(ask: (csrf: string) => Promise<T>): Promise<T> {
  try {
    return await ask(session?.csrf ?? '');
  } catch (error) {
    if (!(error instanceof Refused) || error.details !== 'session') throw error;
    const { who } = await whoAmI();
    if (who !== session?.who) throw error;
    return ask(session?.csrf ?? '');
  }
}

async function reached(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch {
    throw new Refused(0, '');
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  const { why = '', details = null } = (answer ?? {}) as { why?: string; details?: unknown };
  throw new Refused(response.status, why, details);
}

/** Sends bytes as they are. @param progress is told the share that has gone, 0 to 1. @param timeoutMs after which the line counts as broken. @throws Refused */
export function sendBytes<T>(
  path: string,
  bytes: Blob,
  progress: (share: number) => void,
  timeoutMs: number,
): Promise<T> {
  return inSession((csrf) => sendOnce<T>(path, bytes, csrf, progress, timeoutMs));
}

function sendOnce<T>(
  path: string,
  bytes: Blob,
  csrf: string,
  progress: (share: number) => void,
  timeoutMs: number,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-csrf', csrf);
    request.responseType = 'json';
    request.timeout = timeoutMs;
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
