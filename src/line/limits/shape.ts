/** The words the limits are written in: checks that walk a value once and copy nothing; the other files of this folder are made of them. */

export interface LimitProblem {
  message: string;
  /** Where, from the request body on: `messages[0].contents.body.contents[2].text`. */
  property: string;
}

/** What checks write to as they walk. */
export interface LimitReport {
  readonly problems: LimitProblem[];
  /** JSON of what was walked takes at most so many. */
  bytes: number;
  /** Whether pictures may come from this machine, as the simulator shows them. */
  readonly allowLoopbackHttp: boolean;
}

/**
 * Reports what is wrong with a value, at places counted from that value on.
 * @returns whether all its parts are of their types, so that rules across them can be asked, even when a text among
 * them is too long or misspelt, or a field unknown, which is reported all the same.
 */
export type Check<T> = (value: unknown, report: LimitReport) => value is T;

/** Reports what a value of the right type does wrong. */
export type Rule<T> = (value: T, report: LimitReport) => void;

/** A check for each part of T, under its name. */
type Checks<T> = { readonly [K in keyof T]: Check<T[K]> };

/** @param property from the checked value on, as in `.max` or `.contents[2].size`; '' for the value itself. */
export function bad(report: LimitReport, message: string, property = ''): void {
  report.problems.push({ message, property });
}

function wrongType(value: unknown, expected: string, report: LimitReport): false {
  bad(report, value === undefined ? 'must be specified' : `must be ${expected}`);
  return false;
}

/** How LINE says that a text, a list or a number is too small. */
export function tooSmall(least: number): string {
  return least === 1 ? 'May not be empty' : `must be at least ${least}`;
}

/** Asks about a part of a value; problems reported there then count from the value on. */
function inside(step: string | number, part: unknown, check: Check<unknown>, report: LimitReport): boolean {
  const { problems } = report;
  const before = problems.length;
  const right = check(part, report);
  // quotes, colon and comma around a name
  report.bytes += typeof step === 'string' ? step.length + 4 : 1;
  for (let at = before; at < problems.length; at += 1) {
    const problem = problems[at] as LimitProblem;
    problem.property = (typeof step === 'string' ? `.${step}` : `[${step}]`) + problem.property;
  }
  return right;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that need not be there. */
export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value, report): value is T | undefined => value === undefined || check(value, report);
}

/** An object with these fields and no others. */
export function closed<T extends object>(fields: Checks<T>, rule?: Rule<NoInfer<T>>): Check<T> {
  const named = Object.entries<Check<unknown>>(fields);
  const checks = new Map(named);
  const absence: LimitReport = { problems: [], bytes: 0, allowLoopbackHttp: false };
  const needed = named.filter(([, check]) => !check(undefined, absence));
  return (value, report): value is T => {
    if (!isObject(value)) return wrongType(value, 'object', report);
    report.bytes += 2;
    let right = true;
    for (const key in value) {
      const check = checks.get(key);
      if (!check) bad(report, 'unknown field', `.${key}`);
      else if (!inside(key, value[key], check, report)) right = false;
    }
    for (const [key, check] of needed) {
      if (!(key in value)) right = inside(key, undefined, check, report) && right;
    }
    if (right) rule?.(value as T, report);
    return right;
  };
}

/** One of several objects, told apart by the word in one of their fields. */
export function oneOf<T>(field: string, kinds: Checks<T>): Check<T[keyof T]> {
  const checks = new Map<unknown, Check<unknown>>(Object.entries<Check<unknown>>(kinds));
  return (value, report): value is T[keyof T] => {
    if (!isObject(value)) return wrongType(value, 'object', report);
    const check = checks.get(value[field]);
    if (check) return check(value, report);
    bad(report, 'invalid type in this place', `.${field}`);
    return false;
  };
}

