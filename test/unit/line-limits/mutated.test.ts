import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bubbleBytes, checkMessages, LIMITS } from '../../../src/line/limits.ts';
import { renderReply } from '../../../src/line/render.ts';
import { samples } from '../cards/sample-cards.ts';
import { bubble, flex, good, words } from './samples.ts';

type Parts = Record<string | number, unknown>;
interface Place {
  parent: Parts;
  key: string | number;
  property: string;
}

const cards = Object.values(samples).flatMap((card) =>
  renderReply({ language: 'th', messages: [{ type: 'card', card }] }),
);
/** As text, so that each run breaks a copy of its own. */
const sendable = fc.constantFrom(
  ...[...good.map(([, messages]) => messages), ...cards].map((one) => JSON.stringify(one)),
);

function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null;
}

/** Every place of the messages, with the name a problem there must carry. */
function placesOf(value: unknown, property = 'messages'): Place[] {
  if (!isParts(value)) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => {
    const here = typeof key === 'number' ? `${property}[${key}]` : `${property}.${key}`;
    return [{ parent: value, key, property: here }, ...placesOf(value[key], here)];
  });
}

describe('messages of ours with one thing changed', () => {
  test('an odd value is reported where it stands, and nothing else is', () => {
    const odd = fc.constantFrom<unknown>(null, Infinity, ['x'], { odd: 1 });
    fc.assert(
      fc.property(sendable, fc.nat(), odd, (json, at, value) => {
        const messages: unknown = JSON.parse(json);
        expect(checkMessages(messages)).toEqual([]);
        const places = placesOf(messages);
        const place = places[at % places.length] as Place;
        place.parent[place.key] = value;
        const found = checkMessages(messages);
        expect(found).not.toEqual([]);
        expect(found.filter(({ property }) => !property.startsWith(place.property))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('a field LINE does not know is reported by its name, whatever the name', () => {
    const name = fc.constantFrom('__proto__', 'constructor', 'toString', 'colour', '', 'ก');
    fc.assert(
      fc.property(sendable, fc.nat(), name, (json, at, key) => {
        const messages: unknown = JSON.parse(json);
        const places = placesOf(messages).filter(
          ({ parent, property }) => !Array.isArray(parent) && !property.includes('.substitution'),
        );
        const place = places[at % places.length] as Place;
        Object.defineProperty(place.parent, key, { value: 'x', enumerable: true });
        const object = place.property.slice(0, -`.${place.key}`.length);
        expect(checkMessages(messages)).toEqual([{ message: 'unknown field', property: `${object}.${key}` }]);
      }),
      { numRuns: 500 },
    );
  });
});

test('a bubble is refused exactly when its JSON is too long, however its signs are written', () => {
  const sign = fc.oneof(
    fc.constantFrom('a', '"', '\\', '\n', '\u0001', '\u007f', 'é', 'ก', '\u2028', '😀', '\ud800', '\udc00'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
  );
  fc.assert(
    fc.property(
      fc.array(sign, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: -3, max: 3 }),
      (signs, more) => {
        const unit = signs.join('');
        const frame = bubbleBytes(bubble([words({ text: '' })]));
        const each = bubbleBytes(unit.repeat(2)) - bubbleBytes(unit);
        const times = Math.floor((LIMITS.bubbleBytes - frame) / each) + more;
        const card = bubble([words({ text: unit.repeat(times) })]);
        const bytes = Buffer.byteLength(JSON.stringify(card));
        expect(checkMessages([flex(card)])).toEqual(
          bytes <= LIMITS.bubbleBytes
            ? []
            : [
                {
                  message: `a bubble must be at most 30720 bytes, not ${bytes}`,
                  property: 'messages[0].contents',
                },
              ],
        );
      },
    ),
    { numRuns: 300 },
  );
});
