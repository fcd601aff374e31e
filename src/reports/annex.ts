/** The list of evidence at the report's end: what was sent, by whom, when, with its fingerprint; content.ts calls it. */
import type { ReportEvidence, ReportModel, ReportRow } from '../domain/report-model.ts';
import { longMoment } from '../text/format.ts';
import { texts } from '../text/index.ts';
import type { ReportSettings } from './settings.ts';

export interface AnnexItem {
  /** Evidence id, by which the picture's bytes are found. */
  id: string;
  number: string;
  activity: string;
  file: string;
  sender: string;
  time: string;
  /** SHA-256 of the file, empty when unknown or erased. */
  sha256: string;
  /** Whether its bytes may be shown as a picture. */
  picture: boolean;
}

export interface Annex {
  title: string;
  heads: { number: string; file: string; sender: string; time: string; code: string };
  unreadable: string;
  items: AnnexItem[];
}

/** @returns the list in plan order, or null when there is no evidence. */
export function annexContent(model: ReportModel, settings: ReportSettings): Annex | null {
  const { reports: say } = texts(settings.language);
  const items = model.rows.flatMap((row) => row.evidence.map((item) => annexItem(item, row, settings)));
  if (items.length === 0) return null;
  return { title: say.annex, heads: say.annexColumns, unreadable: say.pictureUnreadable, items };
}

function annexItem(item: ReportEvidence, row: ReportRow, settings: ReportSettings): AnnexItem {
  const { reports: say } = texts(settings.language);
  const place = { id: item.id, number: row.label, activity: row.name };
  const time = item.sentAt === null ? say.notStated : longMoment(new Date(item.sentAt), settings.language);
  if (item.erased) {
    return { ...place, file: say.erased, sender: say.nameless, time, sha256: '', picture: false };
  }
  return {
    ...place,
    file: item.name || say.unnamedFile,
    sender: [item.sentBy?.name || say.nameless, item.sentBy?.position].filter(Boolean).join(' '),
    time,
    sha256: item.sha256 ?? '',
    picture: item.mediaType.startsWith('image/'),
  };
}
