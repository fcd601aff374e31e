/** The least one can write with each library to print the same rows: what the product's reports are measured against. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Rows of six texts, the first one the headings. */
export type Rows = readonly (readonly string[])[];

const PDF_PROGRAM = fileURLToPath(new URL('./report-bare-pdf.ts', import.meta.url));

export const bare: Record<'docx' | 'xlsx' | 'pdf', (rows: Rows) => Promise<number>> = {
  async docx(rows) {
    const { Document, Packer, Paragraph, Table, TableCell, TableRow } = await import('docx');
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const table = new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cell) })) });
    return (await Packer.toBuffer(new Document({ sections: [{ children: [table] }] }))).length;
  },
  async xlsx(rows) {
    const { default: ExcelJS } = await import('exceljs');
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('1').addRows(rows.map((row) => [...row]));
    return (await workbook.xlsx.writeBuffer()).byteLength;
  },
  /** In a process of its own, as the product's: typst's native code may take the process that runs it along. */
  pdf(rows) {
    return new Promise((resolve, reject) => {
      const program = spawn(process.execPath, [PDF_PROGRAM], { stdio: ['pipe', 'pipe', 'inherit'] });
      const parts: Buffer[] = [];
      program.stdout.on('data', (part: Buffer) => parts.push(part));
      program.on('error', reject);
      program.on('close', (code) => {
        if (code === 0) resolve(Buffer.concat(parts).length);
        else reject(new Error(`bare PDF program ended with ${code}`));
      });
      program.stdin.end(JSON.stringify(rows));
    });
  },
};
