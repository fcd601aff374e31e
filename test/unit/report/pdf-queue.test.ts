import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportContent } from '../../../src/reports/content.ts';
import { ReportError } from '../../../src/reports/failure.ts';
import { pdfQueue } from '../../../src/reports/pdf.ts';
import { DEFAULT_SETTINGS } from '../../../src/reports/settings.ts';
import { modelOf } from './sample.ts';

const job = () => ({ content: reportContent(modelOf(), DEFAULT_SETTINGS), unbroken: [], pictures: [] });

describe('the queue of typesetting processes', () => {
  let folder: string;
  /** A stand-in for the typesetter that behaves as told; it notes when it starts and ends. */
  const program = (name: string, body: string): URL => {
    const file = join(folder, `${name}.mjs`);
    const log = JSON.stringify(join(folder, 'log'));
    const head = `import { appendFileSync } from 'node:fs'; const note = (s) => appendFileSync(${log}, s);`;
    writeFileSync(file, `${head}\nprocess.once('message', (job) => { ${body} });`);
    return pathToFileURL(file);
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kuebna-report-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const fault = (made: Promise<unknown>): Promise<string> =>
    made.then(
      () => 'made',
      (error: unknown) => (error instanceof ReportError ? error.fault : `other: ${String(error)}`),
    );

  it('outlives the death of a process and goes on with the next', async () => {
    const deadly = pdfQueue({ child: program('abort', 'process.abort();') });
    expect(await fault(deadly(job))).toBe('failed');
    const exits = pdfQueue({ child: program('exit', 'process.exit(3);') });
    expect(await fault(exits(job))).toBe('failed');
    expect(await fault(pdfQueue({ child: new URL('file:///no/such/program.mjs') })(job))).toBe('failed');
    expect((await pdfQueue()(job)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('ends a process that takes too long', async () => {
    const slow = pdfQueue({ time: 400, child: program('slow', 'for (;;);') });
    expect(await fault(slow(job))).toBe('timeout');
  });

  it('runs one at a time, in order, and turns away what is too much', async () => {
    const body = `note('<'); setTimeout(() => { note('>'); process.send({ ok: true, pdf: Buffer.from('x'), pages: 1, rows: null, archival: true }); }, 50);`;
    const queue = pdfQueue({ waiting: 2, child: program('counting', body) });
    const made = await Promise.all([
      fault(queue(job)),
      fault(queue(job)),
      fault(queue(job)),
      fault(queue(job)),
    ]);
    expect(made).toEqual(['made', 'made', 'made', 'busy']);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('<><><>');
  });

  it('tells why the typesetter gave up', async () => {
    const { content, ...rest } = job();
    const broken = { ...rest, content: { ...content, heading: null as unknown as string[] } };
    await expect(pdfQueue()(() => broken)).rejects.toThrow(/report failed: .*heading|enumerate|none/s);
  });
});
