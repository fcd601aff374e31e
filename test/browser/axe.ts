/** What a page puts in people's way, as axe finds it: used by the tests of all pages. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @returns each rule that is broken, with the first element that breaks it. */
export async function violations(page: Page): Promise<string[]> {
  // the policy lets no foreign script in, so it comes in by the browser's own means
  await page.evaluate(await axe);
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await run.run({ resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

/** Every width a page has to fit, with nothing in people's way. */
export async function barriers(page: Page, widths: readonly number[] = [360, 1440]): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    found.push(...(await violations(page)));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) found.push(`${wide} px wide at ${width}`);
  }
  return found;
}
