import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkMessages } from '../../../src/line/limits.ts';
import { renderReply } from '../../../src/line/render.ts';
import { flexAction } from '../../../src/line/render-actions.ts';
import { pictureAddress } from '../../../src/line/render-address.ts';
import { address, cardKinds, cardOf, messages, text } from './nasty-cards.ts';

const language = fc.constantFrom('th', 'en');
const lonePercent = 'https://example.go.th/%';

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

test('an address comes out as LINE takes it, or not at all', () => {
  fc.assert(
    fc.property(address, (url) => {
      const link = flexAction({ type: 'link', label: 'เปิด', url });
      const item = { type: 'action', action: link };
      expect(checkMessages([{ type: 'text', text: '-', quickReply: { items: [item] } }])).toEqual([]);
      if (link?.type !== 'uri') expect(link).toMatchObject({ type: 'message', text: 'เปิด' });
      const shown = pictureAddress(url);
      const image = { type: 'image', originalContentUrl: shown, previewImageUrl: shown };
      if (shown !== null) expect(checkMessages([image], { allowLoopbackHttp: true })).toEqual([]);
    }),
    { numRuns: 500, examples: [[lonePercent], ['line:nothing'], ['tel:']] },
  );
});

test('any reply comes out in batches that LINE takes', () => {
  fc.assert(
    fc.property(messages, language, (said, inLanguage) => {
      const batches = renderReply({ language: inLanguage, messages: said });
      // a picture that LINE would refuse is left out
      if (said.some(({ type }) => type !== 'image')) expect(batches).not.toEqual([]);
      if (said.length === 0) expect(batches).toEqual([]);
      for (const batch of batches) expect(checkMessages(batch, { allowLoopbackHttp: true })).toEqual([]);
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
