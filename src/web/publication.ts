/** Public pages of published reports, read without a session, and their preview for those who may publish. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Half } from '../domain/fiscal-year.ts';
import { ReportError } from '../reports/failure.ts';
import { findFormat, makeReport } from '../reports/index.ts';
import { makePublicPage, pageAround, PUBLIC_FORMATS, type PublicFormat } from '../reports/public-page.ts';
import { DEFAULT_SETTINGS, type ReportSettings } from '../reports/settings.ts';
import { loadCurrentPlan } from '../services/loaders.ts';
import { publicPath } from '../domain/public-path.ts';
import {
  findPublicReport,
  listPublished,
  previewPublication,
  type PublicReport,
} from '../services/publication.ts';
import { escapeHtml, longMoment } from '../text/format.ts';
import { type Texts, texts } from '../text/index.ts';
import { assetFile } from './assets.ts';
import { memberOf, type Route, type WebAnswer, type WebRequest } from './route.ts';

const STYLE = '/reports/style.css';
/** A withdrawal or a new version is seen after so long. */
const PAGE_SECONDS = 300;
const FILE_SECONDS = 3_600;

export const publicationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/reports/:office/:year/:months',
    may: 'anyone',
    answer: (request) => publicPage(request),
  },
  {
    method: 'GET',
    path: '/reports/:office/:year/:months/:version',
    may: 'anyone',
    answer: (request) => publicPage(request, wholeNumber(request.params['version'])),
  },
  {
    method: 'GET',
    path: '/reports/:office/:year/:months/:version/:file',
    may: 'anyone',
    answer: publicFile,
  },
  // style and letters stand where a copied folder has them too
  { method: 'GET', path: '/reports/:asset', may: 'anyone', answer: assetOrList },
  {
    method: 'GET',
    path: '/web/publication/:half',
    may: 'publish',
    async answer(request) {
      const found = await preview(request);
      if (!found.ok) return found.answer;
      const { report } = found;
      const settings = settingsOf(report);
      const page = makePublicPage({
        ...report,
        settings,
        links: {
          style: STYLE,
          file: (format) => `/web/publication/${report.half}/report${extensionOf(format)}`,
          version: null,
          lasting: null,
        },
      });
      return { html: page };
    },
  },
  {
    method: 'GET',
    path: '/web/publication/:half/:file',
    may: 'publish',
    async answer(request) {
      const found = await preview(request);
      const format = formatIn(request.params['file'] ?? '');
      if (!found.ok) return found.answer;
      return format ? fileOf(found.report, format, request) : notFound(request);
    },
  },
];

const wholeNumber = (text: string | undefined): number => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : 0);

/** The address in words and figures; null for one that no report can have. */
function addressOf({ params }: WebRequest): { office: string; year: number; half: Half } | null {
  const { office = '', months } = params;
  const half = months === '6' ? 1 : months === '12' ? 2 : null;
  const year = wholeNumber(params['year']);
  return half && year > 0 ? { office, year, half } : null;
}

async function find(request: WebRequest, version?: number) {
  const address = addressOf(request);
  if (!address) return { ok: false, reason: 'unknown' } as const;
  return findPublicReport(request.database, address.office, address.year, address.half, version);
}

async function publicPage(request: WebRequest, version?: number): Promise<WebAnswer> {
  const found = await find(request, version);
  if (!found.ok) return missing(found, request.texts);
  const { report } = found;
  const path = publicPath(report.office.id, report.fiscalYear, report.half);
  const html = Buffer.from(
    makePublicPage({
      ...report,
      settings: settingsOf(report),
      links: {
        style: STYLE,
        file: (format) => `${path}/${report.version}/report${extensionOf(format)}`,
        version: (number) => `${path}/${number}`,
        lasting: `${request.publicUrl}${path}`,
      },
    }),
  );
  const keep = { etag: etagOf(html), seconds: PAGE_SECONDS };
  return { file: html, contentType: 'text/html; charset=utf-8', name: null, keep, framed: true };
}

