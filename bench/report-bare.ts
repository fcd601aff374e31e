/** The least one can write with each library to print the same rows: what the product's reports are measured against. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Rows of six texts, the first one the headings. */
export type Rows = readonly (readonly string[])[];

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
  async pdf(rows) {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
    const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json'));
    const fontPaths = [join(fonts, '400Regular'), join(fonts, '700Bold')];
    const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths }] });
    compiler.mapShadow(join(import.meta.dirname, 'rows.json'), Buffer.from(JSON.stringify(rows)));
    const template = [
      '#set page(paper: "a4", flipped: true)',
      '#set text(font: "Sarabun", size: 11pt, lang: "th")',
      '#let rows = json("rows.json")',
      '#table(columns: 6, table.header(..rows.first()), ..rows.slice(1).flatten())',
    ].join('\n');
    const { result } = compiler.compile({ mainFileContent: template });
    if (!result) throw new Error('no document');
    return compiler.pdf(result, { pdfStandard: 'a-2u' }).length;
  },
};
