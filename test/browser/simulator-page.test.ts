/** The chats of the simulator's page in a real browser: what people see, what a tap or a key sends. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SimMessage } from '../../src/simulator/types.ts';
import { openBrowser } from '../helpers/browser.ts';
import { hostileBubble, hostileText } from '../unit/flex-render/hostile.ts';
import { openPageFixture, type PageFixture, sampleMessage, sampleState } from './simulator-page-fixture.ts';

/** Busy machines draw slowly. */
const patient = { timeout: 60_000 };

let browser: Browser;
let fixture: PageFixture;
let page: Page;
let faults: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  fixture = await openPageFixture(sampleState());
  page = await browser.newPage({ viewport: { width: 1900, height: 800 } });
  page.setDefaultTimeout(patient.timeout);
  faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
});
afterEach(async () => {
  await page.close();
  await fixture.close();
  expect(faults).toEqual([]);
});

/** Opens the page and gives the phone of the officer, or of whom `name` says. */
async function open(name: string | RegExp = 'น้ำฝน'): Promise<Locator> {
  await page.goto(fixture.url);
  const phone = page.getByRole('region', { name });
  await phone.waitFor();
  return phone;
}

function post(...messages: SimMessage[]): void {
  fixture.state.messages.push(...messages);
}

/** Waits until the page has sent as many acts, and gives the last. */
async function nthAct(count: number): Promise<unknown> {
  await expect.poll(() => fixture.acts.length, patient).toBe(count);
  return fixture.acts.at(-1);
}

const flex = (...contents: unknown[]): Record<string, unknown> => ({
  type: 'flex',
  altText: 'การ์ด',
  contents: { type: 'bubble', body: { type: 'box', layout: 'vertical', contents } },
});
const button = (action: Record<string, unknown>): Record<string, unknown> => ({ type: 'button', action });

