/** The list of evidence in Word, each picture under its name; docx.ts calls it. */
import { AlignmentType, ImageRun, Paragraph, type Table, TableCell, TableRow } from 'docx';
import type { Annex, AnnexItem } from './annex.ts';
import { cell, wordParagraph, table, tableText, widths } from './docx-parts.ts';
import type { Pictures } from './settings.ts';

const SIZE = 'annex';
/** Pixels a picture is fitted into. */
const BOX = { width: 360, height: 200 };

export function annexBlocks(annex: Annex, pictures: Pictures): (Paragraph | Table)[] {
  const columns = widths([9, 36, 25, 15, 25]);
  const { number, file, sender, time, code } = annex.heads;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [number, file, sender, time, code].map((text, index) =>
      cell(text, { width: columns[index] ?? 0, align: 'center', bold: true, fill: 'E1E1E1', size: SIZE }),
    ),
  });
  const rows = annex.items.map(
    (item) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(item.number, { width: columns[0] ?? 0, align: 'center', size: SIZE }),
          fileCell(item, annex, pictures, columns[1] ?? 0),
          cell(item.sender, { width: columns[2] ?? 0, size: SIZE }),
          cell(item.time, { width: columns[3] ?? 0, size: SIZE }),
          cell(item.sha256.replace(/(.{16})(?=.)/g, '$1\n') || '-', {
            width: columns[4] ?? 0,
            size: 'small',
          }),
        ],
      }),
  );
  return [
    wordParagraph(annex.title, { style: 'Heading1', alignment: AlignmentType.CENTER, pageBreakBefore: true }),
    table(columns, [head, ...rows]),
  ];
}

function fileCell(item: AnnexItem, annex: Annex, pictures: Pictures, width: number): TableCell {
  const children = [tableText(item.activity, SIZE), tableText(item.file, SIZE)];
  const shown = item.picture ? pictures.get(item.id) : undefined;
  if (shown) {
    const { bytes, width: across, height } = shown;
    const scale = Math.min(BOX.width / across, BOX.height / height);
    const fitted = { width: Math.round(across * scale), height: Math.round(height * scale) };
    const picture = new ImageRun({
      type: 'jpg',
      data: Buffer.from(bytes),
      transformation: { width: Math.max(1, fitted.width), height: Math.max(1, fitted.height) },
      altText: { name: item.file, description: item.activity, title: item.file },
    });
    children.push(new Paragraph({ children: [picture] }));
  } else if (shown === null) {
    children.push(tableText(annex.unreadable, SIZE));
  }
  return new TableCell({
    children,
    width: { size: width, type: 'dxa' },
  });
}
