import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bubbleBytes, checkMessages, checkRichMenu, graphemes, LIMITS } from '../../../src/line/limits.ts';
import { bad, box, bubble, cluster, flex, good, progressCard, thai, words } from './samples.ts';

describe('messages', () => {
  test.each(good)('takes %s', (_name, messages) => {
    expect(checkMessages(messages)).toEqual([]);
  });

  test.each(bad)('refuses %s', (_name, messages, property) => {
    const problems = checkMessages(messages);
    expect(problems.map((problem) => problem.property)).toContain(property);
    for (const problem of problems) expect(problem.message).not.toBe('');
  });

  test('names every fault, not only the first', () => {
    const card = bubble([words({ color: 'red' }), words({ size: 'huge', wrap: 'yes' })]);
    expect(checkMessages([flex(card)])).toEqual([
      { message: 'invalid color', property: 'messages[0].contents.body.contents[0].color' },
      { message: 'invalid size', property: 'messages[0].contents.body.contents[1].size' },
      { message: 'must be boolean', property: 'messages[0].contents.body.contents[1].wrap' },
    ]);
  });

  test('lets pictures come from this machine only when asked', () => {
    const picture = (url: string) => [{ type: 'image', originalContentUrl: url, previewImageUrl: url }];
    const local = picture('http://localhost:3000/files/a.jpg');
    expect(checkMessages(local)).toHaveLength(2);
    expect(checkMessages(local, { allowLoopbackHttp: true })).toEqual([]);
    const foreign = picture('http://localhost.example.com/a.jpg');
    expect(checkMessages(foreign, { allowLoopbackHttp: true })).toHaveLength(2);
  });

  test('measures bubbles as LINE does, in bytes of JSON', () => {
    const room = LIMITS.bubbleBytes - bubbleBytes(bubble([words({ text: '' })]));
    const fits = bubble([words({ text: 'x'.repeat(room) })]);
    expect(bubbleBytes(fits)).toBe(30_720);
    expect(checkMessages([flex(fits)])).toEqual([]);
    expect(checkMessages([flex(bubble([words({ text: 'x'.repeat(room + 1) })]))])).toHaveLength(1);
  });

  test('counts labels by what is seen, texts by UTF-16 units', () => {
    expect(graphemes('ที่ปรึกษา')).toBe(6);
    expect(cluster).toHaveLength(3);
    expect(checkMessages([{ type: 'text', text: thai(4998) + cluster }])).not.toEqual([]);
  });

  test('survives boxes nested ten thousand deep', () => {
    let inner = box([]);
    for (let depth = 0; depth < 10_000; depth += 1) inner = box([inner]);
    expect(checkMessages([flex({ type: 'bubble', body: inner })])).toEqual([
      { message: 'nested too deeply', property: 'messages' },
    ]);
  });

  test('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const problems = checkMessages(value);
        expect(Array.isArray(problems)).toBe(true);
      }),
    );
    const part = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(
        fc.constantFrom('header', 'hero', 'body', 'footer', 'styles', 'size'),
        part,
        (key, value) => {
          expect(Array.isArray(checkMessages([flex({ ...progressCard, [key]: value })]))).toBe(true);
        },
      ),
    );
  });
});

describe('rich menus', () => {
  const area = { bounds: { x: 0, y: 0, width: 1250, height: 843 }, action: { type: 'message', text: 'เมนู' } };
  const menu = {
    size: { width: 2500, height: 843 },
    selected: true,
    name: 'เจ้าหน้าที่',
    chatBarText: 'เมนู',
    areas: [area],
  };

  test('takes a good one', () => {
    const alias = { type: 'richmenuswitch', richMenuAliasId: 'manager-1', data: 'x' };
    expect(checkRichMenu({ ...menu, areas: [area, { ...area, action: alias }] })).toEqual([]);
  });

  test.each([
    ['a narrow one', { ...menu, size: { width: 799, height: 270 } }, 'size.width'],
    ['a tall one', { ...menu, size: { width: 2500, height: 1725 } }, 'size'],
    ['21 areas', { ...menu, areas: Array(21).fill(area) }, 'areas'],
    ['a long bar text', { ...menu, chatBarText: cluster.repeat(15) }, 'chatBarText'],
    [
      'an area outside',
      { ...menu, areas: [{ ...area, bounds: { ...area.bounds, x: 1251 } }] },
      'areas[0].bounds',
    ],
    [
      'a camera',
      { ...menu, areas: [{ ...area, action: { type: 'camera', label: 'ก' } }] },
      'areas[0].action.type',
    ],
    [
      'an alias with capitals',
      { ...menu, areas: [{ ...area, action: { type: 'richmenuswitch', richMenuAliasId: 'A', data: '' } }] },
      'areas[0].action.richMenuAliasId',
    ],
  ])('refuses %s', (_name, value, property) => {
    expect(checkRichMenu(value).map((problem) => problem.property)).toContain(property);
  });
});
