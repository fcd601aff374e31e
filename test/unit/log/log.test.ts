/** Log lines: their form, and what can never stand in them. */
import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../../../src/db/stored.ts';
import { createLog, type Log, type LogFields, type LogLevel, quietLog } from '../../../src/log.ts';

function collect(options: { level?: LogLevel; secrets?: string[] } = {}): {
  log: Log;
  lines: () => unknown[];
} {
  const written: string[] = [];
  const to = { write: (line: string) => void written.push(line) };
  const log = createLog({ level: options.level ?? 'info', secrets: options.secrets ?? [], to });
  return { log, lines: () => written.map((line) => JSON.parse(line) as unknown) };
}

describe('log', () => {
  it('writes one JSON line an event', () => {
    const { log, lines } = collect();
    log.info('reply sent', { office: 'o1', status: 200 });
    expect(lines()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as unknown,
        event: 'reply sent',
        office: 'o1',
        status: 200,
      },
    ]);
  });

  it('shortens what LINE calls a person or group by, wherever it stands', () => {
    const { log, lines } = collect();
    const id = `U${'0a'.repeat(16)}`;
    log.error('unreadable', {
      error: new UnreadableDocument('links', id, undefined),
      key: `C${id.slice(1)}:${id}`,
    });
    log.error('taken', { error: new Error(`E11000 duplicate key { _id: "${id}" }`) });
    const all = JSON.stringify(lines());
    expect(all).not.toContain(id.slice(1));
    expect(all.match(/U#[0-9a-f]{12}\b/g)).toHaveLength(3);
    expect(new Set(all.match(/U#[0-9a-f]{12}/g)).size).toBe(1);
    expect(all).toMatch(/C#[0-9a-f]{12}/);
  });

  it('keeps to its level', () => {
    const { log, lines } = collect({ level: 'warn' });
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    expect(lines()).toMatchObject([{ event: 'c' }, { event: 'd' }]);
  });

  it('gives a child its fields in every line', () => {
    const { log, lines } = collect();
    log.child({ requestId: 'r1' }).child({ office: 'o1' }).info('x', { count: 2 });
    expect(lines()).toMatchObject([{ requestId: 'r1', office: 'o1', count: 2 }]);
  });

  it('drops what it does not know, such as the words of a message', () => {
    const { log, lines } = collect();
    const sneaky = { text: 'private words', token: 'abc', kind: 'reply' } as LogFields;
    log.info('x', sneaky);
    log.child(sneaky).info('y');
    expect(JSON.stringify(lines())).not.toContain('private words');
    expect(lines()).toMatchObject([{ kind: 'reply' }, { kind: 'reply' }]);
  });

  it('cuts secrets out of every value', () => {
    const { log, lines } = collect({ secrets: ['s3cret-token'] });
    const cause = new Error('cause s3cret-token');
    log.error('x', { url: 'https://a/?t=s3cret-token', error: new Error('bad s3cret-token', { cause }) });
    log.error('y', { error: 's3cret-token' });
    expect(JSON.stringify(lines())).not.toContain('s3cret-token');
    expect(lines()).toMatchObject([
      { url: 'https://a/?t=[secret]', error: { message: 'bad [secret]', cause: 'cause [secret]' } },
      { error: { message: '[secret]' } },
    ]);
  });

  it('shows where an error came from, not what it carried', () => {
    const { log, lines } = collect();
    const error = Object.assign(new TypeError('went wrong'), { code: 'E1', body: 'private words' });
    log.error('x', { error });
    expect(lines()).toMatchObject([{ error: { name: 'TypeError', code: 'E1', message: 'went wrong' } }]);
    expect(JSON.stringify(lines())).toContain('log.test.ts');
    expect(JSON.stringify(lines())).not.toContain('private words');
  });

  it('shortens what is long', () => {
    const { log, lines } = collect();
    log.info('x', { reason: 'a'.repeat(10_000) });
    expect(JSON.stringify(lines()).length).toBeLessThan(700);
  });

  it('says nothing when quiet', () => {
    expect(() => quietLog.child({ office: 'o' }).error('x', { error: new Error('y') })).not.toThrow();
  });
});
