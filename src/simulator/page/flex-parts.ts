/** Turns one component of a Flex message into an element of the page's small tree; called by flex.ts. */
import { element, type FlexElement, type Options, type Styles } from './flex-element.ts';
import {
  alignments,
  borders,
  colour,
  count,
  decorations,
  distributions,
  fontSizes,
  gradient,
  gravities,
  imageSizes,
  type Json,
  length,
  pick,
  pictureUrl,
  ratio,
  record,
  records,
  sides,
  spacings,
  stringOf,
} from './flex-values.ts';

/** One component inside its parent box (null at the top of a section), as its `index`th child. */
export function component(part: Json, parent: Json | null, index: number): FlexElement {
  const place = placing(part, parent, index);
  switch (part.type) {
    case 'box':
      return box(part, place);
    case 'text':
      return text(part, parent, place);
    case 'button':
      return button(part, place);
    case 'image':
      return image(part, place);
    case 'icon':
      return icon(part, place);
    case 'separator':
      return element('div', {
        className: 'fx-separator',
        style: { ...place, background: colour(part.color) },
      });
    case 'filler':
      return element('div', { style: { ...place, flex: `${count(part.flex, 100) ?? 1} 1 0` } });
    case 'video':
      return video(part, parent, index, place);
    default:
      return element('div', {
        className: 'fx-unknown',
        style: place,
        children: [`? ${stringOf(part.type)}`],
      });
  }
}

/** Where a component stands in its parent: its share of the room, its distance, its offsets. */
function placing(part: Json, parent: Json | null, index: number): Styles {
  const upright = parent === null || parent.layout === 'vertical';
  const floating = part.position === 'absolute';
  const offsets = {
    top: length(part.offsetTop, spacings),
    bottom: length(part.offsetBottom, spacings),
    left: length(part.offsetStart, spacings),
    right: length(part.offsetEnd, spacings),
  };
  const moved = Object.values(offsets).some((offset) => offset !== null);
  const between = index > 0 ? length(parent?.spacing, spacings) : null;
  const gap = floating ? null : (length(part.margin, spacings) ?? between);
  return {
    flex: floating ? null : share(part, upright),
    [upright ? 'margin-top' : 'margin-left']: gap,
    position: floating ? 'absolute' : moved ? 'relative' : null,
    ...offsets,
  };
}

function share(part: Json, upright: boolean): string {
  if (length(part.width) !== null && !upright) return 'none';
  const rigid = part.type === 'icon' || part.type === 'separator' || upright;
  const flex = count(part.flex, 100) ?? (rigid ? 0 : 1);
  // In a column the content's own height comes first, otherwise a clipped box would shrink to nothing.
  if (upright) return flex > 0 ? `${flex} 0 auto` : 'none';
  return flex > 0 ? `${flex} 1 0` : '0 0 auto';
}

function box(part: Json, place: Styles): FlexElement {
  const layout = part.layout === 'vertical' || part.layout === 'baseline' ? part.layout : 'horizontal';
  const radius = length(part.cornerRadius, spacings);
  const edge = length(part.borderWidth, borders);
  return element('div', {
    className: `fx-box fx-${layout}`,
    style: {
      ...place,
      background: gradient(part.background) ?? colour(part.backgroundColor),
      width: length(part.width),
      height: length(part.height),
      'max-width': length(part.maxWidth),
      'max-height': length(part.maxHeight),
      'border-radius': radius,
      overflow: radius === null ? null : 'hidden',
      border: edge === null ? null : `${edge} solid ${colour(part.borderColor) ?? '#000000'}`,
      padding: length(part.paddingAll, spacings),
      'padding-top': length(part.paddingTop, spacings),
      'padding-bottom': length(part.paddingBottom, spacings),
      'padding-left': length(part.paddingStart, spacings),
      'padding-right': length(part.paddingEnd, spacings),
      'justify-content': pick(distributions, part.justifyContent),
      'align-items': pick(sides, stringOf(part.alignItems).replace('flex-', '')),
    },
    action: part.action,
    children: records(part.contents).map((child, index) => component(child, { ...part, layout }, index)),
  });
}