const etagOf = (bytes: Buffer): string =>
  `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;

async function publicFile(request: WebRequest): Promise<WebAnswer> {
  const format = formatIn(request.params['file'] ?? '');
  if (!format) return notFound(request);
  const found = await find(request, wholeNumber(request.params['version']));
  return found.ok ? fileOf(found.report, format, request) : missing(found, request.texts);
}

function formatIn(file: string): PublicFormat | null {
  return PUBLIC_FORMATS.find((format) => file === `report${extensionOf(format)}`) ?? null;
}

function extensionOf(format: PublicFormat): string {
  return findFormat(format)?.extension ?? '';
}

/** Files that are being made or were made lately, by what is in them: a crowd that asks for one has it made once. */
const made = new Map<string, Promise<Buffer>>();
const MOST_KEPT = 24;

async function fileOf(report: PublicReport, format: PublicFormat, request: WebRequest): Promise<WebAnswer> {
  const settings = settingsOf(report);
  const { fiscalYear, half, model, office } = report;
  const key = createHash('sha256')
    .update(JSON.stringify([format, settings, model]))
    .digest('base64url');
  const making = made.get(key) ?? makeReport(model, format, settings);
  made.delete(key);
  made.set(key, making);
  const oldest = made.keys().next().value;
  if (made.size > MOST_KEPT && oldest) made.delete(oldest);
  try {
    const file = await making;
    const kind = findFormat(format)!;
    const name = texts(settings.language).official.fileName(half, fiscalYear, office.name, kind.extension);
    const keep = report.publishedAt ? { etag: `"${key}"`, seconds: FILE_SECONDS } : 'never';
    return { file, contentType: kind.mediaType, name, keep };
  } catch (error) {
    made.delete(key);
    if (error instanceof ReportError) return { refused: 503, why: request.texts.publication.notNow };
    throw error;
  }
}

async function preview(
  request: WebRequest,
): Promise<{ ok: true; report: PublicReport } | { ok: false; answer: WebAnswer }> {
  const { office } = memberOf(request);
  const { half: wanted } = request.params;
  const half = wanted === '1' ? 1 : wanted === '2' ? 2 : null;
  const plan = await loadCurrentPlan(request.database, office);
  if (!half || !plan) return { ok: false, answer: notFound(request) };
  const { publication: say } = request.texts;
  const found = await previewPublication({
    database: request.database,
    office,
    plan,
    half,
    nameless: say.nameless,
  });
  if (found.ok) return { ok: true, report: found.report };
  return { ok: false, answer: { refused: 404, why: say.chat.notClosed(half) } };
}

function settingsOf(report: PublicReport): ReportSettings {
  return { ...DEFAULT_SETTINGS, ...report.settings, annex: false };
}

function notFound({ texts: say }: WebRequest): WebAnswer {
  return { refused: 404, why: say.publication.unknown };
}

function missing(
  found: { reason: 'unknown' } | { reason: 'withdrawn'; at: Date },
  { publication: say }: Texts,
): WebAnswer {
  return found.reason === 'unknown'
    ? { refused: 404, why: say.unknown }
    : { refused: 410, why: say.withdrawn(longMoment(found.at)) };
}

/** Read once: they stay as they are while the process lives. */
let style: Promise<Buffer> | null = null;

async function assetOrList(request: WebRequest): Promise<WebAnswer> {
  const name = request.params['asset'] ?? '';
  if (name === 'style.css') {
    style ??= readFile(new URL('../reports/public-page.css', import.meta.url));
    const file = await style;
    const keep = { etag: etagOf(file), seconds: FILE_SECONDS };
    return { file, contentType: 'text/css; charset=utf-8', name: null, keep };
  }
  if (name.endsWith('.ttf')) {
    const font = await assetFile(name);
    return font
      ? { file: font.bytes, contentType: font.contentType, name: null, keep: 'immutable' }
      : notFound(request);
  }
  return officeList(name, request);
}

/** All published periods of an office: the address its own site links to once. */
async function officeList(id: string, request: WebRequest): Promise<WebAnswer> {
  const found = await listPublished(request.database, id);
  if (!found) return notFound(request);
  const { publication: say } = request.texts;
  const title = say.list(found.office);
  const items = found.periods.map(({ fiscalYear, half, publishedAt }) => {
    const words = `${say.round(half, fiscalYear)} · ${say.published(longMoment(publishedAt))}`;
    return `<li><a href="${escapeHtml(publicPath(id, fiscalYear, half))}">${escapeHtml(words)}</a></li>`;
  });
  const list = items.length > 0 ? `<ul>${items.join('')}</ul>` : `<p>${escapeHtml(say.none)}</p>`;
  const html = Buffer.from(pageAround(`<h1>${escapeHtml(title)}</h1>${list}`, title, STYLE, 'th', null));
  const keep = { etag: etagOf(html), seconds: PAGE_SECONDS };
  return { file: html, contentType: 'text/html; charset=utf-8', name: null, keep, framed: true };
}
