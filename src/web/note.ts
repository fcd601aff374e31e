/** Pages without a script: one sentence, perhaps one button; sign-in and refusals use them. */
import { escapeHtml } from '../text/format.ts';
import { plainShell } from './assets.ts';

/** @param button what it says and where its form is sent. @returns the page's HTML. */
export function notePage(text: string, button?: { label: string; action: string }): Promise<string> {
  const form = button
    ? `<form method="post" action="${escapeHtml(button.action)}"><button class="primary">${escapeHtml(button.label)}</button></form>`
    : '';
  return plainShell(`<main class="note"><p>${escapeHtml(text)}</p>${form}</main>`);
}