describe('writing', () => {
  it('Enter sends, Shift and Enter begin a new line', async () => {
    const phone = await open();
    const box = phone.getByRole('textbox', { name: 'พิมพ์ข้อความ' });
    await box.pressSequentially('1.2');
    await box.press('Shift+Enter');
    await box.pressSequentially('เสร็จแล้วค่ะ');
    await box.press('Enter');
    expect(await nthAct(1)).toEqual({ act: 'text', user: 'U1', chat: 'U1', text: '1.2\nเสร็จแล้วค่ะ' });
    expect(await box.inputValue()).toBe('');
  });

  it('the send button sends, and what was refused comes back with the reason', async () => {
    const phone = await open();
    fixture.refuseNext('blocked');
    await phone.getByRole('textbox').fill('สวัสดี');
    await phone.getByRole('button', { name: 'ส่ง', exact: true }).click();
    await page.getByText('ทำไม่สำเร็จ: บล็อกบัญชีนี้อยู่').waitFor();
    expect(await phone.getByRole('textbox').inputValue()).toBe('สวัสดี');
  });

  it('words to try are offered in an empty chat only', async () => {
    const phone = await open();
    await phone.getByRole('button', { name: 'ลงทะเบียน DEMO-01' }).click();
    expect(await nthAct(1)).toMatchObject({ act: 'text', text: 'ลงทะเบียน DEMO-01' });
    post(sampleMessage('U1', 'U1', { type: 'text', text: 'ลงทะเบียน DEMO-01' }));
    fixture.announce();
    await phone.getByRole('group', { name: 'ตัวอย่างให้ลอง' }).waitFor({ state: 'detached' });
  });

  it('photos, files and stickers go by the plus button', async () => {
    const phone = await open();
    const bytes = Buffer.from('สวัสดี'.repeat(5000));
    const choose = async (item: string): Promise<void> => {
      await phone.getByRole('button', { name: 'แนบรูป ไฟล์ หรือสติกเกอร์' }).click();
      const chooser = item === 'สติกเกอร์' ? null : page.waitForEvent('filechooser');
      await page.getByRole('menuitem', { name: item }).click();
      await (await chooser)?.setFiles({ name: 'งาน.pdf', mimeType: 'image/png', buffer: bytes });
    };
    await choose('รูปภาพ');
    const base64 = bytes.toString('base64');
    expect(await nthAct(1)).toMatchObject({ act: 'image', base64, contentType: 'image/png' });
    await choose('ไฟล์');
    expect(await nthAct(2)).toMatchObject({ act: 'file', base64, fileName: 'งาน.pdf' });
    await choose('สติกเกอร์');
    expect(await nthAct(3)).toEqual({ act: 'sticker', user: 'U1', chat: 'U1' });
  });

  it('answers, edits and takes back messages', async () => {
    const own = sampleMessage('C1', 'U1', { type: 'text', text: 'ใช้งบ 100' });
    const other = sampleMessage('C1', 'bot', { type: 'text', text: 'รับทราบ' });
    post(own, other);
    const phone = await open('กลุ่ม');
    const option = async (text: string, name: string): Promise<void> => {
      const row = phone.locator('.row', { hasText: text });
      await row.hover();
      await row.getByRole('button', { name: 'ตัวเลือกของข้อความ' }).click();
      await page.getByRole('menuitem', { name }).click();
    };
    await option('รับทราบ', 'ตอบกลับ');
    await phone.getByText('ตอบกลับ คืบหน้า').waitFor();
    await phone.getByRole('textbox').fill('ขอบคุณ');
    await phone.getByRole('textbox').press('Enter');
    expect(await nthAct(1)).toEqual({ act: 'text', user: 'U1', chat: 'C1', text: 'ขอบคุณ', quote: other.id });

    await option('ใช้งบ 100', 'แก้ไข');
    await expect.poll(() => phone.getByRole('textbox').inputValue(), patient).toBe('ใช้งบ 100');
    await phone.getByRole('textbox').fill('ใช้งบ 200');
    await phone.getByRole('textbox').press('Enter');
    expect(await nthAct(2)).toEqual({ act: 'edit', user: 'U1', message: own.id, text: 'ใช้งบ 200' });

    await option('ใช้งบ 100', 'ยกเลิกการส่ง');
    expect(await nthAct(3)).toEqual({ act: 'unsend', user: 'U1', message: own.id });
  });

  it('calls the bot in a group by the toggle or by its name', async () => {
    const phone = await open('กลุ่ม');
    await phone.getByRole('textbox').fill('@คืบหน้า สรุป');
    await phone.getByRole('textbox').press('Enter');
    expect(await nthAct(1)).toMatchObject({ text: 'สรุป', mentionBot: true });
    const toggle = phone.getByRole('button', { name: '@คืบหน้า' });
    await toggle.click();
    expect(await toggle.getAttribute('aria-pressed')).toBe('true');
    await phone.getByRole('textbox').fill('ล่าช้า');
    await phone.getByRole('textbox').press('Enter');
    expect(await nthAct(2)).toMatchObject({ text: 'ล่าช้า', mentionBot: true });
  });
});

