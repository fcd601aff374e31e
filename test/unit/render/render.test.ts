import type { messagingApi } from '@line/bot-sdk';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeTap, encodeTap } from '../../../src/bot/tap.ts';
import type { Action, Message } from '../../../src/bot/types.ts';
import { renderReply } from '../../../src/line/render.ts';
import { flexAction, quickReplyItem } from '../../../src/line/render-actions.ts';
import { sample } from '../cards/sample-cards.ts';

const render = (...messages: Message[]): messagingApi.Message[][] =>
  renderReply({ language: 'th', messages });
const said = (text: string, quick?: Action[]): Message => ({
  type: 'text',
  text,
  ...(quick ? { quick } : {}),
});
const save = { do: 'save', draft: 'd1', rev: 2 } as const;

describe('actions', () => {
  test('a tap is a postback that decodes to itself and shows what it says', () => {
    const action = flexAction({ type: 'tap', label: 'บันทึก', tap: save, say: 'บันทึก' });
    expect(action).toEqual({
      type: 'postback',
      label: 'บันทึก',
      data: 'do=save&draft=d1&rev=2',
      displayText: 'บันทึก',
    });
    expect(decodeTap('do=save&draft=d1&rev=2')).toEqual(save);
  });

  test('whatever a tap says is read as it was said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const said = decodeTap(encodeTap({ do: 'say', text }));
        expect(said).toEqual({ do: 'say', text: text.toWellFormed() });
      }),
    );
    expect(decodeTap(encodeTap({ do: 'say', text: '\ud800 a+b&c=d %20' }))).toEqual({
      do: 'say',
      text: '\ufffd a+b&c=d %20',
    });
  });

  test('a tap with words to fill in opens the keyboard', () => {
    expect(flexAction({ type: 'tap', label: 'แก้', tap: save, fillIn: 'แก้งบเป็น ' })).toMatchObject({
      inputOption: 'openKeyboard',
      fillInText: 'แก้งบเป็น',
    });
  });

  test('what is too long for postback data is typed instead', () => {
    const value = 'คำตอบ'.repeat(20);
    expect(
      flexAction({ type: 'tap', label: 'ตอบ', tap: { do: 'answer', draft: 'd', rev: 1, value } }),
    ).toEqual({
      type: 'message',
      label: 'ตอบ',
      text: value,
    });
    expect(flexAction({ type: 'tap', label: 'สั่ง', tap: { do: 'say', text: value } })).toMatchObject({
      text: value,
    });
  });

  test('say, link and date keep their meaning', () => {
    expect(flexAction({ type: 'say', label: 'งาน', text: 'งานของฉัน' })).toEqual({
      type: 'message',
      label: 'งาน',
      text: 'งานของฉัน',
    });
    expect(flexAction({ type: 'link', label: 'เปิด', url: 'https://example.go.th/ไฟล์?a="1"' })).toEqual({
      type: 'uri',
      label: 'เปิด',
      uri: 'https://example.go.th/%E0%B9%84%E0%B8%9F%E0%B8%A5%E0%B9%8C?a=%221%22',
    });
    const date = {
      type: 'date',
      label: 'วันที่',
      tap: save,
      initial: '2021-03-15',
      min: '2020-10-01',
      max: '2021-09-30',
    } as const;
    expect(flexAction(date)).toEqual({
      type: 'datetimepicker',
      label: 'วันที่',
      data: 'do=save&draft=d1&rev=2',
      mode: 'date',
      initial: '2021-03-15',
      min: '2020-10-01',
      max: '2021-09-30',
    });
    expect(flexAction({ ...date, initial: '2022-01-01' })).not.toHaveProperty('initial');
    expect(flexAction({ ...date, max: '2020-02-30' })).not.toHaveProperty('min');
  });

  test('an address LINE would refuse does not take the card down with it', () => {
    for (const url of ['javascript:alert(1)', 'no address', `https://example.go.th/${'ก'.repeat(200)}`]) {
      expect(flexAction({ type: 'link', label: 'เปิด', url })).toEqual({
        type: 'message',
        label: 'เปิด',
        text: 'เปิด',
      });
    }
  });

  test('a percent sign that encodes nothing is encoded itself', () => {
    for (const [url, sent] of [
      ['https://example.go.th/%', 'https://example.go.th/%25'],
      ['https://example.go.th/%E0%ก?%=%2&ok=%20', 'https://example.go.th/%E0%25%E0%B8%81?%25=%252&ok=%20'],
    ] as const) {
      expect(flexAction({ type: 'link', label: 'เปิด', url })).toMatchObject({ type: 'uri', uri: sent });
      expect(render({ type: 'image', url, previewUrl: url })).toEqual([
        [{ type: 'image', originalContentUrl: sent, previewImageUrl: sent }],
      ]);
    }
  });

  test('a picture that LINE would refuse does not take the words with it', () => {
    const good = 'https://example.go.th/chart.png';
    const bad = 'http://example.go.th/chart.png';
    expect(render(said('ยอดเดือนนี้'), { type: 'image', url: good, previewUrl: bad })).toEqual([
      [{ type: 'text', text: 'ยอดเดือนนี้' }],
    ]);
    expect(render({ type: 'image', url: bad, previewUrl: good })).toEqual([]);
    const here = 'http://localhost:3000/chart.png';
    expect(render({ type: 'image', url: here, previewUrl: here })).toHaveLength(1);
  });

  test('camera and album exist as quick replies only', () => {
    expect(flexAction({ type: 'camera', label: 'ถ่ายรูป' })).toBeNull();
    expect(quickReplyItem({ type: 'camera', label: 'ถ่ายรูป' }).action).toEqual({
      type: 'camera',
      label: 'ถ่ายรูป',
    });
    expect(quickReplyItem({ type: 'album', label: 'เลือกรูป' }).action).toEqual({
      type: 'cameraRoll',
      label: 'เลือกรูป',
    });
  });

  test('labels are cut between letters, never before a tone mark', () => {
    const label = flexAction({ type: 'say', label: 'กี่'.repeat(15), text: 'x' })?.label ?? '';
    expect(label).toBe(`${'กี่'.repeat(15)}`.slice(0, 3 * 15));
    expect(flexAction({ type: 'say', label: 'กี่'.repeat(30), text: 'x' })?.label).toBe(`${'กี่'.repeat(19)}…`);
  });
});

