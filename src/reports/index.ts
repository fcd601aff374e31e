/** Every format of the official report: services name one and get a file; each library is loaded when first asked for. */
import type { ReportModel } from '../domain/report-model.ts';
import { reportContent } from './content.ts';
import { makeJson } from './json.ts';
import type { Pictures, ReportSettings } from './settings.ts';

interface Format {
  name: string;
  extension: string;
  mediaType: string;
  make(model: ReportModel, settings: ReportSettings, pictures: Pictures): Promise<Buffer>;
}

const OOXML = 'application/vnd.openxmlformats-officedocument';

export const REPORT_FORMATS = [
  {
    name: 'docx',
    extension: '.docx',
    mediaType: `${OOXML}.wordprocessingml.document`,
    async make(model, settings, pictures) {
      const { makeDocx } = await import('./docx.ts');
      return makeDocx(reportContent(model, settings), pictures);
    },
  },
  {
    name: 'xlsx',
    extension: '.xlsx',
    mediaType: `${OOXML}.spreadsheetml.sheet`,
    async make(model, settings) {
      const { makeXlsx } = await import('./xlsx.ts');
      return makeXlsx(reportContent(model, settings), settings);
    },
  },
  {
    name: 'pdf',
    extension: '.pdf',
    mediaType: 'application/pdf',
    async make(model, settings, pictures) {
      const { makePdf } = await import('./pdf.ts');
      return makePdf(() => reportContent(model, settings), settings, pictures);
    },
  },
  {
    name: 'json',
    extension: '.json',
    mediaType: 'application/json; charset=utf-8',
    make: (model) => Promise.resolve(makeJson(model)),
  },
  {
    name: 'csv',
    extension: '.csv',
    mediaType: 'text/csv; charset=utf-8',
    async make(model, settings) {
      const { makeCsv } = await import('./csv.ts');
      return makeCsv(model, settings);
    },
  },
] as const satisfies readonly Format[];

export type ReportFormat = (typeof REPORT_FORMATS)[number]['name'];

/** @returns the format with that name, or null. */
export function findFormat(name: string): (typeof REPORT_FORMATS)[number] | null {
  return REPORT_FORMATS.find((format) => format.name === name) ?? null;
}

/**
 * The report as a file, the same bytes for the same model, settings and pictures.
 * @param pictures small copies of evidence by its id; without them the annex only lists it.
 * @throws ReportError when the PDF could not be made (busy, timeout, failed).
 */
export async function makeReport(
  model: ReportModel,
  format: ReportFormat,
  settings: ReportSettings,
  pictures: Pictures = new Map(),
): Promise<Buffer> {
  const found: Format | undefined = REPORT_FORMATS.find(({ name }) => name === format);
  if (!found) throw new RangeError(`no report format ${format}`);
  return found.make(model, settings, pictures);
}
