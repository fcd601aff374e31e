/** Counts the numbers that Word draws before paragraphs by itself, as they stand in no text; word.ts asks. */
import { walkXml } from './xml.ts';

interface Level {
  start: number;
  format: string;
  /** `%1.%2)` */
  text: string;
}

export interface NumberCounter {
  /** @returns the number of the next paragraph of that list and level, `` where it draws none or a bullet. */
  next(list: string, level: number): string;
}

/** @param xml the part with the document's lists, if it has any. @param own its namespace. */
export function numberCounter(
  xml: Buffer | undefined,
  own: RegExp,
  letters: readonly string[],
): NumberCounter {
  const abstract = new Map<string, Level[]>();
  const lists = new Map<string, string>();
  let levels: Level[] = [];
  let level: Level | null = null;
  let list = '';
  if (xml)
    walkXml(
      xml,
      {
        open(element) {
          const value = element.get('val') ?? '';
          if (element.name === 'abstractNum') abstract.set(element.get('abstractNumId') ?? '', (levels = []));
          else if (element.name === 'lvl')
            levels[Number(element.get('ilvl') ?? 0)] = level = { start: 1, format: 'decimal', text: '' };
          else if (element.name === 'num') list = element.get('numId') ?? '';
          else if (element.name === 'abstractNumId') lists.set(list, value);
          else if (level && element.name === 'start') level.start = Number(value);
          else if (level && element.name === 'numFmt') level.format = value;
          else if (level && element.name === 'lvlText') level.text = value;
        },
        close(name) {
          if (name === 'lvl') level = null;
        },
      },
      own,
    );
  const counts = new Map<string, number[]>();
  return {
    next(of, at) {
      const key = lists.get(of);
      const own = key === undefined ? undefined : abstract.get(key);
      const here = own?.[at];
      if (key === undefined || !own || !here || here.format === 'bullet' || here.format === 'none') return '';
      const count = counts.get(key) ?? [];
      counts.set(key, count);
      count.length = Math.min(count.length, at + 1);
      for (let upper = 0; upper < at; upper += 1) count[upper] ??= own[upper]?.start ?? 1;
      count[at] = count[at] === undefined ? here.start : count[at]! + 1;
      return here.text.replace(/%(\d)/g, (_whole, digit: string) => {
        const index = Number(digit) - 1;
        return drawn(count[index] ?? 1, own[index]?.format ?? 'decimal', letters);
      });
    },
  };
}

function drawn(number: number, format: string, letters: readonly string[]): string {
  if (format === 'thaiNumbers')
    return String(number).replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
  if (format === 'thaiLetters') return letters[number - 1] ?? String(number);
  if (format === 'lowerLetter' && number <= 26) return String.fromCharCode(96 + number);
  if (format === 'upperLetter' && number <= 26) return String.fromCharCode(64 + number);
  return String(number);
}
