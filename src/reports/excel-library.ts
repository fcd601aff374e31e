/**
 * The Excel library as its authors bundle it into one file, which loads in a quarter of the time that its hundreds of
 * separate files take; every reader and writer of Excel files loads it from here, when first asked for a file.
 */
import { createRequire } from 'node:module';
import type ExcelJS from 'exceljs';

export const Excel = createRequire(import.meta.url)('exceljs/dist/exceljs.min.js') as typeof ExcelJS;
