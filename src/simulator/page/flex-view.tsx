/** Shows a Flex tree as Preact nodes with working taps; used by message-body.tsx. */
import type { VNode } from 'preact';
import { type FlexElement, hasInnerAction, type LineAction, renderFlex, styleText } from './flex.ts';

interface Props {
  /** Bubble or carousel, as the bot sent it. */
  contents: unknown;
  /** What a screen reader says for the whole card. */
  label: string;
  onAction: (action: LineAction) => void;
}

/** One Flex card. */
export function FlexCard({ contents, label, onAction }: Props): VNode {
  return (
    <div class="flex-card" role="group" aria-label={label}>
      {toNode(renderFlex(contents), onAction)}
    </div>
  );
}

function toNode(node: FlexElement, onAction: (action: LineAction) => void): VNode {
  const { action, tag: Tag } = node;
  const properties = {
    class: node.className,
    style: styleText(node),
    ...node.attributes,
    ...(action ? tap(node, action, onAction) : {}),
  };
  return (
    <Tag {...properties}>
      {node.children.map((child) => (typeof child === 'string' ? child : toNode(child, onAction)))}
    </Tag>
  );
}

/** A box that can be tapped acts as a button for the keyboard too, unless it holds buttons of its own. */
function tap(
  node: FlexElement,
  action: LineAction,
  onAction: (action: LineAction) => void,
): Record<string, unknown> {
  const onClick = (event: Event): void => {
    event.stopPropagation();
    onAction(action);
  };
  if (node.tag === 'button') return { onClick };
  if (hasInnerAction(node)) return { onClick, 'data-tap': '' };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onClick(event);
  };
  return { onClick, onKeyDown, 'data-tap': '', role: 'button', tabIndex: 0 };
}
