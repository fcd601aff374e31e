/** What stands around words and is none: emoji, brackets, stickers, thanks in a form, lists in an answer, a message that was edited. */
import { describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { readEvent, toIncoming } from '../../src/line/inbound.ts';
import { countUpdates, stateOf } from '../helpers/fresh-office.ts';
import { GROUP, SOMSRI, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1', '2', '3', '4', '5']);

const say = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));

describe('decorations', () => {
  test.each([
    'บันทึก 👍',
    '👍 บันทึก',
    'บันทึก()',
    'บันทึกเลยค่ะ 🙏🙏',
    'ok👍',
    'ok🙏',
    '“บันทึก”',
    '(บันทึก)',
    '[ บันทึก ]',
    'บันทึกครับผม 🙏🏻',
  ])('“%s” stores the card', async (typed) => {
    await say('1.2 1) เสร็จแล้ว');
    expect(await say(typed)).toContain('บันทึกแล้ว');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed' });
  });

  test.each([
    ['🙏 งานของฉัน', 'งานของฉัน'],
    ['งานของฉัน🙏', 'งานของฉัน'],
    ['งานของฉัน ครับผม 🙏🏻', 'งานของฉัน'],
    ['🙏🏻 สถานะ 1.2 1)', 'ยังไม่ดำเนินการ'],
    ['สถานะ 1.2 1) 😊', 'ยังไม่ดำเนินการ'],
  ])('“%s” is the command', async (typed, shown) => {
    const said = await say(typed);
    expect(said).toContain(shown);
    expect(said).not.toContain('หมายถึง');
  });

  test.each(['🙏', '😊', '👍👍🏻', '()', '🇹🇭'])('“%s” alone is answered briefly', async (typed) => {
    expect(await say(typed)).toMatch(/^(?:รับทราบ|ยินดีให้บริการ)$/);
  });

  test('a sticker is answered briefly in private, and not in a group', async () => {
    const sticker = (chat: string) => office.act({ act: 'sticker', user: SOMSRI, chat }, chat);
    expect(wordsIn(await sticker(SOMSRI))).toMatch(/^(?:รับทราบ|ยินดีให้บริการ)$/);
    expect(await sticker(GROUP)).toEqual([]);
  });

  test.each([
    [
      '1.1 1) ทำแล้ว(moon) 50% อุปสรรค ฝนตก(sob)(sob) รถเสีย',
      [
        [13, 6],
        [36, 5],
        [41, 5],
      ],
      '1.1 1) ทำแล้ว 50% อุปสรรค ฝนตก รถเสีย',
    ],
    ['(moon)', [[0, 6]], ''],
    [
      'บันทึก',
      [
        [40, 5],
        [-1, 3],
        [2, 0],
      ],
      'บันทึก',
    ],
  ])('LINE’s emoji are cut from “%s”', (text, places, left) => {
    const emojis = places.map(([index, length]) => ({ index, length, productId: 'a', emojiId: '1' }));
    const event = {
      type: 'message',
      source: { type: 'user', userId: 'U1' },
      message: { id: '1', type: 'text', text, emojis },
    };
    expect(toIncoming('e', readEvent(event)!, new Date())?.content).toMatchObject({ text: left });
  });
});

describe('an open question in free words', () => {
  const opened = async (): Promise<void> => {
    await say('รายงาน 1.3 1)');
    await say('กำลังทำ');
  };

  test.each([
    'เดี๋ยวตอบนะคะ ขอบคุณค่ะ',
    'ขอบคุณค่ะ',
    'รับทราบค่ะ',
    'โอเคค่ะ',
    'สวัสดีค่ะ',
    'รอสักครู่นะคะ',
    '👍',
    '()',
    'โอเคค่ะเดี๋ยวรายงานพรุ่งนี้',
  ])('“%s” is no answer, and it is asked again', async (typed) => {
    await opened();
    const said = await say(typed);
    expect(said).toContain('สรุปผลการดำเนินงาน');
    expect(said.split('\n')[0]).not.toBe('รายงานผลการดำเนินงาน');
    await say('จัดประชุมแล้ว');
    await say('บันทึก');
    await say('บันทึก');
    expect((await stateOf(office, '1.3.1'))['result']).toBe('จัดประชุมแล้ว');
  });

  test.each([
    '1. ฝนตก\n2. รถเสีย',
    '- ฝนตก\n- รถเสีย',
    '1) วิทยากรติดภารกิจ\n2) งบมาช้า',
    'ขอบคุณทุกฝ่ายที่ร่วมกันจัดกิจกรรมนี้จนสำเร็จลุล่วงด้วยดี รวมทั้งวิทยากรจาก ป.ป.ช.',
  ])('all of “%s” is the answer', async (typed) => {
    await opened();
    await say(typed);
    await say('บันทึก');
    await say('บันทึก');
    expect((await stateOf(office, '1.3.1'))['result']).toBe(typed);
    expect((await stateOf(office, '2'))['seq']).toBe(0);
  });

  test('a sentence on another activity, by its whole code, is about that one', async () => {
    await opened();
    expect(await say('1.2 1) เสร็จแล้ว ใช้งบ 500 บาท')).toContain('1.2 1)');
    await say('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed', spent: 50_000 });
  });
});

describe('an edited message, which LINE has in groups alone', () => {
  const send = (text: string) => office.say(SOMSRI, text, { chat: GROUP, mentionBot: true });
  const said = () => office.simulator.state().messages.findLast((one) => one.from === SOMSRI)!.id;
  const edit = async (message: string, text: string) =>
    wordsIn(await office.act({ act: 'edit', user: SOMSRI, message, text }, GROUP));

  test('makes the open card anew', async () => {
    await send('1.4 1) ใช้งบ 100 บาท กำลังทำ');
    const anew = await edit(said(), '1.4 1) ใช้งบ 900 บาท กำลังทำ');
    expect(anew).toContain('ข้อความถูกแก้ไข');
    expect(anew).toContain('900 บาท');
    await office.tap(SOMSRI, 'บันทึก', GROUP);
    expect(await stateOf(office, '1.4.1')).toMatchObject({ spent: 90_000 });
    expect(await countUpdates(office)).toBe(1);
  });

  test('after it was stored says how to correct it, and changes nothing', async () => {
    await send('1.4 1) ใช้งบ 100 บาท กำลังทำ');
    const message = said();
    await office.tap(SOMSRI, 'บันทึก', GROUP);
    expect(await edit(message, '1.4 1) ใช้งบ 900 บาท กำลังทำ')).toContain('แก้งบเป็น 900');
    expect(await stateOf(office, '1.4.1')).toMatchObject({ spent: 10_000, seq: 1 });
  });

  test('that nothing was made of is let be', async () => {
    await send('สวัสดีค่ะ');
    expect(await edit(said(), 'สวัสดีครับ')).toBe('');
  });
});
