/** Messages LINE takes and messages it refuses, with the place of the fault; both limit tests read them. */

type Json = Record<string, unknown>;

export const thai = (length: number): string => 'ก'.repeat(length);
/** One grapheme cluster of three UTF-16 units: a consonant with vowel and tone mark. */
export const cluster = 'ที่';

export const message = (more: Json = {}): Json => ({ type: 'text', text: 'สวัสดี', ...more });
export const flex = (contents: unknown, more: Json = {}): Json => ({
  type: 'flex',
  altText: 'รายงานความคืบหน้า',
  contents,
  ...more,
});
export const words = (more: Json = {}): Json => ({ type: 'text', text: 'งบประมาณ', ...more });
export const box = (contents: unknown[], more: Json = {}): Json => ({
  type: 'box',
  layout: 'vertical',
  contents,
  ...more,
});
export const bubble = (contents: unknown[], more: Json = {}): Json => ({
  type: 'bubble',
  body: box(contents),
  ...more,
});
const say = (label: string): Json => ({ type: 'message', label, text: 'ช่วยเหลือ' });
const button = (action: Json): Json => ({ type: 'button', action });
const onCard = (action: Json): Json => flex(bubble([button(action)]));
const quick = (...actions: Json[]): Json =>
  message({ quickReply: { items: actions.map((action) => ({ type: 'action', action })) } });
const image = (more: Json = {}): Json => ({ type: 'image', url: 'https://example.com/a.png', ...more });
const icon = { type: 'icon', url: 'https://example.com/i.png' };
const video = {
  type: 'video',
  url: 'https://example.com/v.mp4',
  previewUrl: 'https://example.com/v.png',
  altContent: image(),
};
const picker = (more: Json): Json => ({
  type: 'datetimepicker',
  label: 'เลือกวัน',
  data: 'due',
  mode: 'date',
  ...more,
});
const template = (more: Json): Json => ({ type: 'template', altText: 'เลือก', template: more });

export const progressCard = bubble(
  [
    box([words({ flex: 2, color: '#6B7280' }), words({ flex: 5, wrap: true, align: 'end' })], {
      layout: 'horizontal',
      spacing: 'md',
    }),
    box([], { height: '8px', width: '64%', backgroundColor: '#0369A1', cornerRadius: '4px' }),
    { type: 'separator', margin: 'lg', color: '#DDDDDD' },
    {
      type: 'text',
      wrap: true,
      maxLines: 3,
      contents: [
        { type: 'span', text: 'หมายเหตุ ', weight: 'bold' },
        { type: 'span', text: 'ไม่มี' },
      ],
    },
  ],
  {
    size: 'mega',
    header: box([words({ color: '#FFFFFF', weight: 'bold' })], { backgroundColor: '#0F766EFF' }),
    hero: image({ size: 'full', aspectRatio: '20:13', aspectMode: 'cover' }),
    footer: box([
      button({ type: 'postback', label: 'บันทึก', data: 'do=save', displayText: 'บันทึก' }),
      button({ type: 'uri', label: 'เปิด', uri: 'https://example.com/%E0%B8%81?a=1#b' }),
      button(picker({ initial: '2026-11-30', min: '2026-11-22', max: '2027-12-31' })),
    ]),
    styles: { footer: { separator: true } },
  },
);

