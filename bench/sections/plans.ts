/** What it takes to read an office's plan of a thousand rows, beside a bare library that only opens the file. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Excel } from '../../src/reports/excel-library.ts';
import type { Measurements } from '../lib/goals.ts';
import { orderOf, pairRatios } from '../lib/stats.ts';

const ONE = fileURLToPath(new URL('../plan-one.ts', import.meta.url));
const ROWS = 1000;
const MONTHS = [
  'ต.ค.',
  'พ.ย.',
  'ธ.ค.',
  'ม.ค.',
  'ก.พ.',
  'มี.ค.',
  'เม.ย.',
  'พ.ค.',
  'มิ.ย.',
  'ก.ค.',
  'ส.ค.',
  'ก.ย.',
];

interface Run {
  milliseconds: number;
  megabytes: number;
  activities: number;
}

/** @returns milliseconds from bytes to a draft, the peak of memory, and both of the bare library. */
export async function plans(options: { rounds: number }): Promise<Measurements> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-plan-'));
  const file = join(folder, 'plan.xlsx');
  await writeFile(file, await largeFile());
  const measured: Measurements = {};
  try {
    for (let round = 0; round < options.rounds; round++)
      for (const kind of orderOf(['product', 'bare'] as const, round)) {
        const { stdout } = await promisify(execFile)(process.execPath, [ONE, kind, file]);
        const run = JSON.parse(stdout) as Run;
        if (run.activities < ROWS) throw new Error(`${kind}: ${run.activities} rows`);
        (measured[`plan.ms.${kind}`] ??= []).push(run.milliseconds);
        (measured[`plan.mb.${kind}`] ??= []).push(run.megabytes);
      }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  measured['plan.product/bare'] = pairRatios(measured['plan.ms.product']!, measured['plan.ms.bare']!);
  return measured;
}

/** Long names, marks under twelve months, and a total. */
async function largeFile(): Promise<Buffer> {
  const book = new Excel.Workbook();
  const sheet = book.addWorksheet('แผน');
  sheet.addRow(['แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2568']);
  sheet.addRow(['สำนักงานตัวอย่าง']);
  sheet.addRow(['ที่', 'โครงการ', 'ตัวชี้วัด', 'หน่วยนับ', 'เป้าหมาย', 'งบประมาณ', ...MONTHS, 'ผู้รับผิดชอบ']);
  for (let row = 1; row <= ROWS; row++)
    sheet.addRow([
      row,
      `โครงการพัฒนาคุณภาพการศึกษาและยกระดับผลสัมฤทธิ์ของผู้เรียน ลำดับ ${row}`,
      'ร้อยละของผู้เรียนที่มีผลสัมฤทธิ์สูงขึ้น',
      'ร้อยละ',
      80,
      row * 1000,
      ...MONTHS.map((_month, index) => (index === row % 12 ? '✓' : null)),
      'กลุ่มนิเทศ ติดตามและประเมินผล',
    ]);
  sheet.addRow([null, 'รวมทั้งสิ้น', null, null, null, (ROWS * (ROWS + 1) * 1000) / 2]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