function text(part: Json, parent: Json | null, place: Styles): FlexElement {
  const spans = records(part.contents);
  const lines = part.wrap === true ? count(part.maxLines, 99) : null;
  const spacing = length(part.lineSpacing);
  return element('div', {
    className: part.wrap === true ? 'fx-text fx-wrap' : 'fx-text',
    style: {
      ...place,
      ...letters({ ...part, size: part.size ?? 'md' }),
      'text-align': pick(alignments, part.align),
      'align-self': parent?.layout === 'horizontal' ? pick(gravities, part.gravity) : null,
      'line-height': spacing?.endsWith('px')
        ? `calc(${lines ? 1.74 : 1.5}em + ${spacing})`
        : lines
          ? '1.74'
          : null,
    },
    action: part.action,
    // The inner paragraph alone is clipped, with room above for tone marks: see flex-style.ts.
    children: [
      element('p', {
        style: lines ? { '-webkit-line-clamp': Math.floor(lines) } : {},
        className: lines ? 'fx-clamp' : '',
        children:
          spans.length > 0
            ? spans.map((span) => element('span', { style: letters(span), children: [stringOf(span.text)] }))
            : [stringOf(part.text)],
      }),
    ],
  });
}

function letters(part: Json): Styles {
  return {
    'font-size': length(part.size, fontSizes),
    color: colour(part.color),
    'font-weight': part.weight === 'bold' ? '700' : null,
    'font-style': part.style === 'italic' ? 'italic' : null,
    'text-decoration': pick(decorations, part.decoration),
  };
}

function button(part: Json, place: Styles): FlexElement {
  const style = part.style === 'primary' || part.style === 'secondary' ? part.style : 'link';
  return element('button', {
    className: `fx-button fx-${style}${part.height === 'sm' ? ' fx-low' : ''}`,
    style: { ...place, [style === 'link' ? 'color' : 'background']: colour(part.color) },
    attributes: { type: 'button' },
    action: part.action,
    children: [element('span', { className: 'fx-label', children: [stringOf(record(part.action).label)] })],
  });
}

function image(part: Json, place: Styles): FlexElement {
  const url = pictureUrl(part.url);
  const look: Options = {
    style: {
      'aspect-ratio': ratio(part.aspectRatio),
      'object-fit': part.aspectMode === 'cover' ? 'cover' : 'contain',
      background: colour(part.backgroundColor),
    },
  };
  return element('div', {
    className: 'fx-image',
    style: {
      ...place,
      'align-self': pick(sides, part.align) ?? 'center',
      width: length(part.size ?? 'md', imageSizes) ?? '100px',
    },
    attributes: part.action ? { 'aria-label': stringOf(record(part.action).label) } : {},
    action: part.action,
    children: [
      url === null
        ? element('div', { ...look, className: 'fx-missing' })
        : element('img', { ...look, attributes: { src: url, alt: '' } }),
    ],
  });
}

function icon(part: Json, place: Styles): FlexElement {
  const url = pictureUrl(part.url);
  const height = length(part.size ?? 'md', fontSizes);
  const style = { ...place, height, 'aspect-ratio': ratio(part.aspectRatio) };
  return element('img', {
    className: 'fx-icon',
    style,
    attributes: { alt: '', ...(url ? { src: url } : {}) },
  });
}

/** A film shows its first picture with a sign on it; without one, what the bot gave for old clients. */
function video(part: Json, parent: Json | null, index: number, place: Styles): FlexElement {
  if (pictureUrl(part.previewUrl) === null)
    return component({ type: 'filler', ...record(part.altContent) }, parent, index);
  const picture = { type: 'image', url: part.previewUrl, aspectRatio: part.aspectRatio, size: 'full' };
  return element('div', {
    className: 'fx-video',
    style: place,
    action: part.action ?? { type: 'uri', uri: stringOf(part.url), label: '▶' },
    attributes: { 'aria-label': stringOf(record(part.action).label) || '▶' },
    children: [
      component({ ...picture, aspectMode: 'cover' }, null, 0),
      element('span', { className: 'fx-play', attributes: { 'aria-hidden': 'true' }, children: ['▶'] }),
    ],
  });
}
