/** The small tree a Flex message becomes before it is shown; built by flex.ts and flex-parts.ts, written out by flex.ts and flex-view.tsx. */
import { type Json, record } from './flex-values.ts';

/** A LINE action object, as the bot sent it. */
export type LineAction = Json;

/** One element; styles hold only whitelisted values, text and attributes are escaped by whoever writes them out. */
export interface FlexElement {
  tag: 'div' | 'p' | 'span' | 'img' | 'button';
  className: string;
  style: Record<string, string>;
  attributes: Record<string, string>;
  /** What a tap does, or null. */
  action: LineAction | null;
  children: (FlexElement | string)[];
}

export type Styles = Record<string, string | number | null | undefined>;

export interface Options {
  className?: string;
  style?: Styles;
  attributes?: Record<string, string>;
  action?: unknown;
  children?: (FlexElement | string)[];
}

/** Makes an element; styles that are null are left out. */
export function element(tag: FlexElement['tag'], options: Options): FlexElement {
  const action = record(options.action);
  return {
    tag,
    className: options.className ?? '',
    style: Object.fromEntries(
      Object.entries(options.style ?? {}).flatMap(([key, value]) =>
        value === null || value === undefined ? [] : [[key, String(value)]],
      ),
    ),
    attributes: options.attributes ?? {},
    action: typeof action.type === 'string' ? action : null,
    children: options.children ?? [],
  };
}
