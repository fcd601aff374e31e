/** Puts strip, body and footer together into one bubble, with the ground set so that dark mode changes nothing. */
import type { messagingApi } from '@line/bot-sdk';
import { colours } from '../theme.ts';
import type { Box, Component } from '../types.ts';

/** @param footer null for a card without buttons. */
export function bubble(strip: Box, contents: Component[], footer: Box | null): messagingApi.FlexBubble {
  return {
    type: 'bubble',
    size: 'mega',
    header: strip,
    body: {
      type: 'box',
      layout: 'vertical',
      spacing: 'md',
      paddingAll: '16px',
      // The footer has room of its own.
      ...(footer ? { paddingBottom: '6px' } : {}),
      contents,
    },
    ...(footer ? { footer } : {}),
    styles: {
      body: { backgroundColor: colours.paper },
      footer: { backgroundColor: colours.paper },
    },
  };
}

/** Boxes one below the other. */
export function stack(contents: Component[], spacing = 'xs', more: Partial<Box> = {}): Box {
  return { type: 'box', layout: 'vertical', spacing, contents, ...more };
}

export function separator(): Component {
  return { type: 'separator', color: colours.line };
}

/** Parts with a thin line between each. */
export function ruled(parts: Component[]): Component[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator(), part]));
}