describe('batches', () => {
  test('nothing to say is nothing to send', () => {
    expect(render()).toEqual([]);
  });

  test('a long text is split at a line feed or space', () => {
    const [batch] = render(said(`${'ก'.repeat(4000)} ${'ข'.repeat(4000)}`));
    expect(batch).toEqual([
      { type: 'text', text: 'ก'.repeat(4000) },
      { type: 'text', text: 'ข'.repeat(4000) },
    ]);
  });

  test('a text without a space is split between letters', () => {
    const [batch] = render(said('กี่'.repeat(2000)));
    const texts = (batch ?? []).map((message) => ('text' in message ? message.text : ''));
    expect(texts.join('')).toBe('กี่'.repeat(2000));
    for (const text of texts) expect(text).toMatch(/^ก/);
  });

  test('up to five messages stay as they are', () => {
    const [batch, ...more] = render(said('1'), said('2'), said('3'), said('4'), said('5'));
    expect(batch).toHaveLength(5);
    expect(more).toEqual([]);
  });

  test('more than five: neighbouring texts are joined, so that the reply token is enough', () => {
    const batches = render(...Array.from({ length: 8 }, (_, index) => said(String(index + 1))));
    expect(batches).toEqual([
      [
        { type: 'text', text: '1\n\n2\n\n3\n\n4' },
        ...['5', '6', '7', '8'].map((text) => ({ type: 'text', text })),
      ],
    ]);
  });

  test('more than five cards go in further batches, in order', () => {
    const card: Message = { type: 'card', card: sample('receipt', 'receipt') };
    expect(render(card, card, card, card, card, card, said('จบ')).map((batch) => batch.length)).toEqual([
      5, 2,
    ]);
  });
});

describe('quick replies', () => {
  const quick: Action[] = [{ type: 'say', label: 'ช่วยเหลือ', text: 'ช่วยเหลือ' }];
  const labels = (batches: messagingApi.Message[][]): unknown[] =>
    batches.flat().map((message) => message.quickReply?.items?.map((item) => item.action?.label));

  test('stand on the last message, whoever brought them', () => {
    expect(labels(render(said('1', quick), said('2')))).toEqual([undefined, ['ช่วยเหลือ']]);
  });

  test('of two messages the newer ones count', () => {
    const older: Action[] = [{ type: 'say', label: 'เก่า', text: 'เก่า' }];
    expect(labels(render(said('1', older), said('2', quick)))).toEqual([undefined, ['ช่วยเหลือ']]);
  });

  test('are at most 13', () => {
    const many = Array.from({ length: 20 }, (_, index): Action => ({
      type: 'say',
      label: `${index}`,
      text: 'x',
    }));
    expect(labels(render(said('1', many)))[0]).toHaveLength(13);
  });

  test('hold the camera that a question offers, once', () => {
    const card: Message = { type: 'card', card: sample('question-evidence', 'question') };
    expect(labels(render(card))).toEqual([['ถ่ายรูป', 'เลือกรูป']]);
    const both: Message = { ...card, quick: [{ type: 'camera', label: 'กล้อง' }] };
    expect(labels(render(both))).toEqual([['เลือกรูป', 'กล้อง']]);
  });
});
