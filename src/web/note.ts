/** Pages without a script: one sentence, perhaps one button; sign-in and refusals use them. */
import { escapeHtml } from '../text/format.ts';
import { plainShell } from './assets.ts';

/** @param button what it says and where its form is sent. @param link another way to go. @returns the page's HTML. */
export function notePage(
  text: string,
  button?: { label: string; action: string },
  link?: { label: string; address: string },
): Promise<string> {
  const form = button
    ? `<form method="post" action="${escapeHtml(button.action)}"><button class="primary">${escapeHtml(button.label)}</button></form>`
    : '';
  const other = link
    ? `<p><a class="button" href="${escapeHtml(link.address)}">${escapeHtml(link.label)}</a></p>`
    : '';
  return plainShell(`<main class="note"><p>${escapeHtml(text)}</p>${form}${other}</main>`);
}
