/** The Flex renderer without a browser: what the JSON becomes, and that no value of it becomes markup or script. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FlexElement,
  flexToHtml,
  hasInnerAction,
  renderFlex,
  renderFlexDocument,
} from '../../../src/simulator/page/flex.ts';
import { hostileBubble, hostileText } from './hostile.ts';

type Json = Record<string, unknown>;

function bubble(contents: Json[], box: Json = {}): Json {
  return { type: 'bubble', body: { type: 'box', layout: 'vertical', ...box, contents } };
}

/** All elements of a tree, outermost first. */
function flatten(node: FlexElement): FlexElement[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : flatten(child)))];
}

function parts(contents: Json[], box: Json = {}): FlexElement[] {
  const body = flatten(renderFlex(bubble(contents, box))).find((node) => node.className.startsWith('fx-box'));
  return (body?.children ?? []) as FlexElement[];
}

const label = (text: string, more: Json = {}): Json => ({ type: 'text', text, ...more });

describe('boxes', () => {
  it('keep their spacing between children, and a child’s own margin in its place', () => {
    const [first, second, third] = parts([label('a'), label('b'), label('c', { margin: 'xl' })], {
      spacing: 'md',
    });
    expect(first?.style['margin-top']).toBeUndefined();
    expect(second?.style['margin-top']).toBe('8px');
    expect(third?.style['margin-top']).toBe('16px');
  });

  it('share the width by flex, and give the rest to those without one', () => {
    const row = parts([label('a', { flex: 2 }), label('b', { flex: 0 }), label('c')], {
      layout: 'horizontal',
    });
    expect(row.map((part) => part.style.flex)).toEqual(['2 1 0', '0 0 auto', '1 1 0']);
  });

  it('take sizes, padding, border, corners, colours and places from their lists', () => {
    const [box] = parts([
      {
        type: 'box',
        layout: 'vertical',
        width: '50%',
        height: '80px',
        paddingAll: 'lg',
        paddingTop: '3px',
        borderWidth: 'medium',
        borderColor: '#112233',
        cornerRadius: 'xl',
        backgroundColor: '#AABBCC80',
        justifyContent: 'space-between',
        alignItems: 'flex-end',
        position: 'absolute',
        offsetTop: '10px',
        offsetEnd: 'sm',
        contents: [],
      },
    ]);
    expect(box?.style).toMatchObject({
      width: '50%',
      height: '80px',
      padding: '12px',
      'padding-top': '3px',
      border: '3px solid #112233',
      'border-radius': '16px',
      background: '#AABBCC80',
      'justify-content': 'space-between',
      'align-items': 'flex-end',
      position: 'absolute',
      top: '10px',
      right: '4px',
    });
  });

  it('paint a gradient', () => {
    const background = {
      type: 'linearGradient',
      angle: '90deg',
      startColor: '#000000',
      centerColor: '#777777',
      centerPosition: '30%',
      endColor: '#FFFFFF',
    };
    const [box] = parts([{ type: 'box', layout: 'vertical', background, contents: [] }]);
    expect(box?.style.background).toBe('linear-gradient(90deg, #000000, #777777 30%, #FFFFFF)');
  });
});

