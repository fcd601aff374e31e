/** Finds the parts of an Office file by its relations, whatever they are called; the readers of Word and Excel use it. */
import type { Parts } from './archive.ts';
import { walkXml } from './xml.ts';

export interface Relation {
  id: string;
  /** The last word of its type: `worksheet`, `sharedStrings`. */
  type: string;
  /** Name of the part. */
  target: string;
}

/** @param part the name whose relations are asked for; `` for the file as a whole. */
export function relationsOf(parts: Parts, part: string): Relation[] {
  const slash = part.lastIndexOf('/');
  const [folder, name] = [part.slice(0, slash + 1), part.slice(slash + 1)];
  const xml = parts.get(`${folder}_rels/${name}.rels`);
  const found: Relation[] = [];
  if (!xml) return found;
  walkXml(xml, {
    open(element) {
      if (element.name !== 'Relationship' || element.get('TargetMode') === 'External') return;
      const target = element.get('Target') ?? '';
      const type = element.get('Type') ?? '';
      found.push({
        id: element.get('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolved(folder, target),
      });
    },
    close: () => undefined,
  });
  return found;
}

/** A target as the name of a part: relative to the folder, absolute with a slash, lower case. */
function resolved(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const whole = path.startsWith('/') ? path : `/${folder}${path}`;
  const steps: string[] = [];
  for (const step of whole.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return decodeURI(steps.join('/')).toLowerCase();
}

/** @returns the main part of the file, or null. */
export function mainPart(parts: Parts): string | null {
  const main = relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target;
  if (main !== undefined && parts.has(main)) return main;
  return ['xl/workbook.xml', 'word/document.xml'].find((name) => parts.has(name)) ?? null;
}
