/** Pages without a script: one sentence, perhaps one button; sign-in and refusals use them. */
import type { Language } from '../domain/member.ts';
import { escapeHtml } from '../text/format.ts';
import { texts } from '../text/index.ts';
import { plainShell } from './assets.ts';

interface Note {
  language: Language;
  /** What it says, and where its form is sent. */
  button?: { label: string; action: string; field?: { name: string; label: string } };
  /** Another way to go. */
  link?: { label: string; address: string };
}

/** @returns the page's HTML. */
export function notePage(text: string, { language, button, link }: Note): Promise<string> {
  const field = button?.field
    ? `<label class="field">${escapeHtml(button.field.label)}<input name="${button.field.name}" inputmode="numeric" autocomplete="one-time-code" required></label>`
    : '';
  const form = button
    ? `<form method="post" action="${escapeHtml(button.action)}">${field}<button class="primary">${escapeHtml(button.label)}</button></form>`
    : '';
  const other = link
    ? `<p><a class="button" href="${escapeHtml(link.address)}">${escapeHtml(link.label)}</a></p>`
    : '';
  const heading = `<h1>${escapeHtml(texts(language).web.brand)}</h1>`;
  return plainShell(
    `<main class="note">${heading}<p>${escapeHtml(text)}</p>${form}${other}</main>`,
    language,
  );
}
