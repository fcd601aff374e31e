import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkMessages } from '../../../src/line/limits.ts';
import { openApiVerdict } from './openapi.ts';
import { bad, flex, good, progressCard } from './samples.ts';

/** LINE's specification may lie beside the checkout; it is not ours to ship. */
const folder = new URL('../../../../shared/line-openapi/', import.meta.url);
const file = new URL('messaging-api.yml', folder);
const present = existsSync(file);

test(`our verdicts hold against LINE’s OpenAPI file${present ? '' : ' (not beside the checkout: nothing compared)'}`, () => {
  expect(present).toBe(existsSync(folder));
  if (!present) return;
  const fits = openApiVerdict(file, 'PushMessageRequest');
  const accepts = (messages: unknown): boolean => fits({ to: 'U1', messages });
  for (const [name, messages] of good)
    expect(accepts(messages), `${name}: LINE's schema takes it`).toBe(true);

  const refused = bad.filter(([, messages]) => !accepts(messages));
  expect(refused.length).toBeGreaterThan(15);
  for (const [name, messages] of refused) expect(checkMessages(messages), name).not.toEqual([]);

  // Whatever LINE's schema refuses of a card that was tampered with, we refuse too.
  const keys = [
    'type',
    'layout',
    'flex',
    'wrap',
    'contents',
    'position',
    'align',
    'unknown',
    'action',
    'text',
  ];
  const tampered = fc.tuple(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 1 }), fc.nat(3));
  fc.assert(
    fc.property(tampered, ([key, value, at]) => {
      const card = structuredClone(progressCard) as { body: { contents: Record<string, unknown>[] } };
      Object.assign(card.body.contents[at] ?? {}, { [key]: value });
      const messages = [flex(card)];
      if (!accepts(messages)) expect(checkMessages(messages)).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});