describe('components', () => {
  it('text: size, weight, colour, lines, spans', () => {
    const [text] = parts([
      label('', {
        size: 'lg',
        weight: 'bold',
        color: '#445566',
        align: 'end',
        wrap: true,
        maxLines: 2,
        lineSpacing: '4px',
        contents: [{ type: 'span', text: 'ที่ 1', decoration: 'underline', style: 'italic' }],
      }),
    ]);
    expect(text?.style).toMatchObject({ 'font-size': '19px', 'font-weight': '700', color: '#445566' });
    expect(text?.style).toMatchObject({ 'text-align': 'right', 'line-height': 'calc(1.74em + 4px)' });
    const [paragraph, span] = flatten(text as FlexElement).slice(1);
    expect(paragraph?.style['-webkit-line-clamp']).toBe('2');
    expect(span?.children).toEqual(['ที่ 1']);
    expect(span?.style).toMatchObject({ 'text-decoration': 'underline', 'font-style': 'italic' });
  });

  it('button: label, style, height, and what it does', () => {
    const action = { type: 'postback', label: 'บันทึก', data: 'save' };
    const [button] = parts([{ type: 'button', style: 'primary', height: 'sm', color: '#17703A', action }]);
    expect(button).toMatchObject({ tag: 'button', action, style: { background: '#17703A' } });
    expect(button?.className).toBe('fx-button fx-primary fx-low');
    expect(flexToHtml(button as FlexElement)).toContain('บันทึก');
  });

  it('image, icon, separator, filler, and a film by its first picture', () => {
    const html = flexToHtml(
      renderFlex(
        bubble([
          { type: 'image', url: 'https://a.example/1.png', aspectRatio: '20:13', aspectMode: 'cover' },
          { type: 'icon', url: 'https://a.example/2.png', size: 'sm' },
          { type: 'separator', color: '#010203' },
          { type: 'filler' },
          { type: 'video', url: 'https://a.example/v.mp4', previewUrl: 'https://a.example/3.png' },
        ]),
      ),
    );
    expect(html.match(/<img[^>]+src="([^"]+)"/g)).toHaveLength(3);
    expect(html).toContain('aspect-ratio:20 / 13;object-fit:cover');
    expect(html).toContain('background:#010203');
    expect(html).toContain('▶');
  });

  it('names what it does not know instead of leaving it out', () => {
    expect(flexToHtml(renderFlex(bubble([{ type: 'hologram' }])))).toContain('? hologram');
    expect(flexToHtml(renderFlex({ type: 'scroll' }))).toContain('? scroll');
  });

  it('a carousel holds its bubbles at their own width', () => {
    const shown = renderFlex({
      type: 'carousel',
      contents: ['nano', 'giga', 'huge'].map((size) => ({ type: 'bubble', size })),
    });
    expect(shown.children.map((child) => (child as FlexElement).style.width)).toEqual([
      '120px',
      '386px',
      '300px',
    ]);
  });

  it('tells a box that is one button from a box that holds buttons', () => {
    const action = { type: 'message', label: 'x', text: 'x' };
    const [plain, nested] = parts([
      { type: 'box', layout: 'vertical', action, contents: [label('x')] },
      { type: 'box', layout: 'vertical', action, contents: [{ type: 'button', action }] },
    ]);
    expect(hasInnerAction(plain as FlexElement)).toBe(false);
    expect(hasInnerAction(nested as FlexElement)).toBe(true);
  });
});

describe('hostile values', () => {
  it('are shown as text or dropped', () => {
    const html = renderFlexDocument(
      { type: 'flex', altText: hostileText, contents: hostileBubble },
      { width: 320 },
    );
    expect(html).toContain('&#60;script&#62;');
    expect(html).not.toMatch(/<script|<img src=x|javascript:|url\(x\)/i);
  });

  it('never make markup out of any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, type) => {
        const html = flexToHtml(
          renderFlex(bubble([label(text), { type }, { type: 'button', action: { type, label: text } }])),
        );
        const tags = html.match(/<\/?[^>]*>/g) ?? [];
        expect(
          tags.every((tag) =>
            /^<\/?(div|p|span|button|img)( (class|style|dir|type|alt)="[^"<>]*")*>$/.test(tag),
          ),
        ).toBe(true);
      }),
    );
  });

  it('never reach a style through any property of any component', () => {
    const names = [
      'flex',
      'margin',
      'width',
      'height',
      'size',
      'color',
      'backgroundColor',
      'cornerRadius',
      'offsetTop',
      'paddingAll',
      'spacing',
      'borderWidth',
      'borderColor',
      'aspectRatio',
      'layout',
      'align',
      'lineSpacing',
      'maxLines',
    ];
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('1px;color:red', 'constructor', '__proto__', '#12', 'expression(1)', '-5px'),
      fc.double(),
      fc.object(),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('box', 'text', 'button', 'image', 'icon', 'separator', 'filler', 'video'),
        fc.dictionary(fc.constantFrom(...names), value),
        (type, properties) => {
          for (const node of flatten(renderFlex(bubble([{ ...properties, type }])))) {
            for (const written of Object.values(node.style)) expect(written).toMatch(/^[\w #%.,()/+-]*$/);
          }
        },
      ),
    );
  });
});
