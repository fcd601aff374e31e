/** Flex messages as LINE shows them: JSON to a small element tree, which the chat page turns into Preact nodes and tests and docs into an HTML page. */
import { element, type FlexElement } from './flex-element.ts';
import { component } from './flex-parts.ts';
import { flexStyle } from './flex-style.ts';
import { bubbleWidths, colour, type Json, pick, record, records, stringOf } from './flex-values.ts';

export type { FlexElement, LineAction } from './flex-element.ts';

const sections = ['header', 'hero', 'body', 'footer'] as const;

/**
 * Renders the `contents` of a Flex message.
 * @param contents a bubble or a carousel; hostile or broken values come out as nothing or as a marked box, never as markup.
 */
export function renderFlex(contents: unknown): FlexElement {
  const container = record(contents);
  if (container.type === 'bubble') return bubble(container);
  if (container.type !== 'carousel')
    return element('div', { className: 'fx-unknown', children: [`? ${stringOf(container.type)}`] });
  return element('div', {
    className: 'fx-carousel',
    attributes: { tabindex: '0', role: 'group', 'aria-roledescription': 'carousel' },
    children: records(container.contents).map(bubble),
  });
}

function bubble(part: Json): FlexElement {
  const size = pick(bubbleWidths, part.size) === null ? 'mega' : stringOf(part.size);
  const styles = record(part.styles);
  return element('div', {
    className: `fx-bubble fx-${size}`,
    style: { width: pick(bubbleWidths, size) },
    attributes: { dir: part.direction === 'rtl' ? 'rtl' : 'ltr' },
    action: part.action,
    children: sections.flatMap((name) => {
      const block = record(part[name]);
      return Object.keys(block).length > 0 ? [section(name, block, record(styles[name]))] : [];
    }),
  });
}

function section(name: string, block: Json, style: Json): FlexElement {
  return element('div', {
    className: `fx-${name}`,
    style: {
      background: colour(style.backgroundColor),
      'border-top':
        style.separator === true ? `1px solid ${colour(style.separatorColor) ?? '#d4d6da'}` : null,
    },
    children: [component(block, null, 0)],
  });
}

/** An element's styles as the text of a `style` attribute. */
export function styleText(node: FlexElement): string {
  return Object.entries(node.style)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}

/** Whether a tap is possible somewhere inside the element; then it must not be a button itself. */
export function hasInnerAction(node: FlexElement): boolean {
  return node.children.some(
    (child) => typeof child !== 'string' && (child.action !== null || hasInnerAction(child)),
  );
}

/** The tree as HTML, every text and attribute escaped; actions are left out. */
export function flexToHtml(node: FlexElement | string): string {
  if (typeof node === 'string') return escapeHtml(node);
  const attributes = { class: node.className, style: styleText(node), ...node.attributes };
  const written = Object.entries(attributes)
    .filter(([name, value]) => value !== '' || name === 'alt')
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
  if (node.tag === 'img') return `<img${written}>`;
  return `<${node.tag}${written}>${node.children.map(flexToHtml).join('')}</${node.tag}>`;
}

function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * A whole HTML page showing one Flex message, for pictures of cards in tests and docs.
 * @param message a Flex message, or its bubble or carousel alone.
 * @param options.width page width in CSS pixels. @param options.fonts addresses of Sarabun (http or data).
 */
export function renderFlexDocument(
  message: unknown,
  options: { width: number; fonts?: { regular: string; bold: string } },
): string {
  const { fonts, width } = options;
  const given = record(message);
  const faces = fonts
    ? `@font-face{font-family:Sarabun;src:url("${fontUrl(fonts.regular)}")}` +
      `@font-face{font-family:Sarabun;font-weight:700;src:url("${fontUrl(fonts.bold)}")}`
    : '';
  const page = `body{margin:0;padding:12px;box-sizing:border-box;width:${Math.round(width)}px;background:#a9bfd8;font-family:Sarabun,sans-serif}`;
  const card = flexToHtml(renderFlex(given.type === 'flex' ? given.contents : given));
  return `<!doctype html><html lang="th"><head><meta charset="utf-8"><title>${escapeHtml(stringOf(given.altText))}</title><style>${faces}${page}${flexStyle}</style></head><body>${card}</body></html>`;
}

function fontUrl(url: string): string {
  return url.replace(/["\\<>\s]/g, '');
}
