/** What nobody reaches without a mouse: used by the tests of all pages. */
import type { Page } from 'playwright-core';

/** Steps between two looks at what is left: each costs as much as a step. */
const A_LOOK = 8;

/** Walks the page by the Tab key alone. @returns what can be pressed or filled in and was never come to, or showed no focus. */
export async function outOfReach(page: Page): Promise<string[]> {
  const many = await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"]',
    );
    let count = 0;
    // fields of several parts take several steps
    for (const one of all) {
      // what is folded away, or does not count as shown, is not to be reached
      if (one.checkVisibility() && one.tabIndex >= 0) {
        one.dataset['reach'] = 'no';
        count += 1;
      }
    }
    document.addEventListener('focusin', ({ target }) => {
      const at = target as HTMLElement;
      if (!at.dataset['reach']) return;
      const { outlineStyle, boxShadow } = getComputedStyle(at);
      at.dataset['reach'] = outlineStyle === 'none' && boxShadow === 'none' ? 'unseen' : 'yes';
    });
    (document.activeElement as HTMLElement | null)?.blur();
    document.body.tabIndex = -1;
    document.body.focus();
    return count;
  });
  let left = many > 0;
  for (let step = 0; left && step < 2 * many + 20; step++) {
    await page.keyboard.press('Tab');
    if (step % A_LOOK !== A_LOOK - 1) continue;
    left = await page.evaluate(
      () => document.querySelector('[data-reach="no"]:not([type="radio"])') !== null,
    );
  }
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-reach]')].flatMap((one) => {
      const { reach } = one.dataset;
      delete one.dataset['reach'];
      // of a group of radio buttons the chosen one alone is come to
      const inGroup = one instanceof HTMLInputElement && one.type === 'radio';
      return reach === 'yes' || inGroup ? [] : [`${reach}: ${one.outerHTML.slice(0, 120)}`];
    }),
  );
}