export const good: [name: string, messages: Json[]][] = [
  ['a text', [message()]],
  ['five texts', Array.from({ length: 5 }, () => message())],
  ['a text of 5000 units', [message({ text: thai(5000) })]],
  ['a card with everything', [flex(progressCard)]],
  ['a carousel of twelve', [flex({ type: 'carousel', contents: Array(12).fill(bubble([words()])) })]],
  ['an altText of 1500', [flex(bubble([words()]), { altText: thai(1500) })]],
  ['a flex label of 40 clusters', [onCard(say(cluster.repeat(40)))]],
  ['a quick-reply label of 20 clusters', [quick(say(cluster.repeat(20)))]],
  ['13 quick replies', [quick(...Array.from({ length: 13 }, () => say('ดู')))]],
  [
    'camera and album as quick replies',
    [quick({ type: 'camera', label: 'ถ่าย' }, { type: 'cameraRoll', label: 'อัลบั้ม' })],
  ],
  ['an icon on a baseline', [flex(bubble([box([icon, words()], { layout: 'baseline' })]))]],
  ['a film as hero', [flex(bubble([words()], { hero: video, size: 'giga' }))]],
  [
    'a gradient',
    [
      flex(
        bubble([
          box([], {
            background: {
              type: 'linearGradient',
              angle: '45deg',
              startColor: '#000000',
              endColor: '#FFFFFF',
            },
          }),
        ]),
      ),
    ],
  ],
  [
    'a keyboard filled in',
    [onCard({ type: 'postback', label: 'แก้', data: 'x', inputOption: 'openKeyboard', fillInText: 'งบ ' })],
  ],
  [
    'times and moments',
    [
      onCard(picker({ mode: 'time', min: '08:00', max: '17:00', initial: '09:30' })),
      onCard(picker({ mode: 'datetime', min: '2026-01-01T00:00', max: '2026-01-01T00:01' })),
    ],
  ],
  ['a leap day', [onCard(picker({ initial: '2024-02-29' }))]],
  ['a phone call', [onCard({ type: 'uri', label: 'โทร', uri: 'tel:021234567' })]],
  [
    'a mention',
    [
      {
        type: 'textV2',
        text: 'เรียน {who} {{ไม่ใช่}}',
        substitution: { who: { type: 'mention', mentionee: { type: 'user', userId: 'U1' } } },
      },
    ],
  ],
  [
    'an emoji',
    [message({ text: '$ ดี', emojis: [{ index: 0, productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' }] })],
  ],
  [
    'a picture',
    [
      {
        type: 'image',
        originalContentUrl: 'https://example.com/a.jpg',
        previewImageUrl: 'https://example.com/b.jpg',
      },
    ],
  ],
  [
    'a film, a sound, a place, a sticker',
    [
      {
        type: 'video',
        originalContentUrl: 'https://example.com/a.mp4',
        previewImageUrl: 'https://example.com/b.jpg',
      },
      { type: 'audio', originalContentUrl: 'https://example.com/a.m4a', duration: 60000 },
      { type: 'location', title: 'ที่ว่าการอำเภอ', address: 'ถนนสุขุมวิท', latitude: 13.7, longitude: 100.5 },
      { type: 'sticker', packageId: '446', stickerId: '1988' },
    ],
  ],
  [
    'templates',
    [
      template({ type: 'buttons', text: thai(160), actions: [say('ดู')] }),
      template({ type: 'confirm', text: 'แน่ใจหรือไม่', actions: [say('ใช่'), say('ไม่')] }),
      template({ type: 'carousel', columns: [{ text: thai(120), actions: [say('ดู')] }] }),
      template({
        type: 'image_carousel',
        columns: [{ imageUrl: 'https://example.com/a.png', action: say('ดู') }],
      }),
    ],
  ],
];

const body = 'messages[0].contents.body';
const inBody = `${body}.contents[0]`;

export const bad: [name: string, messages: unknown, property: string][] = [
  ['no message', [], 'messages'],
  ['six messages', Array(6).fill(message()), 'messages'],
  ['no array', message(), 'messages'],
  ['an unknown type', [{ type: 'fax', text: 'ก' }], 'messages[0].type'],
  ['an imagemap, which the bot does not use', [{ type: 'imagemap' }], 'messages[0].type'],
  ['an empty text', [message({ text: '' })], 'messages[0].text'],
  ['no text', [{ type: 'text' }], 'messages[0].text'],
  ['a text of 5001 units', [message({ text: thai(5001) })], 'messages[0].text'],
  ['2501 surrogate pairs', [message({ text: '😀'.repeat(2501) })], 'messages[0].text'],
  ['a property of our own', [message({ wrap: true })], 'messages[0].wrap'],
  ['no altText', [{ type: 'flex', contents: bubble([words()]) }], 'messages[0].altText'],
  ['a long altText', [flex(bubble([words()]), { altText: thai(1501) })], 'messages[0].altText'],
  ['no block', [flex({ type: 'bubble' })], 'messages[0].contents'],
  ['an unknown size of bubble', [flex(bubble([words()], { size: 'huge' }))], 'messages[0].contents.size'],
  ['a text as body', [flex({ type: 'bubble', body: words() })], `${body}.layout`],
  [
    'a button as hero',
    [flex(bubble([words()], { hero: button(say('ดู')) }))],
    'messages[0].contents.hero.type',
  ],
  ['a film in the body', [flex(bubble([video]))], `${inBody}.type`],
  [
    'a film in a small bubble',
    [flex(bubble([words()], { hero: video, size: 'nano' }))],
    'messages[0].contents.hero',
  ],
  ['an icon outside a baseline', [flex(bubble([icon]))], `${inBody}.type`],
  [
    'a button on a baseline',
    [flex(bubble([box([button(say('ดู'))], { layout: 'baseline' })]))],
    `${inBody}.contents[0].type`,
  ],
  ['a misspelt property', [flex(bubble([words({ colour: '#000000' })]))], `${inBody}.colour`],
  ['a text without text', [flex(bubble([{ type: 'text' }]))], `${inBody}.text`],
  ['a text with no spans', [flex(bubble([{ type: 'text', contents: [] }]))], `${inBody}.text`],
  ['a color by name', [flex(bubble([words({ color: 'red' })]))], `${inBody}.color`],
  ['a size without unit', [flex(bubble([words({ size: '14' })]))], `${inBody}.size`],
  ['a margin in percent', [flex(bubble([words({ margin: '5%' })]))], `${inBody}.margin`],
  ['a weight out of the list', [flex(bubble([words({ weight: 'heavy' })]))], `${inBody}.weight`],
  ['a broken flex', [flex(bubble([words({ flex: 1.5 })]))], `${inBody}.flex`],
  [
    'a deep fault',
    [flex(bubble([words(), box([words(), words({ text: '' })])]))],
    `${body}.contents[1].contents[1].text`,
  ],
  ['a tall picture', [flex(bubble([image({ aspectRatio: '1:4' })]))], `${inBody}.aspectRatio`],
  ['a picture over http', [flex(bubble([image({ url: 'http://example.com/a.png' })]))], `${inBody}.url`],
  ['a bubble over 30 KB', [flex(bubble([words({ text: thai(10_300) })]))], 'messages[0].contents'],
  [
    'a carousel over 50 KB',
    [flex({ type: 'carousel', contents: Array(3).fill(bubble([words({ text: thai(6000) })])) })],
    'messages[0].contents',
  ],
  [
    'thirteen bubbles',
    [flex({ type: 'carousel', contents: Array(13).fill(bubble([words()])) })],
    'messages[0].contents.contents',
  ],
  ['no bubble', [flex({ type: 'carousel', contents: [] })], 'messages[0].contents.contents'],
  [
    'bubbles of two sizes',
    [flex({ type: 'carousel', contents: [bubble([words()]), bubble([words()], { size: 'kilo' })] })],
    'messages[0].contents.contents[1].size',
  ],
  ['a button without action', [flex(bubble([{ type: 'button' }]))], `${inBody}.action`],
  ['a button without label', [onCard({ type: 'message', text: 'ก' })], `${inBody}.action.label`],
  ['a flex label of 41 clusters', [onCard(say(cluster.repeat(41)))], `${inBody}.action.label`],
  [
    'a quick-reply label of 21 clusters',
    [quick(say(cluster.repeat(21)))],
    'messages[0].quickReply.items[0].action.label',
  ],
  [
    '14 quick replies',
    [quick(...Array.from({ length: 14 }, () => say('ดู')))],
    'messages[0].quickReply.items',
  ],
  ['a camera on a card', [onCard({ type: 'camera', label: 'ถ่าย' })], `${inBody}.action.type`],
  [
    'a menu switch on a card',
    [onCard({ type: 'richmenuswitch', label: 'ก', richMenuAliasId: 'a', data: '' })],
    `${inBody}.action.type`,
  ],
  [
    'long postback data',
    [onCard({ type: 'postback', label: 'ก', data: 'x'.repeat(301) })],
    `${inBody}.action.data`,
  ],
  ['no postback data', [onCard({ type: 'postback', label: 'ก' })], `${inBody}.action.data`],
  [
    'a fill-in without keyboard',
    [onCard({ type: 'postback', label: 'ก', data: 'x', fillInText: 'ก' })],
    `${inBody}.action.fillInText`,
  ],
  [
    'a script as address',
    [onCard({ type: 'uri', label: 'ก', uri: 'javascript:alert(1)' })],
    `${inBody}.action.uri`,
  ],
  [
    'Thai in an address',
    [onCard({ type: 'uri', label: 'ก', uri: 'https://example.com/ก' })],
    `${inBody}.action.uri`,
  ],
  [
    'a half percent sign',
    [onCard({ type: 'uri', label: 'ก', uri: 'https://example.com/100%' })],
    `${inBody}.action.uri`,
  ],
  [
    'an address over 1000',
    [onCard({ type: 'uri', label: 'ก', uri: `https://example.com/${'%E0%B8%81'.repeat(110)}` })],
    `${inBody}.action.uri`,
  ],
  [
    'a long message action',
    [onCard({ type: 'message', label: 'ก', text: thai(301) })],
    `${inBody}.action.text`,
  ],
  ['min after max', [onCard(picker({ min: '2026-02-01', max: '2026-01-01' }))], `${inBody}.action.max`],
  ['min equal to max', [onCard(picker({ min: '2026-02-01', max: '2026-02-01' }))], `${inBody}.action.max`],
  [
    'a start before min',
    [onCard(picker({ min: '2026-02-01', initial: '2026-01-01' }))],
    `${inBody}.action.initial`,
  ],
  ['30 February', [onCard(picker({ initial: '2026-02-30' }))], `${inBody}.action.initial`],
  ['a Buddhist year', [onCard(picker({ initial: '2569-02-01' }))], `${inBody}.action.initial`],
  [
    'a day in time mode',
    [onCard(picker({ mode: 'time', initial: '2026-02-01' }))],
    `${inBody}.action.initial`,
  ],
  [
    'a picture over http beside text',
    [
      {
        type: 'image',
        originalContentUrl: 'http://example.com/a.jpg',
        previewImageUrl: 'https://example.com/b.jpg',
      },
    ],
    'messages[0].originalContentUrl',
  ],
  ['a mention without substitution', [{ type: 'textV2', text: 'เรียน {who}' }], 'messages[0].text'],
  ['a lone brace', [{ type: 'textV2', text: 'ก } ข' }], 'messages[0].text'],
  [
    'an emoji without its sign',
    [message({ emojis: [{ index: 0, productId: 'p', emojiId: 'e' }] })],
    'messages[0].emojis[0].index',
  ],
  [
    'a template text beside a title',
    [template({ type: 'buttons', title: 'ก', text: thai(61), actions: [say('ดู')] })],
    'messages[0].template.text',
  ],
  [
    'five template buttons',
    [template({ type: 'buttons', text: 'ก', actions: Array(5).fill(say('ดู')) })],
    'messages[0].template.actions',
  ],
  [
    'a confirm with one button',
    [template({ type: 'confirm', text: 'ก', actions: [say('ดู')] })],
    'messages[0].template.actions',
  ],
  [
    'uneven columns',
    [
      template({
        type: 'carousel',
        columns: [
          { text: 'ก', actions: [say('ดู')] },
          { text: 'ก', actions: [say('ดู'), say('ดู')] },
        ],
      }),
    ],
    'messages[0].template.columns',
  ],
];
