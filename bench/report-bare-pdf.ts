/** The least program that prints rows with typst: they come as JSON on standard input, the PDF goes to standard output. bench/report-bare.ts starts it. */
import { readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const rows = readFileSync(0);
const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json'));
const fontPaths = [join(fonts, '400Regular'), join(fonts, '700Bold')];
const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths }] });
compiler.mapShadow(join(import.meta.dirname, 'rows.json'), rows);
const template = [
  '#set page(paper: "a4", flipped: true)',
  '#set text(font: "Sarabun", size: 11pt, lang: "th")',
  '#let rows = json("rows.json")',
  '#table(columns: 6, table.header(..rows.first()), ..rows.slice(1).flatten())',
].join('\n');
const { result } = compiler.compile({ mainFileContent: template });
if (!result) throw new Error('no document');
const pdf = compiler.pdf(result, { pdfStandard: 'a-2u' });
for (let at = 0; at < pdf.length; at += writeSync(1, pdf, at));