describe('what the bot sends', () => {
  it('arrives while the page is open, under the day it was sent', async () => {
    const phone = await open();
    post(sampleMessage('U1', 'bot', { type: 'text', text: 'บันทึกแล้ว' }));
    fixture.state.loading = ['U1'];
    fixture.announce();
    await phone.getByText('บันทึกแล้ว').waitFor();
    await phone.getByText('วันจันทร์ที่ 15 กุมภาพันธ์ 2564').waitFor();
    await phone.getByText('09.30 น.').waitFor();
    await phone.getByRole('status', { name: 'คืบหน้า กำลังพิมพ์' }).waitFor();
  });

  it('is read by whoever wrote later; taken back and quoted messages say so', async () => {
    const asked = sampleMessage('U1', 'U1', { type: 'text', text: 'สถานะ 1.2' });
    post(
      asked,
      sampleMessage('U1', 'U1', { type: 'text', text: 'ผิด' }, { unsent: true }),
      sampleMessage('U1', 'bot', { type: 'text', text: 'กำลังดำเนินการ' }, { quotes: asked.id }),
      sampleMessage('U1', 'system', { type: 'text', text: 'x', event: 'block', names: ['น้ำฝน'] }),
    );
    const phone = await open();
    await phone.getByText('อ่านแล้ว').waitFor();
    await phone.getByText('คุณยกเลิกข้อความ').waitFor();
    await phone.getByRole('button', { name: 'น้ำฝน ปิ่นเกล้า สถานะ 1.2' }).waitFor();
    await phone.getByText('น้ำฝน บล็อกบัญชีนี้').waitFor();
    expect(await phone.getByText('ผิด', { exact: true }).count()).toBe(0);
  });

  it('shows every type, and says which it cannot show', async () => {
    const confirm = {
      type: 'confirm',
      text: 'ยืนยันหรือไม่',
      actions: [{ type: 'message', label: 'ใช่', text: 'ใช่' }],
    };
    post(
      sampleMessage('U1', 'U1', { type: 'image', url: '/simulator/media/photo' }),
      sampleMessage('U1', 'U1', { type: 'file', fileName: 'รายงาน.pdf', fileSize: 2048 }),
      sampleMessage('U1', 'U1', { type: 'sticker' }),
      sampleMessage('U1', 'bot', { type: 'template', altText: 'ยืนยัน', template: confirm }),
      sampleMessage('U1', 'bot', { type: 'imagemap', altText: 'แผนที่' }),
    );
    const phone = await open();
    await expect
      .poll(
        () =>
          phone
            .getByAltText('รูปภาพ')
            .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
        patient,
      )
      .toBe(400);
    await phone.getByText('รายงาน.pdf').waitFor();
    await phone.getByText('2 KB').waitFor();
    await phone.getByRole('img', { name: 'สติกเกอร์' }).waitFor();
    await phone.getByRole('note').getByText('imagemap').waitFor();
    await phone.getByRole('group', { name: 'ยืนยัน' }).getByRole('button', { name: 'ใช่' }).click();
    expect(await nthAct(1)).toMatchObject({ act: 'text', text: 'ใช่' });
  });

  it('offers quick replies under the last message until one is used', async () => {
    const reply = (label: string, action: Record<string, unknown>) => ({
      type: 'action',
      action: { label, ...action },
    });
    const quickReply = {
      items: [
        reply('เสร็จแล้ว', { type: 'postback', data: 'done', displayText: 'เสร็จแล้วค่ะ' }),
        reply('ถ่ายรูป', { type: 'camera' }),
      ],
    };
    post(sampleMessage('U1', 'bot', { type: 'text', text: 'ถึงไหนแล้ว', quickReply }));
    const phone = await open();
    const chips = phone.getByRole('group', { name: 'คำตอบด่วน' });
    await chips.getByRole('button', { name: 'เสร็จแล้ว' }).click();
    expect(await nthAct(1)).toEqual({
      act: 'postback',
      user: 'U1',
      chat: 'U1',
      data: 'done',
      displayText: 'เสร็จแล้วค่ะ',
    });
    await chips.waitFor({ state: 'detached' });

    post(sampleMessage('U1', 'bot', { type: 'text', text: 'ขอรูป', quickReply }));
    fixture.announce();
    const chooser = page.waitForEvent('filechooser');
    await chips.getByRole('button', { name: 'ถ่ายรูป' }).click();
    await (await chooser).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('photo') });
    expect(await nthAct(2)).toMatchObject({ act: 'image', contentType: 'image/jpeg' });

    post(
      sampleMessage('U1', 'bot', { type: 'text', text: 'ขอรูปอีก', quickReply }),
      sampleMessage('U1', 'U1', { type: 'text', text: 'เดี๋ยวส่ง' }),
    );
    fixture.announce();
    await phone.getByText('เดี๋ยวส่ง').waitFor();
    expect(await chips.count()).toBe(0);
  });

  it('buttons: a date is picked in the Gregorian calendar and read in B.E., and words are put into the box', async () => {
    post(
      sampleMessage(
        'U1',
        'bot',
        flex(
          button({
            type: 'datetimepicker',
            label: 'เลื่อนกำหนด',
            data: 'due',
            mode: 'date',
            initial: '2021-03-01',
            min: '2021-02-15',
          }),
          button({
            type: 'postback',
            label: 'แก้ผล',
            data: 'edit',
            inputOption: 'openKeyboard',
            fillInText: 'ผล: ',
          }),
          {
            type: 'box',
            layout: 'vertical',
            action: { type: 'message', label: 'แถว', text: 'แตะแถว' },
            contents: [{ type: 'text', text: 'ทั้งแถว' }],
          },
        ),
      ),
    );
    const phone = await open();
    await phone.getByRole('button', { name: 'เลื่อนกำหนด' }).click();
    const dialog = page.getByRole('dialog', { name: 'เลือกวันที่' });
    await dialog.getByText('1 มี.ค. 2564').waitFor();
    await dialog.getByLabel('เลื่อนกำหนด').fill('2021-03-20');
    await dialog.getByText('20 มี.ค. 2564').waitFor();
    await dialog.getByRole('button', { name: 'ตกลง' }).click();
    expect(await nthAct(1)).toEqual({
      act: 'postback',
      user: 'U1',
      chat: 'U1',
      data: 'due',
      params: { date: '2021-03-20' },
    });

    await phone.getByRole('button', { name: 'แก้ผล' }).click();
    expect(await nthAct(2)).toMatchObject({ act: 'postback', data: 'edit' });
    await expect.poll(() => phone.getByRole('textbox').inputValue(), patient).toBe('ผล: ');
    await phone.locator('textarea:focus').waitFor();

    await phone.getByRole('button', { name: 'ทั้งแถว' }).press('Enter');
    expect(await nthAct(3)).toMatchObject({ act: 'text', text: 'แตะแถว' });
  });

  it('links open a tab only by http and https', async () => {
    await page.context().route('https://office.example/**', (route) => route.fulfill({ body: 'หน้าเว็บ' }));
    const link = (label: string, uri: string) => button({ type: 'uri', label, uri });
    post(
      sampleMessage(
        'U1',
        'bot',
        flex(
          link('เว็บ', 'https://office.example/a'),
          link('โทร', 'tel:021234567'),
          link('ร้าย', 'javascript:window.harmed=1'),
        ),
      ),
    );
    const phone = await open();
    const opened = page.waitForEvent('popup');
    await phone.getByRole('button', { name: 'เว็บ' }).click();
    const shown = await opened;
    expect(shown.url()).toBe('https://office.example/a');
    expect(await shown.evaluate('outerWidth')).toBeLessThan(420);
    await phone.getByRole('button', { name: 'โทร' }).click();
    await page.getByText('ในโทรศัพท์จริงจะโทรไปที่ 021234567').waitFor();
    await phone.getByRole('button', { name: 'ร้าย' }).click();
    await page.getByText('ลิงก์นี้เปิดไม่ได้').waitFor();
  });

  it('cannot do harm', async () => {
    post(
      sampleMessage('U1', 'bot', { type: 'flex', altText: hostileText, contents: hostileBubble }),
      sampleMessage('U1', 'bot', { type: 'text', text: hostileText }),
      sampleMessage('U1', 'bot', { type: 'image', originalContentUrl: 'javascript:window.harmed=1' }),
    );
    await page.route('https://pictures.invalid/**', (route) =>
      route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
    );
    const phone = await open();
    await phone.getByRole('button', { name: 'trap' }).click();
    await page.getByText('ลิงก์นี้เปิดไม่ได้').waitFor();
    const found = await page.evaluate(`({
      harmed: 'harmed' in window,
      scripts: document.scripts.length,
      handlers: [...document.querySelectorAll('*')].filter((node) =>
        [...node.attributes].some((one) => one.name.startsWith('on'))).length,
      places: [...document.images].map((image) => new URL(image.src).origin),
    })`);
    expect(found).toEqual({ harmed: false, scripts: 1, handlers: 0, places: ['https://pictures.invalid'] });
  });
});
