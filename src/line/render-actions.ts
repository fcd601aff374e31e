/** A button's effect in LINE's form, within LINE's limits wherever it stands; used by render and, through it, by the cards. */
import type { messagingApi } from '@line/bot-sdk';
import type { Action, Tap } from '../bot/types.ts';
import { encodeTap, tapOfOffice } from '../bot/tap.ts';
import { printable, shorten, shortenUnits } from '../text/format.ts';
import { LIMITS } from './limits.ts';
import { tapAddress } from './render-address.ts';

/** Quick replies have the shortest labels; one length fits every place. */
const LABEL_GRAPHEMES = LIMITS.quickReplyLabel;
/** A grapheme cluster has no longest length: this keeps a label of stacked marks from filling the bubble. */
const LABEL_UNITS = 80;
/** What a tap shows as the person's words; LINE would take more, a chat reads better with less. */
const SAID_UNITS = 120;

/**
 * @returns the action as a Flex button or tappable box carries it;
 * null for camera and album, which LINE knows in quick replies only.
 * @param office whose button it is, '' where that is not said.
 */
export function flexAction(action: Action, office = ''): messagingApi.Action | null {
  const label = labelOf(action);
  switch (action.type) {
    case 'camera':
    case 'album':
      return null;
    case 'tap':
      return tapAction(label, office, action.tap, action.say, action.fillIn);
    case 'say':
      return sayAction(label, action.text);
    case 'link':
      return linkAction(label, action.url);
    case 'date':
      return dateAction(label, office, action);
    default:
      return action satisfies never;
  }
}

/** @returns the action as a quick reply item. */
export function quickReplyItem(action: Action, office = ''): messagingApi.QuickReplyItem {
  const label = labelOf(action);
  if (action.type === 'camera') return { type: 'action', action: { type: 'camera', label } };
  if (action.type === 'album') return { type: 'action', action: { type: 'cameraRoll', label } };
  const effect = flexAction(action, office);
  return { type: 'action', action: effect ?? sayAction(label, label) };
}

function labelOf(action: Action): string {
  const label = printable(action.label).replace(/\s+/g, ' ');
  return shortenUnits(shorten(label, LABEL_GRAPHEMES), LABEL_UNITS) || '…';
}

/** What a very long one has no room for is left out. */
function dataOf(tap: Tap, office: string): string {
  const data = encodeTap(tap);
  const whole = office === '' ? data : tapOfOffice(data, office);
  return whole.length > LIMITS.postbackData ? data : whole;
}

function tapAction(
  label: string,
  office: string,
  tap: Tap,
  say?: string,
  fillIn?: string,
): messagingApi.Action {
  const data = dataOf(tap, office);
  if (data.length > LIMITS.postbackData) return sayAction(label, typedTwin(tap) ?? say ?? label);
  const said = say === undefined ? '' : shortenUnits(printable(say), SAID_UNITS);
  const filled = fillIn === undefined ? '' : shortenUnits(printable(fillIn), LIMITS.fillInText);
  return {
    type: 'postback',
    label,
    data,
    ...(said ? { displayText: said } : {}),
    ...(filled ? { inputOption: 'openKeyboard', fillInText: filled } : {}),
  };
}

/** What to type to the same effect; every form takes typed answers. */
function typedTwin(tap: Tap): string | null {
  if (tap.do === 'say') return tap.text;
  return tap.do === 'answer' ? tap.value : null;
}

function sayAction(label: string, text: string): messagingApi.Action {
  return {
    type: 'message',
    label,
    text: shortenUnits(printable(text), LIMITS.messageActionText) || label,
  };
}

/** An address that LINE would refuse becomes a tap that says the label, so that the card itself still arrives. */
function linkAction(label: string, url: string): messagingApi.Action {
  const address = tapAddress(url);
  return address === null ? sayAction(label, label) : { type: 'uri', label, uri: address };
}

const DAY = /^(19\d\d|20\d\d|2100)-\d{2}-\d{2}$/;

function dateAction(
  label: string,
  office: string,
  action: Extract<Action, { type: 'date' }>,
): messagingApi.Action {
  const data = dataOf(action.tap, office);
  if (data.length > LIMITS.postbackData) return sayAction(label, label);
  const [min, max] = [action.min, action.max].map(realDay);
  const range = min && max && min < max ? { min, max } : null;
  const initial = realDay(action.initial);
  const inside = initial && (!range || (initial >= range.min && initial <= range.max));
  return {
    type: 'datetimepicker',
    label,
    data,
    mode: 'date',
    ...range,
    ...(inside ? { initial } : {}),
  };
}

function realDay(day: string): string | null {
  if (!DAY.test(day)) return null;
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : day;
}
