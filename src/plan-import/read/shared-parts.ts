/** What the sheets of a workbook share: texts, styles; and how its texts are written. */
import type { NumberFormat } from './number-format.ts';

export interface CellStyle {
  format: NumberFormat;
  shaded: boolean;
}

/** What the sheets of a workbook share. */
export interface Shared {
  texts: string[];
  styles: CellStyle[];
  /** Days count from 1904. */
  since1904: boolean;
  /** Cells that may still be read. */
  left: number;
}

/** `_x000D_` is how Office writes a character that XML cannot hold. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