/** Named parts, all of one kind, under names of a given form. */
export function dictionary<T>(name: RegExp, part: Check<T>, most: number): Check<Record<string, T>> {
  return (value, report): value is Record<string, T> => {
    if (!isObject(value)) return wrongType(value, 'record', report);
    let right = true;
    for (const key in value) {
      if (name.test(key)) {
        right = inside(key, value[key], part, report) && right;
      } else {
        bad(report, 'Invalid key in record', `.${key}`);
        right = false;
      }
    }
    if (Object.keys(value).length > most) bad(report, `at most ${most} substitutions`);
    return right;
  };
}

/** A list of a few; the items of one too long are not looked at. */
export function listOf<T>(item: Check<T>, least = 0, most = Infinity): Check<T[]> {
  return (value, report): value is T[] => {
    if (!Array.isArray(value)) return wrongType(value, 'array', report);
    report.bytes += 2;
    if (value.length > most) {
      bad(report, `must be at most ${most}`);
      return false;
    }
    if (value.length < least) bad(report, tooSmall(least));
    let right = true;
    for (let at = 0; at < value.length; at += 1) right = inside(at, value[at], item, report) && right;
    return right;
  };
}

export function string(rule?: Rule<string>): Check<string> {
  return (value, report): value is string => {
    if (typeof value !== 'string') return wrongType(value, 'string', report);
    // a UTF-16 unit takes six at worst, written as \u0000
    report.bytes += 2 + 6 * value.length;
    rule?.(value, report);
    return true;
  };
}

/** Text that passes a test, such as a pattern's. */
export function form(fits: (value: string) => boolean, message: string): Rule<string> {
  return (value, report) => {
    if (!fits(value)) bad(report, message);
  };
}

/** One of a few words. */
export function among<const Word extends string>(...words: readonly Word[]): Check<Word> {
  const known = new Set<unknown>(words);
  const longest = 2 + Math.max(...words.map((word) => word.length));
  return (value, report): value is Word => {
    report.bytes += longest;
    if (known.has(value)) return true;
    bad(report, `must be one of the following values: [${words.join(', ')}]`);
    return false;
  };
}

export const flag: Check<boolean> = (value, report): value is boolean => {
  report.bytes += 5;
  return typeof value === 'boolean' || wrongType(value, 'boolean', report);
};

export function number(least: number, most: number): Check<number> {
  return (value, report): value is number => {
    report.bytes += 25;
    // JSON may hold 1e999, which is read as Infinity.
    if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType(value, 'number', report);
    if (value < least) bad(report, tooSmall(least));
    if (value > most) bad(report, `must be at most ${most}`);
    return true;
  };
}

export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Check<number> {
  const between = number(least, most);
  return (value, report): value is number =>
    Number.isFinite(value) && !Number.isInteger(value)
      ? wrongType(value, 'int', report)
      : between(value, report);
}

/** @returns bytes of a value as it goes over the wire. */
export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}

/** A value of at most `most` bytes of JSON, which is written only when it could be too long. */
export function atMostBytes<T>(most: number, name: string, check: Check<T>): Check<T> {
  return (value, report): value is T => {
    const before = report.bytes;
    if (!check(value, report)) return false;
    if (report.bytes - before <= most) return true;
    const bytes = jsonBytes(value);
    if (bytes > most) bad(report, `${name} must be at most ${most} bytes, not ${bytes}`);
    return true;
  };
}

/** @param root name of what is checked, `messages`, or '' for the body itself. @returns `[]` when all is good. */
export function problemsOf(
  root: string,
  value: unknown,
  check: Check<unknown>,
  { allowLoopbackHttp = false }: { allowLoopbackHttp?: boolean } = {},
): LimitProblem[] {
  const problems: LimitProblem[] = [];
  check(value, { problems, bytes: 0, allowLoopbackHttp });
  return problems.map(({ message, property }) => ({
    message,
    property: root === '' && property.startsWith('.') ? property.slice(1) : `${root}${property}`,
  }));
}
