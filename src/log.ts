/** JSON log lines that cannot carry a secret or what people wrote; main makes one, everything else is handed a child. */
import { createHash } from 'node:crypto';
import { currentOffice } from './current-office.ts';
import { type DestinationStream, type Logger, pino } from 'pino';

/** What a line may say. Anything else is dropped, so that no message text, name or token slips in. */
const FIELDS = [
  'activity',
  'attempt',
  'attempts',
  'chatType',
  'code',
  'cost',
  'count',
  'delivery',
  'directory',
  'eventId',
  'eventType',
  'evidence',
  'expected',
  'file',
  'form',
  'group',
  'host',
  'instance',
  'interpreter',
  'invite',
  'job',
  'key',
  'kind',
  'left',
  'limit',
  'lineRequestId',
  'member',
  'method',
  'milliseconds',
  'next',
  'office',
  'outbox',
  'path',
  'period',
  'pid',
  'plan',
  'port',
  'reason',
  'requestId',
  'result',
  'retryKey',
  'role',
  'route',
  'signal',
  'size',
  'slot',
  'source',
  'status',
  'step',
  'update',
  'url',
  'used',
  'variable',
  'version',
  'worker',
] as const;

export type LogFields = Partial<Record<(typeof FIELDS)[number], string | number | boolean | null>> & {
  /** Reduced to its name, code, message and the places of its stack. */
  error?: unknown;
};

export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** A log that adds these fields to each of its lines, such as the id of one request. */
  child(fields: LogFields): Log;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * @param options.secrets values that are cut out wherever they would appear.
 * @param options.to where lines go; standard output by default.
 */
export function createLog(options: {
  level: LogLevel;
  secrets?: readonly string[];
  to?: DestinationStream;
}): Log {
  const secrets = (options.secrets ?? []).filter((secret) => secret.length >= 6);
  const settings = {
    level: options.level,
    base: null,
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return wrap(options.to ? pino(settings, options.to) : pino(settings), secrets);
}

/** A log that says nothing, for tests and commands. */
export const quietLog: Log = createLog({ level: 'silent' });

/** @param isNamed the office stands in each line already. */
function wrap(logger: Logger, secrets: readonly string[], isNamed = false): Log {
  const clean = (fields: LogFields) => {
    const office = isNamed ? null : currentOffice();
    return allowed(office === null ? fields : { office, ...fields }, secrets);
  };
  return {
    debug: (event, fields = {}) => logger.debug(clean(fields), event),
    info: (event, fields = {}) => logger.info(clean(fields), event),
    warn: (event, fields = {}) => logger.warn(clean(fields), event),
    error: (event, fields = {}) => logger.error(clean(fields), event),
    child: (fields) =>
      wrap(logger.child(allowed(fields, secrets)), secrets, isNamed || fields.office !== undefined),
  };
}

/** At most so many characters of one value: a line is for finding, not for reading documents. */
const LONGEST = 500;

function allowed(fields: LogFields, secrets: readonly string[]): Record<string, unknown> {
  const line: Record<string, unknown> = {};
  for (const name of FIELDS) {
    const value = fields[name];
    if (value !== undefined) line[name] = typeof value === 'string' ? cut(value, secrets) : value;
  }
  if (fields.error !== undefined) line['error'] = describeError(fields.error, secrets);
  return line;
}

function describeError(error: unknown, secrets: readonly string[]): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: cut(String(error), secrets) };
  const places = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    name: error.name,
    ...('code' in error ? { code: error.code } : {}),
    message: cut(error.message, secrets),
    stack: places.slice(0, 8).map((line) => line.trim()),
    ...(error.cause instanceof Error ? { cause: cut(error.cause.message, secrets) } : {}),
  };
}

/** Of people, groups and rooms, as LINE writes them; they are keys of documents and stand in the database's errors, too. */
const LINE_ID = /(?<![0-9A-Za-z])[UCR][0-9a-f]{32}(?![0-9A-Za-z])/g;
const SHORT = 12;

/** Tells lines of one person from others', and a person who is known by their id is found; from it nobody is. */
function shortened(lineId: string): string {
  return `${lineId[0]}#${createHash('sha256').update(lineId).digest('hex').slice(0, SHORT)}`;
}

function cut(value: string, secrets: readonly string[]): string {
  const known = secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), value);
  const safe = known.replaceAll(LINE_ID, shortened);
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST)}…` : safe;
}
