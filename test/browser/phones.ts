/** An office's chats as the simulator's page shows them, one phone at a time, for pictures; the guide's and the year's. */
import type { Browser, Locator, Page } from 'playwright-core';
import { showDemoMenus } from '../../src/demo.ts';
import type { TestOffice } from '../helpers/office.ts';

export interface Phones {
  page: Page;
  /** Takes the phone with that chat into the hand, once it shows the newest message. */
  turnTo(chat: string): Promise<Locator>;
}

export async function openPhones(browser: Browser, office: TestOffice, scale: number): Promise<Phones> {
  const { database, access, simulator } = office;
  await showDemoMenus(database, access);
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: scale });
  await page.goto(`${office.app.url}/simulator`);
  return {
    page,
    async turnTo(chat) {
      const { people, groups, messages } = simulator.state();
      const phone = page.locator(`.phone[data-chat="${chat}"]`);
      await page.locator(`.phone[data-chat="${chat}"]`).waitFor({ state: 'attached' });
      if (!(await phone.isVisible())) {
        const { displayName = '' } = people.find((one) => one.userId === chat) ?? {};
        const name = displayName.split(' ')[0] || groups.find((one) => one.groupId === chat)!.name;
        await page.getByRole('navigation').getByRole('button', { name }).last().click();
      }
      const last = messages.findLast((one) => one.chat === chat && one.from !== 'system');
      if (last) await phone.locator(`[id$="-${last.id}"]`).waitFor();
      await phone.locator('.messages').evaluate((box) => (box.scrollTop = box.scrollHeight));
      return phone;
    },
  };
}
