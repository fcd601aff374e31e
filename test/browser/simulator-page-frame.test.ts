/** Around the chats of the simulator's page: header menus, rich menu, side panel, narrow screens, accessibility, Thai marks. */
import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderFlexDocument } from '../../src/simulator/page/flex.ts';
import { openBrowser } from '../helpers/browser.ts';
import { openPageFixture, type PageFixture, sampleMessage, sampleState } from './simulator-page-fixture.ts';

/** Busy machines draw slowly. */
const patient = { timeout: 60_000 };

let browser: Browser;
let fixture: PageFixture;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  fixture = await openPageFixture(sampleState());
});
afterEach(async () => {
  await page.close();
  await fixture.close();
});

async function open(width: number, height = 800): Promise<void> {
  page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(patient.timeout);
  await page.goto(fixture.url);
  await page.getByRole('region', { name: 'น้ำฝน' }).waitFor();
}

async function nthAct(count: number): Promise<unknown> {
  await expect.poll(() => fixture.acts.length, patient).toBe(count);
  return fixture.acts.at(-1);
}

function phone(name: string): Locator {
  return page.getByRole('region', { name });
}

async function fromMenu(chat: string, item: string): Promise<void> {
  await phone(chat).getByRole('button', { name: 'เมนูของห้อง' }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

describe('room', () => {
  const shown = () => page.locator('.phone:not([hidden])').count();
  const panel = () => page.getByRole('button', { name: 'แผงควบคุม', exact: true });
  /** What the row of phones leaves free on its left and on its right. */
  const free = () =>
    page.locator('.phones').evaluate((row) => {
      const [first, last] = [
        row.querySelector('.phone:not([hidden])'),
        [...row.querySelectorAll('.phone:not([hidden])')].at(-1),
      ];
      const [all, left, right] = [row, first!, last!].map((one) => one.getBoundingClientRect());
      return [Math.round(left!.left - all!.left), Math.round(all!.right - right!.right)];
    });

  it.each([[1280], [1400], [1500]])(
    '%i pixels hold three chats; the panel is there where it takes none',
    async (width) => {
      await open(width);
      expect(await shown()).toBe(3);
      expect(await panel().getAttribute('aria-expanded')).toBe(String(width === 1500));
      const [left, right] = await free();
      expect(Math.abs(left! - right!)).toBeLessThan(2);
    },
  );

  it('beside the panel as many are left as fit, with no empty column', async () => {
    await open(1400);
    await panel().click();
    await expect.poll(shown, patient).toBe(2);
    const [left, right] = await free();
    expect(Math.abs(left! - right!)).toBeLessThan(2);
  });
});

describe('head of a phone', () => {
  it('blocks and unblocks; while blocked nothing can be written', async () => {
    await open(1280);
    await fromMenu('น้ำฝน', 'บล็อก');
    expect(await nthAct(1)).toEqual({ act: 'block', user: 'U1' });
    fixture.state.people[0]!.blocked = true;
    fixture.announce();
    await phone('น้ำฝน').getByText('คุณบล็อกบัญชีนี้อยู่').waitFor();
    expect(await phone('น้ำฝน').getByRole('textbox').count()).toBe(0);
    await phone('น้ำฝน').getByRole('button', { name: 'เลิกบล็อก' }).click();
    expect(await nthAct(2)).toEqual({ act: 'unblock', user: 'U1' });
  });

  it('a stranger is asked to add the bot first', async () => {
    fixture.state.people[0]!.friend = false;
    await open(1280);
    await phone('น้ำฝน').getByRole('button', { name: 'เพิ่มเพื่อน' }).click();
    expect(await nthAct(1)).toEqual({ act: 'follow', user: 'U1' });
  });

  it('a group is seen by the chosen member, and lets people and the bot in and out', async () => {
    await open(1900);
    await phone('กลุ่ม').getByLabel('มองในฐานะ').selectOption('U2');
    await phone('กลุ่ม').getByRole('textbox').fill('สรุป');
    await phone('กลุ่ม').getByRole('textbox').press('Enter');
    expect(await nthAct(1)).toEqual({ act: 'text', user: 'U2', chat: 'C1', text: 'สรุป' });
    await fromMenu('กลุ่ม', 'ให้ น้ำฝน ปิ่นเกล้า ออกจากกลุ่ม');
    expect(await nthAct(2)).toEqual({ act: 'member-leave', group: 'C1', user: 'U1' });
    await fromMenu('กลุ่ม', 'นำบอตออกจากกลุ่ม');
    expect(await nthAct(3)).toEqual({ act: 'bot-leave', group: 'C1' });
    fixture.state.groups[0]!.botInside = false;
    fixture.announce();
    await phone('กลุ่ม').getByRole('button', { name: 'เชิญบอตเข้ากลุ่ม' }).click();
    expect(await nthAct(4)).toEqual({ act: 'bot-join', group: 'C1' });
  });

  it('a menu is opened, walked and closed by keys, and closed by a second click', async () => {
    await open(1900);
    const opener = phone('กลุ่ม').getByRole('button', { name: 'เมนูของห้อง' });
    await opener.press('Enter');
    await page.getByRole('menuitem', { name: 'นำบอตออกจากกลุ่ม' }).press('ArrowDown');
    await page.locator('[role=menuitem]:focus', { hasText: 'น้ำฝน' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await phone('กลุ่ม').locator('[aria-haspopup]:focus').waitFor();
    await opener.click();
    await page.getByRole('menu').waitFor();
    await opener.click();
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await opener.click();
    await page.getByRole('menu').waitFor();
  });

  it('adds a person', async () => {
    await open(1280);
    await page.getByRole('button', { name: 'เพิ่มคน' }).click();
    await page.getByLabel('ชื่อที่แสดง').fill('สมชาย ใจดี');
    await page.getByLabel('ชื่อที่แสดง').press('Enter');
    expect(await nthAct(1)).toEqual({ act: 'new-person', displayName: 'สมชาย ใจดี' });
  });
});

describe('rich menu', () => {
  it('opens and closes, and its areas lie where the menu says', async () => {
    const area = (x: number, text: string) => ({
      bounds: { x, y: 0, width: 1250, height: 843 },
      action: { type: 'message', label: text, text },
    });
    fixture.state.richMenus.U1 = {
      richMenuId: 'r1',
      name: 'เจ้าหน้าที่',
      chatBarText: 'เมนูงาน',
      size: { width: 2500, height: 843 },
      areas: [area(0, 'รายงาน'), area(1250, 'งานของฉัน')],
      imageUrl: '/simulator/media/photo',
    };
    await open(1280);
    const right = phone('น้ำฝน').getByRole('button', { name: 'งานของฉัน' });
    const picture = await phone('น้ำฝน').getByRole('group', { name: 'ปุ่มในเมนู' }).boundingBox();
    const spot = await right.boundingBox();
    expect(spot!.x - picture!.x).toBeCloseTo(picture!.width / 2, 0);
    expect(spot!.height).toBeCloseTo(picture!.height, 0);
    await right.click();
    expect(await nthAct(1)).toMatchObject({ act: 'text', text: 'งานของฉัน' });
    await phone('น้ำฝน').getByRole('button', { name: 'ปิดเมนู เมนูงาน' }).click();
    await right.waitFor({ state: 'detached' });
    await phone('น้ำฝน').getByRole('button', { name: 'เปิดเมนู เมนูงาน' }).click();
    await right.waitFor();
  });
});

describe('side panel', () => {
  it('moves the clock', async () => {
    await open(1500);
    const panel = page.getByRole('complementary', { name: 'แผงควบคุม' });
    await panel.getByText('วันจันทร์ที่ 15 กุมภาพันธ์ 2564 09.30 น.').waitFor();
    await panel.getByRole('button', { name: '+1 วัน' }).click();
    expect(await nthAct(1)).toEqual({ act: 'clock', days: 1 });
    await panel.getByRole('button', { name: '+1 สัปดาห์' }).click();
    expect(await nthAct(2)).toEqual({ act: 'clock', days: 7 });
    await panel.getByLabel('วันที่', { exact: true }).fill('31');
    await panel.getByLabel('เดือน', { exact: true }).selectOption('ก.พ.');
    await panel.getByLabel('ปี พ.ศ.').fill('2564');
    await panel.getByLabel('เวลา', { exact: true }).fill('8.30');
    await panel.getByRole('button', { name: 'ไปยังเวลานี้' }).click();
    await panel.getByText('ไม่มีวันและเวลานี้').waitFor();
    await panel.getByLabel('เดือน', { exact: true }).selectOption('มี.ค.');
    await panel.getByRole('button', { name: 'ไปยังเวลานี้' }).click();
    expect(await nthAct(3)).toEqual({ act: 'clock', to: '2021-03-31T01:30:00.000Z' });
  });

  it('is in Thai, and tells what its words mean', async () => {
    await open(1500);
    const panel = page.getByRole('complementary', { name: 'แผงควบคุม' });
    const meant = panel.getByText('บอตต้องตอบและบันทึกเพียงครั้งเดียว');
    expect(await meant.isVisible()).toBe(false);
    await panel.getByLabel('คำอธิบาย: ส่งแต่ละเหตุการณ์กี่ครั้ง').press('Enter');
    await meant.waitFor();
    expect(await panel.innerText()).not.toMatch(/[a-z]{4,}|พุช/);
  });

  it('shows the quota and sets the switches', async () => {
    await open(1500);
    await page.getByText('ใช้ 12 จาก 300 ข้อความ').waitFor();
    await page.getByLabel('ส่งเหตุการณ์ซ้ำเมื่อบอตไม่รับ', { exact: true }).check();
    expect(await nthAct(1)).toEqual({ act: 'switches', set: { redelivery: true } });
    await page.getByRole('combobox', { name: /LINE ตอบบอตว่า/ }).selectOption('429-monthly');
    expect(await nthAct(2)).toEqual({ act: 'switches', set: { failApi: '429-monthly' } });
    const duplicates = page.getByLabel('ส่งแต่ละเหตุการณ์กี่ครั้ง', { exact: true });
    await duplicates.fill('9');
    await duplicates.blur();
    await duplicates.fill('3');
    // what happens meanwhile leaves alone what is being typed
    fixture.state.quota.used = 13;
    fixture.announce();
    await page.getByText('ใช้ 13 จาก 300 ข้อความ').waitFor();
    await duplicates.blur();
    expect(await nthAct(3)).toEqual({ act: 'switches', set: { duplicates: 3 } });
  });

  it('shows what went over the wire, sends it again, and resets only when sure', async () => {
    const request = { events: [{ type: 'message' }] };
    const entry = { at: fixture.state.now, milliseconds: 12, response: {} };
    fixture.state.log.push(
      { ...entry, id: 7, direction: 'webhook', what: 'message:text', status: 200, request },
      { ...entry, id: 8, direction: 'api', what: 'POST /v2/bot/message/reply', status: 429, request: {} },
    );
    await open(1500);
    const log = page.getByRole('listitem');
    expect(await log.allInnerTexts()).toEqual([
      expect.stringMatching(/บอต → LINE[^]*429[^]*reply/),
      expect.stringMatching(/LINE → บอต[^]*200[^]*0.01 วินาที[^]*message:text/),
    ]);
    await log.nth(1).locator('summary').click();
    await log.nth(1).getByText('"type": "message"').waitFor();
    await log.nth(1).getByRole('button', { name: 'ส่งซ้ำอีกครั้ง' }).click();
    expect(await nthAct(1)).toEqual({ act: 'redeliver', log: 7 });

    await page.getByRole('button', { name: 'เริ่มใหม่ทั้งหมด' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'ยกเลิก' }).click();
    await page.getByRole('button', { name: 'เริ่มใหม่ทั้งหมด' }).click();
    await page.getByRole('button', { name: 'ล้างแล้วเริ่มใหม่' }).click();
    expect(await nthAct(2)).toEqual({ act: 'reset' });
  });
});

describe('wide screens', () => {
  it.each([1366, 1440])(
    'show whole phones alone at %i px beside the panel, and every other by its tab',
    async (width) => {
      await open(width, 768);
      await page.getByRole('button', { name: 'แผงควบคุม', exact: true }).click();
      const tabs = page.getByRole('navigation').locator('button[aria-current]');
      for (let tab = 0; tab < (await tabs.count()); tab += 1) {
        await tabs.nth(tab).click();
        await expect.poll(() => page.locator('.phone:visible').count(), patient).toBe(2);
        const shown = await page.locator('.phone:visible').all();
        const right = (await page.locator('.panel').boundingBox())!.x;
        for (const one of shown) {
          const box = (await one.boundingBox())!;
          expect([box.x >= 0, box.x + box.width <= right]).toEqual([true, true]);
        }
        expect(await page.locator('.phone.active').isVisible()).toBe(true);
      }
    },
  );

  it('have one key to where one writes', async () => {
    await open(1366, 768);
    await page.keyboard.press('Tab');
    await page.getByRole('link', { name: 'ข้ามไปพิมพ์ข้อความ' }).press('Enter');
    expect(
      await page.evaluate("document.activeElement.closest('.active') && document.activeElement.tagName"),
    ).toBe('TEXTAREA');
  });
});

describe('narrow screens', () => {
  it('show one phone at a time and count what came elsewhere', async () => {
    await open(360, 740);
    expect(await page.getByRole('region').count()).toBe(1);
    fixture.state.messages.push(sampleMessage('U2', 'bot', { type: 'text', text: 'สรุปเดือนนี้' }));
    fixture.announce();
    await page.getByRole('img', { name: 'ยังไม่อ่าน 1 ข้อความ' }).waitFor();
    await page.getByRole('button', { name: /ว่าที่ร้อยตรี/ }).click();
    await phone('ว่าที่ร้อยตรี').getByText('สรุปเดือนนี้').waitFor();
    await phone('น้ำฝน').waitFor({ state: 'detached' });
    expect(await page.getByRole('img', { name: /ยังไม่อ่าน/ }).count()).toBe(0);
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBe(360);
  });

  it('leave a card its full width beside the avatar', async () => {
    const contents = { type: 'bubble', body: { type: 'box', layout: 'vertical', contents: [] } };
    fixture.state.messages.push(sampleMessage('U1', 'bot', { type: 'flex', altText: 'การ์ด', contents }));
    await open(360, 740);
    const card = page.getByRole('group', { name: 'การ์ด' }).locator('.fx-bubble');
    expect((await card.boundingBox())?.width).toBe(300);
  });

  it('keep the panel in a drawer', async () => {
    await open(360, 740);
    expect(await page.getByRole('complementary').count()).toBe(0);
    await page.getByRole('button', { name: 'แผงควบคุม' }).click();
    await page.getByRole('button', { name: '+1 วัน' }).click();
    await nthAct(1);
    await page.getByRole('button', { name: 'ปิดแผงควบคุม' }).click();
    await page.getByRole('complementary').waitFor({ state: 'detached' });
  });
});

describe('for everyone', () => {
  it.each([360, 1280])('axe finds nothing at %i px', async (width) => {
    const card = {
      type: 'bubble',
      body: {
        type: 'box',
        layout: 'vertical',
        contents: [
          { type: 'text', text: 'กิจกรรม 1.2' },
          { type: 'button', style: 'primary', action: { type: 'message', label: 'บันทึก', text: 'บันทึก' } },
        ],
      },
    };
    const quickReply = { items: [{ type: 'action', action: { type: 'camera', label: 'ถ่ายรูป' } }] };
    const asked = sampleMessage('U1', 'U1', { type: 'text', text: '1.2 เสร็จแล้ว https://a.example' });
    fixture.state.messages.push(
      asked,
      sampleMessage('U1', 'bot', {
        type: 'flex',
        altText: 'การ์ด',
        contents: { type: 'carousel', contents: [card, card] },
      }),
      sampleMessage('U1', 'U1', { type: 'file', fileName: 'a.pdf', fileSize: 1 }),
      sampleMessage('U1', 'bot', { type: 'hologram' }, { quotes: asked.id }),
      sampleMessage('U1', 'bot', { type: 'text', text: 'ถึงไหนแล้ว', quickReply }),
    );
    fixture.state.loading = ['U2'];
    const entry = { at: fixture.state.now, status: 200, milliseconds: 1, request: {}, response: {} };
    fixture.state.log.push({ ...entry, id: 1, direction: 'webhook', what: 'message:text' });
    await open(width);
    await check();
    await page.getByRole('button', { name: 'เพิ่มคน' }).click();
    await check();
    await page.keyboard.press('Escape');
    await phone('น้ำฝน').getByRole('button', { name: 'เมนูของห้อง' }).click();
    await check();
  });

  async function check(): Promise<void> {
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      `axe.run().then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' | ')))`,
    );
    expect(found).toEqual([]);
  }

  describe('Thai marks in a card', () => {
    const text = 'ที่นี้ ปิ่น น้ำ กั้น ฟื้น ญี่ปุ่น ฎีกา ผู้ใหญ่';
    const font = async (weight: string): Promise<string> => {
      const file = `../../node_modules/@expo-google-fonts/sarabun/${weight}/Sarabun_${weight}.ttf`;
      return `data:font/ttf;base64,${(await readFile(new URL(file, import.meta.url))).toString('base64')}`;
    };
    async function draw(...contents: Record<string, unknown>[]): Promise<Buffer> {
      const card = { type: 'bubble', body: { type: 'box', layout: 'vertical', spacing: 'md', contents } };
      const fonts = { regular: await font('400Regular'), bold: await font('700Bold') };
      page = await browser.newPage({ viewport: { width: 420, height: 420 }, deviceScaleFactor: 3 });
      await page.setContent(renderFlexDocument(card, { width: 420, fonts }));
      await page.evaluate('document.fonts.ready');
      return page.screenshot();
    }
    async function restyle(content: string): Promise<Buffer> {
      await page.addStyleTag({ content });
      return page.screenshot();
    }

    it('are never cut off', async () => {
      const action = { type: 'message', label: 'ที่นี้ ปิ่น ญู่', text };
      const drawn = await draw(
        { type: 'text', text, wrap: true },
        { type: 'text', text, wrap: true, maxLines: 2 },
        { type: 'text', text: 'ที่นี้ ปิ่น น้ำ ฎู ญู่' },
        { type: 'text', text, weight: 'bold', size: 'xl', wrap: true, maxLines: 3 },
        { type: 'button', style: 'primary', height: 'sm', action },
      );
      const unclipped = await restyle(
        '.fx-bubble * { overflow: visible !important; clip-path: none !important }',
      );
      expect(drawn.equals(unclipped)).toBe(true);
      const naive =
        '.fx-bubble p { overflow: hidden !important; padding: 0 !important; margin: 0 !important }';
      expect(drawn.equals(await restyle(naive))).toBe(false);
    });

    it.each(['regular', 'bold'])('of lines left out do not show under the last one (%s)', async (weight) => {
      const line = (rest: string): Promise<Buffer> =>
        draw(
          { type: 'text', text: `${text} ${rest}`, size: 'xl', weight, wrap: true, maxLines: 1 },
          { type: 'separator' },
        );
      const drawn = await line('ฟื้น ที่นี้ ปิ่น น้ำ กั้น ป้า '.repeat(4));
      await page.close();
      expect(drawn.equals(await line('กก นก อก มด ยก กบ '.repeat(6)))).toBe(true);
    });
  });
});
