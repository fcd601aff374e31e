/** Turns LINE's older template messages into Flex JSON, so that one renderer shows both; used by message-body.tsx. */
import { type Json, record, records, stringOf } from './flex-values.ts';

/**
 * @param template the `template` object of a message: buttons, confirm, carousel or image_carousel.
 * @returns a Flex container, or null for a template unknown to the page.
 */
export function templateToFlex(template: Json): Json | null {
  switch (template.type) {
    case 'buttons':
      return card(template);
    case 'confirm':
      return {
        type: 'bubble',
        body: column([paragraph(template.text)]),
        footer: {
          type: 'box',
          layout: 'horizontal',
          spacing: 'sm',
          contents: records(template.actions).map(button),
        },
      };
    case 'carousel':
      return { type: 'carousel', contents: records(template.columns).map((part) => card(part, 'kilo')) };
    case 'image_carousel':
      return { type: 'carousel', contents: records(template.columns).map(picture) };
    default:
      return null;
  }
}

function card(part: Json, size = 'mega'): Json {
  const hero = stringOf(part.thumbnailImageUrl);
  const heading = stringOf(part.title) ? [{ ...paragraph(part.title), weight: 'bold' }] : [];
  return {
    type: 'bubble',
    size,
    ...(hero ? { hero: { type: 'image', url: hero, size: 'full', ...shape(part) } } : {}),
    body: column([...heading, paragraph(part.text)]),
    footer: column(records(part.actions).map(button)),
    ...(part.defaultAction ? { action: record(part.defaultAction) } : {}),
  };
}

function shape(part: Json): Json {
  return {
    aspectRatio: part.imageAspectRatio === 'square' ? '1:1' : '151:100',
    aspectMode: part.imageSize === 'contain' ? 'fit' : 'cover',
    backgroundColor: part.imageBackgroundColor,
  };
}

function picture(part: Json): Json {
  const action = record(part.action);
  const image = { type: 'image', url: part.imageUrl, size: 'full', aspectMode: 'cover', action };
  return {
    type: 'bubble',
    size: 'micro',
    hero: image,
    ...(action.label ? { footer: column([button(action)]) } : {}),
  };
}

function column(contents: Json[]): Json {
  return { type: 'box', layout: 'vertical', spacing: 'sm', contents };
}

function paragraph(text: unknown): Json {
  return { type: 'text', text: stringOf(text), wrap: true, size: 'sm' };
}

function button(action: Json): Json {
  return { type: 'button', style: 'link', height: 'sm', action };
}
