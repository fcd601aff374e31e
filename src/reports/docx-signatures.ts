/** The signature block in Word: two to a row in a table without lines, kept on one page; docx.ts calls it. */
import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow } from 'docx';
import { wordParagraph, TEXT_WIDTH } from './docx-parts.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_LINES = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};

/** @param blocks lines of each signature: where to sign, name, position, date. */
export function signatureTable(blocks: readonly (readonly string[])[]): Table {
  const half = Math.floor(TEXT_WIDTH / 2);
  const rows: TableRow[] = [];
  for (let at = 0; at < blocks.length; at += 2) {
    const last = at + 2 >= blocks.length;
    const pair = [blocks[at] ?? [], blocks[at + 1] ?? ['']];
    rows.push(
      new TableRow({
        cantSplit: true,
        children: pair.map(
          (lines) =>
            new TableCell({
              width: { size: half, type: 'dxa' },
              borders: { top: NONE, bottom: NONE, left: NONE, right: NONE },
              children: lines.map((line, index) => signatureLine(line, index, !last)),
            }),
        ),
      }),
    );
  }
  const width = { size: half * 2, type: 'dxa' } as const;
  return new Table({
    layout: TableLayoutType.FIXED,
    width,
    columnWidths: [half, half],
    borders: NO_LINES,
    rows,
  });
}

function signatureLine(line: string, index: number, keepNext: boolean): Paragraph {
  return wordParagraph(line, { alignment: AlignmentType.CENTER, before: index === 0 ? 480 : 0, keepNext });
}
