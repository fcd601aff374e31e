/** What a card function takes and gives back; shared by all cards and by line/render. */
import type { messagingApi } from '@line/bot-sdk';
import type { Action, Card } from '../src/bot/types.ts';
import type { Language } from '../src/domain/member.ts';
import type { Texts } from '../src/text/index.ts';

export type Box = messagingApi.FlexBox;
export type Component = messagingApi.FlexComponent;
export type Text = messagingApi.FlexText;

export interface Style {
  language: Language;
  texts: Texts;
  /** A button's effect in LINE's form; null where Flex has none (camera and album are quick replies only). */
  action: (action: Action) => messagingApi.Action | null;
}

/** One Flex message without its envelope. */
export interface Painted {
  /** The gist, for the lock screen; one line. */
  altText: string;
  contents: messagingApi.FlexBubble;
}

export type CardOf<K extends Card['kind']> = Extract<Card, { kind: K }>;

/** A card becomes one message, or several in order when its list is longer than one bubble should be. */
export type Painter<K extends Card['kind']> = (card: CardOf<K>, style: Style) => Painted[];
