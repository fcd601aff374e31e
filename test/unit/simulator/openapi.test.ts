import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { SimAct } from '../../../src/simulator/types.ts';
import { openApiVerdict } from '../line-limits/openapi.ts';
import { GROUP, openBench, SOMCHAI, STRANGER } from './bench.ts';

/** LINE's specification may lie beside the checkout; it is not ours to ship. */
const file = new URL('../../../../shared/line-openapi/webhook.yml', import.meta.url);
const present = existsSync(file);

const here = { user: SOMCHAI, chat: GROUP };
const alone = { user: SOMCHAI, chat: SOMCHAI };
const base64 = Buffer.from('bytes').toString('base64');
const acts: SimAct[] = [
  { act: 'text', ...here, text: 'สรุป', mentionBot: true },
  { act: 'text', ...alone, text: 'สวัสดี' },
  { act: 'image', ...alone, base64, contentType: 'image/png' },
  { act: 'file', ...here, base64, fileName: 'งบ.pdf' },
  { act: 'sticker', ...here },
  { act: 'postback', ...alone, data: 'x', params: { date: '2021-02-10' } },
  { act: 'follow', user: STRANGER },
  { act: 'block', user: STRANGER },
  { act: 'unblock', user: STRANGER },
  { act: 'member-join', group: GROUP, user: STRANGER },
  { act: 'member-leave', group: GROUP, user: STRANGER },
  { act: 'bot-leave', group: GROUP },
  { act: 'bot-join', group: GROUP },
];

test(`every webhook fits LINE’s OpenAPI file${present ? '' : ' (not beside the checkout: only counted)'}`, async () => {
  const bench = await openBench();
  for (const act of acts) expect(await bench.sim.act(act), act.act).toEqual({ ok: true });
  await bench.sim.waitIdle();
  const first = bench.sim.state().messages[1]?.id ?? '';
  await bench.sim.act({ act: 'unsend', user: SOMCHAI, message: first });
  await bench.sim.waitIdle();
  await bench.close();

  expect(bench.deliveries).toHaveLength(acts.length + 1);
  if (!present) return;
  const fits = openApiVerdict(file, 'CallbackRequest');
  for (const { body } of bench.deliveries) expect(fits(body), JSON.stringify(body.events)).toBe(true);
  expect(fits({ destination: `U${'0'.repeat(32)}`, events: [{ type: 'message' }] })).toBe(false);
});
