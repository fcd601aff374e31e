import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkMessages } from '../../../src/line/limits.ts';
import { renderReply } from '../../../src/line/render.ts';
import { cardKinds, cardOf, messages, text } from './nasty-cards.ts';

const language = fc.constantFrom('th', 'en');

test.each(cardKinds)('a %s card with any text in it is within LINE’s limits', (kind) => {
  fc.assert(
    fc.property(cardOf(kind), language, (card, inLanguage) => {
      const batches = renderReply({ language: inLanguage, messages: [{ type: 'card', card }] });
      expect(batches.flat().length).toBeGreaterThan(0);
      for (const batch of batches) expect(checkMessages(batch)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('any reply comes out in batches that LINE takes', () => {
  fc.assert(
    fc.property(messages, language, (said, inLanguage) => {
      const batches = renderReply({ language: inLanguage, messages: said });
      expect(batches.length > 0).toBe(said.length > 0);
      for (const batch of batches) expect(checkMessages(batch)).toEqual([]);
      const marked = batches.flat().filter((message) => message.quickReply);
      expect(marked.length).toBeLessThanOrEqual(1);
      if (marked.length === 1) expect(batches.flat().at(-1)).toBe(marked[0]);
    }),
    { numRuns: 60 },
  );
});

test('texts lose nothing but what cannot be seen', () => {
  const visible = (value: string): string => value.replace(/[\s\p{C}\ufff9-\uffff…]/gu, '');
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (parts) => {
      const said = parts.map((part) => ({ type: 'text' as const, text: part }));
      const out = renderReply({ language: 'th', messages: said }).flat();
      const sent = out.map((message) => ('text' in message ? message.text : '')).join('');
      expect(visible(sent)).toBe(visible(parts.join('')));
    }),
    { numRuns: 200 },
  );
});
