/** What an answer sends beyond one send: to a person it follows as a push, to a group it waits, as a push is paid for each member. */
import { describe, expect, test } from 'vitest';
import type { Incoming } from '../../../../src/bot/types.ts';
import type { Database } from '../../../../src/db/connect.ts';
import { type OutboxDocument, packMessages } from '../../../../src/db/outbox.ts';
import { outgoing, pushRows } from '../../../../src/queue/outbox/outgoing.ts';

const NOW = new Date('2026-03-02T02:00:00Z');
const GROUP = `C${'2'.repeat(32)}`;
const PERSON = `U${'1'.repeat(32)}`;
const database = {} as Database;

function said(
  chat: Incoming['chat'],
  count: number,
  riders: Partial<OutboxDocument>[] = [],
  receivedAt = NOW,
) {
  const incoming = { id: 'event', at: NOW, chat, userId: PERSON, replyToken: 'token' } as Incoming;
  const messages = Array.from({ length: count }, (_, index) => ({
    type: 'text' as const,
    text: `${index}`.repeat(4900),
  }));
  const handled = { office: 'o', reply: { language: 'th' as const, messages }, writes: [], pushes: [] };
  const waiting = riders.map((one, index) => ({
    _id: `rider-${index}`,
    messages: packMessages([{ type: 'text', text: `rider ${index}` }]),
    about: [null],
    expiresAt: null,
    ...one,
  })) as OutboxDocument[];
  return outgoing(database, incoming, handled, {
    holder: 'it',
    now: NOW,
    receivedAt,
    riders: Promise.resolve(waiting),
  });
}
const inserted = ({ writes }: Awaited<ReturnType<typeof said>>) =>
  writes.flatMap((write) => (write.to === 'outbox' && write.insert ? [write.insert] : []));

describe('an answer of seven messages', () => {
  test('to a person goes on as a push of one message', async () => {
    const sent = await said({ type: 'user', id: PERSON }, 7);
    expect(sent.rows.map(({ kind, cost, state }) => ({ kind, cost, state }))).toEqual([
      { kind: 'reply', cost: 0, state: 'open' },
      { kind: 'push', cost: 1, state: 'open' },
    ]);
    expect(inserted(sent)).toHaveLength(2);
  });

  test('to a group costs nothing: the rest waits for the next answer there', async () => {
    const sent = await said({ type: 'group', id: GROUP }, 7);
    expect(sent.rows.map((row) => row.kind)).toEqual(['reply']);
    const rest = inserted(sent).find((row) => row._id !== sent.rows[0]!._id);
    expect(rest).toMatchObject({ to: GROUP, state: 'waiting', cost: 0, holder: null, nextAt: null });
    expect(rest).not.toHaveProperty('open');
  });
});

describe('an answer that comes late', () => {
  const chat = { type: 'user' as const, id: PERSON };
  const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

  test('is tried with its token, and takes nothing along', async () => {
    const { rows } = await said(chat, 1, [{}], ago(2));
    expect(rows[0]).toMatchObject({ kind: 'reply', replyToken: 'token', late: { until: null } });
    expect(rows[0]!.late!.words).toContain('09.00\u00A0น.');
    expect(rows[0]!.messages).not.toContain('rider');
  });

  test('past every token waits at once in place of the ones before it', async () => {
    const sent = await said(chat, 1, [], ago(21));
    expect(sent.rows).toEqual([]);
    expect(inserted(sent)[0]).toMatchObject({ kind: 'push', state: 'waiting', cost: 1, holder: null });
    expect(inserted(sent)[0]).not.toHaveProperty('open');
    const ended = sent.writes.flatMap((write) =>
      write.to === 'outbox' && write.updateAll ? [write.updateAll] : [],
    );
    expect(ended[0]).toMatchObject({ where: { to: PERSON, purpose: 'answer', state: 'waiting' } });
  });
});

test('a rider whose time is over does not come along', async () => {
  const chat = { type: 'group' as const, id: GROUP };
  const { rows } = await said(chat, 1, [{ expiresAt: new Date(NOW.getTime() - 1) }, {}]);
  expect(rows[0]!.messages).toContain('rider 1');
  expect(rows[0]!.messages).not.toContain('rider 0');
});

test('a push that says how long it is worth sending ends then, any other does not', () => {
  const push = { key: 'k', to: PERSON, office: 'o', purpose: 'nudge', cost: 1 };
  const reply = { language: 'th' as const, messages: [{ type: 'text' as const, text: 'x' }] };
  const lease = { holder: null, nextAt: NOW, createdAt: NOW };
  const [short] = pushRows({ ...push, reply, lastsMs: 1000 }, lease);
  const [long] = pushRows({ ...push, reply }, lease);
  expect([short!.expiresAt, long!.expiresAt]).toEqual([new Date(NOW.getTime() + 1000), null]);
});
