/** Notes in which cells of a sheet an arrow or a bar is drawn; workbook.ts calls it. */
import { cellAt, type Grid, MAX_COLUMNS, putCell } from '../source.ts';
import { walkXml } from './xml.ts';

const MAX_DRAWINGS = 5000;

/** Lines, arrows and bars mark the cells of one row from where they begin to where they end; pictures do not. */
export function markDrawings(grid: Grid, xml: Buffer | undefined): void {
  if (!xml) return;
  const path: string[] = [];
  let from = { row: 0, col: 0, off: 0 };
  let to = { row: 0, col: 0, off: 0 };
  let isShape = false;
  let seen = 0;
  walkXml(xml, {
    open(element) {
      path.push(element.name);
      if (element.name === 'twoCellAnchor') {
        from = { row: 0, col: 0, off: 0 };
        to = { row: 0, col: 0, off: 0 };
        isShape = false;
      }
      if (element.name === 'cxnSp' || element.name === 'sp') isShape = true;
    },
    close(name) {
      path.pop();
      if (name !== 'twoCellAnchor' || !isShape || (seen += 1) > MAX_DRAWINGS) return;
      // An end right at a cell's left edge does not reach into it.
      const last = to.off === 0 && to.col > from.col ? to.col - 1 : to.col;
      if (to.row - from.row > 1 || last > MAX_COLUMNS) return;
      for (let column = from.col + 1; column <= last + 1; column += 1) {
        const cell = cellAt(grid, from.row + 1, column);
        putCell(grid, from.row + 1, column, { ...(cell ?? { value: null }), drawn: true });
      }
    },
    text(piece) {
      const at = path.at(-1);
      const end = path.at(-2) === 'from' ? from : path.at(-2) === 'to' ? to : null;
      if (!end) return;
      if (at === 'row' || at === 'col') end[at] = Number(piece);
      if (at === 'colOff') end.off = Number(piece);
    },
  });
}
