/** Rules of the simulator's page that need no browser: templates, seats, days. */
import { describe, expect, it } from 'vitest';
import {
  clockOf,
  dayOf,
  dateFieldOf,
  momentOfField,
  thaiDayOfField,
} from '../../../src/simulator/page/dates.ts';
import { pictureUrl } from '../../../src/simulator/page/flex-values.ts';
import { flexToHtml, renderFlex } from '../../../src/simulator/page/flex.ts';
import { hueOf, initialOf, seatsOf } from '../../../src/simulator/page/seats.ts';
import { templateToFlex } from '../../../src/simulator/page/template.ts';
import { eventWords, reasonWords } from '../../../src/simulator/page/words.ts';
import { sampleState } from '../../browser/simulator-page-fixture.ts';

const action = (label: string): Record<string, unknown> => ({ type: 'message', label, text: label });

describe('templates', () => {
  it.each([
    ['buttons', { title: 'หัวเรื่อง', text: 'เลือก', actions: [action('หนึ่ง'), action('สอง')] }],
    ['confirm', { text: 'เลือก', actions: [action('หนึ่ง'), action('สอง')] }],
    [
      'carousel',
      {
        columns: [
          { text: 'เลือก', actions: [action('หนึ่ง')] },
          { text: 'สอง', actions: [] },
        ],
      },
    ],
  ])('%s shows its text and all its buttons', (type, template) => {
    const html = flexToHtml(renderFlex(templateToFlex({ type, ...template })));
    for (const word of ['เลือก', 'หนึ่ง', 'สอง']) expect(html).toContain(word);
    expect(html).not.toContain('fx-unknown');
  });

  it('an image carousel shows its pictures', () => {
    const columns = [{ imageUrl: 'https://a.example/1.png', action: action('ดู') }];
    expect(flexToHtml(renderFlex(templateToFlex({ type: 'image_carousel', columns })))).toContain(
      'src="https://a.example/1.png"',
    );
  });

  it('an unknown one is none', () => {
    expect(templateToFlex({ type: 'hologram' })).toBeNull();
  });
});

describe('pictures', () => {
  it.each([
    'https://a.example/x.png',
    'http://localhost:3000/f/1',
    '/simulator/media/1',
    'data:image/png;base64,AA',
  ])('may come from %s', (url) => expect(pictureUrl(url)).toBe(url));
  it.each([
    'http://a.example/x.png',
    '//a.example/x',
    '/\\a.example',
    'javascript:1',
    'data:text/html,x',
    7,
    null,
  ])('may not come from %s', (url) => expect(pictureUrl(url)).toBeNull());
});

describe('seats', () => {
  it('are one for each person, then one for each group as its first member or the chosen one sees it', () => {
    const state = sampleState();
    expect(seatsOf(state, {}).map((seat) => [seat.chat, seat.user.userId])).toEqual([
      ['U1', 'U1'],
      ['U2', 'U2'],
      ['C1', 'U1'],
    ]);
    expect(seatsOf(state, { C1: 'U2' }).at(-1)?.user.userId).toBe('U2');
  });

  it('have a letter and a hue from the name', () => {
    expect(initialOf('เกษม สุขใจ')).toBe('ก');
    expect(initialOf('(Anan)')).toBe('A');
    expect(initialOf('…')).toBe('?');
    expect(hueOf('น้ำฝน')).toBe(hueOf('น้ำฝน'));
    expect(hueOf('น้ำฝน')).not.toBe(hueOf('กิตติ'));
  });
});

describe('days', () => {
  it('are Bangkok’s, in the Buddhist Era', () => {
    // 20:30 in London on Sunday is 03:30 in Bangkok on Monday.
    const iso = '2021-02-14T20:30:00.000Z';
    expect(dayOf(iso)).toBe('วันจันทร์ที่ 15 กุมภาพันธ์ 2564');
    expect(clockOf(iso)).toBe('03:30');
    expect(dateFieldOf(iso)).toBe('2021-02-15T03:30');
    expect(momentOfField(dateFieldOf(iso))).toBe(iso);
  });

  it('are written beside a Gregorian field', () => {
    expect(thaiDayOfField('2021-03-20')).toBe('20 มี.ค. 2564');
    expect(thaiDayOfField('2021-03-20T08:00')).toBe('20 มี.ค. 2564');
    expect(thaiDayOfField('08:00')).toBe('');
    expect(momentOfField('')).toBeNull();
  });
});

describe('words', () => {
  it('say events and reasons in Thai, and show what they have no words for', () => {
    expect(eventWords('bot-join', ['คืบหน้า'], 'x')).toBe('คืบหน้า เข้าร่วมกลุ่ม');
    expect(eventWords('new-event', ['คืบหน้า'], 'as sent')).toBe('as sent');
    expect(reasonWords('too-large')).toBe('ไฟล์ใหญ่เกินไป');
    expect(reasonWords('new-reason')).toBe('new-reason');
  });
});
