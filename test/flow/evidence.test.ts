/** Photos and files in chat, from sending to opening them by a link. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findEvidence } from '../../src/db/evidence.ts';
import { fileStore } from '../../src/db/files.ts';
import { storeReportFile, makeLink } from '../../src/services/file-links.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { readCopy } from '../../src/services/picture-copies.ts';
import type { SimMessage } from '../../src/simulator/types.ts';
import { testDatabase } from '../helpers/database.ts';
import { docx, picture, sha256 } from '../helpers/evidence-files.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());

const photo = (user: string, bytes: Buffer) =>
  office.act(
    { act: 'image', user, chat: user, base64: bytes.toString('base64'), contentType: 'image/jpeg' },
    user,
  );
const file = (user: string, fileName: string, bytes: Buffer) =>
  office.act({ act: 'file', user, chat: user, fileName, base64: bytes.toString('base64') }, user);
const rows = () => office.database.models.evidence.find().sort({ at: -1, _id: -1 }).lean();
const newest = async () => (await rows())[0]!;

/** Addresses behind the buttons of messages, in order. */
function links(messages: readonly SimMessage[]): string[] {
  return [...JSON.stringify(messages).matchAll(/"uri":"([^"]+)"/g)].map((found) => found[1]!);
}

/** Starts a report on an activity, so that photos have a place. */
async function withDraft(user: string, sentence: string): Promise<void> {
  await office.say(user, sentence);
}

describe('a photo', () => {
  test('belongs to the report at hand, is fetched though LINE says “not yet” twice, and opens by a link', async () => {
    await withDraft(SOMSRI, '1.2 เสร็จแล้วค่ะ ใช้งบ 28,500 บาท');
    office.simulator.holdContent(2);
    const bytes = picture(1);
    expect(wordsIn(await photo(SOMSRI, bytes))).toContain('แนบหลักฐานแล้ว');
    const row = await newest();
    expect(row).toMatchObject({
      state: 'stored',
      activity: '1.2.1',
      contentType: 'image/png',
      hash: sha256(bytes),
      bytes: bytes.length,
    });
    expect(await fileStore(office.database, 'evidence').read(row.file!)).toEqual(bytes);
    expect(wordsIn(await office.say(SOMSRI, 'บันทึก'))).toContain('1 รายการ');

    const card = await office.say(SOMSRI, 'หลักฐาน 1.2');
    expect(wordsIn(card)).toContain('สมศรี ใจดี');
    const [url] = links(card);
    const response = await fetch(url!);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': expect.stringContaining('sandbox') as string,
      'content-disposition': expect.stringMatching(
        /^inline; filename="kuebna-2021-02-15.png"; filename\*=UTF-8''%E0%B8%AB/,
      ) as string,
    });
    const head = await fetch(url!, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
    expect((await fetch(url!, { method: 'POST' })).status).toBe(405);
  });

  test('is counted on the cards, with a button that lists it', async () => {
    expect(wordsIn(await office.say(PRASERT, 'สถานะ 1.2 รายละเอียด'))).toContain('1 รายการ\nดูหลักฐาน');
    expect(wordsIn(await office.tap(PRASERT, 'หลักฐาน 1.2.1'))).toContain('เปิดดู');
    expect(wordsIn(await office.say(SOMSRI, 'ประวัติ 1.2 รายละเอียด'))).toContain('ดูหลักฐาน');
  });

  test('sent before is kept, and both the sender and the manager are told', async () => {
    await withDraft(SOMSRI, '1.1 1) กำลังดำเนินการ');
    await photo(SOMSRI, picture(1));
    const [again, first] = await rows();
    expect(again!.sameAs).toBe(first!._id);
    const said = wordsIn(await office.say(SOMSRI, 'บันทึก'));
    expect(said).toContain('เคยส่งแล้วเมื่อ 15 ก.พ. 64');
    expect(said).toContain('ในกิจกรรม 1.2 1)');
    expect(wordsIn(await office.say(PRASERT, 'หลักฐาน 1.1 1)'))).toContain('ใช้ซ้ำ: ส่งแล้วเมื่อ');
    // once is enough
    expect(wordsIn(await office.say(SOMSRI, 'งานของฉัน'))).not.toContain('เคยส่งแล้ว');
  });

  test('that is none is not kept, and its sender is told with the next answer', async () => {
    await withDraft(SOMSRI, '1.1 2) กำลังดำเนินการ');
    await photo(SOMSRI, Buffer.from('ข้อความที่ตั้งชื่อเป็นรูป'));
    const row = await newest();
    expect(row).toMatchObject({ state: 'failed', error: 'not-a-picture', file: null });
    const said = wordsIn(await office.say(SOMSRI, 'บันทึก'));
    expect(said).toContain('เปิดเป็นรูปภาพไม่ได้');
    const activity = await office.database.models.activities.findOne({ code: '1.1.2' }).lean();
    expect(activity!.state).toMatchObject({ status: 'in_progress', evidence: [] });
    expect(await fileStore(office.database, 'evidence').idsFrom(row._id)).toEqual([]);
  });

  test('alone asks for its activity, and counts there', async () => {
    await office.database.models.conversations.deleteMany({});
    expect(wordsIn(await photo(SOMSRI, picture(9)))).toContain('รูปนี้เป็นหลักฐานของกิจกรรมใด');
    await office.say(SOMSRI, '1.2 1)');
    await office.say(SOMSRI, 'บันทึก');
    expect((await newest()).activity).toBe('1.2.1');
    expect(links(await office.say(SOMSRI, 'หลักฐาน 1.2 รายละเอียด'))).toHaveLength(2);
  });
});

describe('a photo kept by an earlier version, without small copies', () => {
  const row = async () => (await rows()).find((one) => one.state === 'stored' && one.kind === 'image')!;
  const older = async (change: object = {}) => {
    const { _id, file: original } = await row();
    const files = fileStore(office.database, 'evidence');
    await files.remove([`${original}:report`, `${original}:thumb`]);
    const { evidence } = office.database.models;
    await evidence.collection.updateOne({ _id: _id as never }, { $unset: { copies: 1 }, $set: change });
    return {
      files,
      original: original!,
      evidence: (await findEvidence(office.database.models, (await row()).office, [_id]))[0]!,
    };
  };

  test('gets them when a report first asks, and keeps them', async () => {
    const { files, original, evidence } = await older();
    const copy = await readCopy(office.database, evidence, 'report');
    expect([copy?.width, copy?.height]).toEqual([16, 12]);
    expect(await files.idsFrom(original)).toEqual([original, `${original}:report`, `${original}:thumb`]);
    expect((await row()).copies).toEqual(['report', 'thumb']);
    const again = await readCopy(office.database, { ...evidence, copies: ['report', 'thumb'] }, 'report');
    expect(Buffer.from(again!.bytes)).toEqual(Buffer.from(copy!.bytes));
  });

  test('that cannot be shown is remembered as such, and stays what it was', async () => {
    const { files, original, evidence } = await older();
    const bytes = await files.read(original);
    await files.remove([original]);
    await files.put(original, picture(1).subarray(0, 50), { office: evidence.office });
    expect(await readCopy(office.database, evidence, 'report')).toBeNull();
    expect((await row()).copies).toEqual([]);
    expect(await files.idsFrom(original)).toEqual([original]);
    await files.remove([original]);
    await files.put(original, bytes!, { office: evidence.office });
  });

  test('that is taken back meanwhile leaves no copy', async () => {
    const { files, original, evidence } = await older({ state: 'erased' });
    expect(await readCopy(office.database, { ...evidence, state: 'stored' }, 'report')).toBeNull();
    expect(await files.idsFrom(original)).toEqual([original]);
    await office.database.models.evidence.updateOne({ _id: evidence.id }, { $set: { state: 'stored' } });
  });
});

describe('a file', () => {
  test('is handed over under its own name, as what it is', async () => {
    await withDraft(SOMSRI, '1.2 เสร็จแล้ว');
    await file(SOMSRI, '../../รายงาน "ประชุม".exe', await docx());
    await office.say(SOMSRI, 'บันทึก');
    const [url] = links(await office.say(SOMSRI, 'หลักฐาน 1.2 รายละเอียด'));
    const response = await fetch(url!);
    expect(response.headers.get('content-type')).toMatch(/wordprocessingml/);
    const disposition = response.headers.get('content-disposition')!;
    expect(disposition).toMatch(
      /^attachment; filename="kuebna-2021-02-15\.docx"; filename\*=UTF-8''[\w%.-]+$/,
    );
    expect(decodeURIComponent(disposition.split("UTF-8''")[1]!)).toBe('รายงาน  ประชุม.docx');
  });

  test('whose name hides what it is, or says nothing, is kept under what can be seen of it', async () => {
    await withDraft(SOMSRI, '1.2 เสร็จแล้ว');
    await file(SOMSRI, 'ใบเสร็จ\u202Efdp\u2066\u0000.exe\r\n', Buffer.from('ก'));
    expect((await newest()).fileName).toBe('ใบเสร็จfdp.exe');
    await file(SOMSRI, '\u200b\u2060', Buffer.from('ข'));
    expect((await newest()).fileName).toBeNull();
    await office.say(SOMSRI, 'ยกเลิก');
  });

  test.each([
    ['page.html', '<!doctype html><script>alert(1)</script>'],
    ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['report.pdf', 'MZ\u0090\u0000\u0003 program'],
  ])('called %s is refused by its content', async (name, content) => {
    await withDraft(SOMSRI, '1.2 เสร็จแล้ว');
    await file(SOMSRI, name, Buffer.from(content, 'latin1'));
    expect(await newest()).toMatchObject({ state: 'failed', error: 'type-not-taken' });
    expect(wordsIn(await office.say(SOMSRI, 'ยกเลิก'))).toContain(`${name} ที่ส่งเมื่อ`);
  });
});

describe('a link', () => {
  const open = (path: string) => fetch(new URL(path, office.app.url));

  test('is not found when it is wrong in any way', async () => {
    const [url] = links(await office.say(SOMSRI, 'หลักฐาน 1.2 รายละเอียด'));
    const token = url!.split('/').at(-1)!;
    const last = token.at(-1) === 'A' ? 'B' : 'A';
    const tries = [
      '/files',
      '/files/',
      `/files/${token.slice(0, -1)}${last}`,
      `/files/${token}/`,
      `/files/${token}x`,
      `/files/x/../${token}x`,
      `/files/..%2f${token}`,
      `/files/%2e%2e/${token}`,
      `/files/${token}%00`,
      `/files/${token}%2e%2e`,
      '/files/%ff%fe',
      '/files/%',
      '/files/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
      `/files/${(await newest())._id}`,
    ];
    for (const path of tries) expect([path, (await open(path)).status]).toEqual([path, 404]);
    expect((await fetch(url!)).status).toBe(200);
  });

  test('opens nothing of another office, whatever its row says', async () => {
    const row = (await rows()).find((one) => one.state === 'stored')!;
    const { members } = office.database.models;
    const stranger = await members.findOne({ userId: SOMSRI }).lean();
    await members.create({ ...stranger!, _id: 'elsewhere', office: 'other', userId: 'U-other' });
    const target = { kind: 'evidence', id: row._id } as const;
    const link = makeLink('other', 'elsewhere', target, office.clock.now());
    await commit(office.database, [link.write]);
    expect((await open(`/files/${link.token}`)).status).toBe(404);
    const own = makeLink(row.office, 'elsewhere', target, office.clock.now());
    await commit(office.database, [own.write]);
    expect((await open(`/files/${own.token}`)).status).toBe(404);
  });

  test('is not given to somebody who does not work on the activity', async () => {
    const { members } = office.database.models;
    const { activities } = (await members.findOne({ userId: SOMSRI }).lean())!;
    await members.updateOne({ userId: SOMSRI }, { activities: ['1.3.2'] });
    const said = await office.say(SOMSRI, 'หลักฐาน 1.2');
    expect(wordsIn(said)).toContain('ดูได้เฉพาะผู้รับผิดชอบและผู้บริหาร');
    expect(links(said)).toEqual([]);
    await members.updateOne({ userId: SOMSRI }, { activities });
  });

  test('ends after seven days, with a page that says what to do; a new one is given', async () => {
    const [url] = links(await office.say(SOMSRI, 'หลักฐาน 1.2 รายละเอียด'));
    await office.act({ act: 'clock', days: 8 }, SOMSRI);
    const response = await fetch(url!);
    expect(response.status).toBe(410);
    const page = await response.text();
    expect(page).toContain('หมดอายุแล้ว');
    expect(page).toContain('has expired');
    const [fresh] = links(await office.say(SOMSRI, 'หลักฐาน 1.2 รายละเอียด'));
    expect((await fetch(fresh!)).status).toBe(200);
  });

  test('ends when its person is taken out', async () => {
    const [url] = links(await office.say(SOMSRI, 'หลักฐาน 1.2 รายละเอียด'));
    const { members } = office.database.models;
    await members.updateOne({ userId: SOMSRI }, { state: 'revoked' });
    expect((await fetch(url!)).status).toBe(404);
    await members.updateOne({ userId: SOMSRI }, { state: 'active' });
  });

  test('to a report hands over its bytes until they expire', async () => {
    const now = office.clock.now();
    const bytes = await docx();
    const member = await office.database.models.members.findOne({ userId: PRASERT }).lean();
    const id = await storeReportFile(office.database, {
      office: member!.office,
      name: 'รายงาน 6 เดือน.docx',
      contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes,
      expiresAt: new Date(now.getTime() + 3_600_000),
    });
    const link = makeLink(member!.office, member!._id, { kind: 'report', id }, now);
    await commit(office.database, [link.write]);
    const response = await open(`/files/${link.token}`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    expect(decodeURIComponent(response.headers.get('content-disposition')!)).toContain('รายงาน 6 เดือน.docx');
    await office.act({ act: 'clock', days: 1 }, PRASERT);
    expect((await open(`/files/${link.token}`)).status).toBe(410);
  });
});

describe('which activity a photo is of', () => {
  /** What was said before it, and after it, and of which activities it is then asked; null where all are. */
  test.each<[before: string[], after: string[], shown: string]>([
    [[], [], 'รูปนี้เป็นหลักฐานของกิจกรรมใด'],
    // an old talk is not made new by a greeting
    [['1.3 1) กำลังดำเนินการ', 'บันทึก', 'MONTH', 'สวัสดีค่ะ'], [], 'รูปนี้เป็นหลักฐานของกิจกรรมใด'],
    [['1.3 1) กำลังดำเนินการ', 'บันทึก'], [], 'แนบหลักฐานแล้ว\nรายงานผล\n1.3 1)'],
    [['1.2 ใช้งบ 29,900 บาท', 'บันทึก', 'เดี๋ยวส่งรูปงาน 1.3 1) นะคะ'], [], 'แนบหลักฐานแล้ว\nรายงานผล\n1.3 1)'],
    [['1.2 ใช้งบ 29,900 บาท', 'บันทึก', 'นี่รูปค่ะ'], [], 'แนบหลักฐานแล้ว\nรายงานผล\n1.2 1)'],
    [['1.2 ใช้งบ 29,900 บาท', 'บันทึก', 'รูปงานประชุมค่ะ'], [], 'รูปนี้เป็นหลักฐานของกิจกรรมใด'],
    [[], ['1.3 1) เสร็จแล้วค่ะ ใช้ไป 2,000'], '1.3 1)\nกรุณาตรวจสอบก่อนบันทึก'],
    // said after it, it is asked, and บันทึก is not meant for the other one
    [['1.2 ใช้งบ 29,900 บาท', 'บันทึก'], ['รูปประชุมชี้แจง 1.1 2)'], 'ย้ายรูปไป 1.1 2)'],
    [['1.2 ใช้งบ 29,900 บาท', 'บันทึก'], ['1.1 2)'], 'ย้ายรูปไป 1.1 2)'],
  ])('after %j, with %j behind it', async (before, after, shown) => {
    await office.database.models.conversations.deleteMany({});
    for (const text of before) {
      const { clock } = office;
      if (text === 'MONTH') clock.moveTo(new Date(clock.now().getTime() + 20 * 86_400_000));
      else await office.say(SOMSRI, text);
    }
    let said = wordsIn(await photo(SOMSRI, picture(40)));
    for (const text of after) said = wordsIn(await office.say(SOMSRI, text));
    expect(said).toContain(shown);
  });

  test('moved from a report of photos alone it leaves nothing behind', async () => {
    await office.database.models.conversations.deleteMany({});
    for (const text of ['1.2 ใช้งบ 29,900 บาท', 'บันทึก']) await office.say(SOMSRI, text);
    await photo(SOMSRI, picture(41));
    await office.say(SOMSRI, '1.1 2)');
    const moved = wordsIn(await office.tap(SOMSRI, 'ย้ายรูปไป'));
    expect(moved).toContain('1.1 2)\nกรุณาตรวจสอบก่อนบันทึก');
    expect(moved).not.toContain('ยังไม่ได้บันทึก');
    await office.say(SOMSRI, 'บันทึก');
    expect((await newest()).activity).toBe('1.1.2');
  });

  test.each(['รูปเมื่อกี้ของ 1.3', 'ส่งรูปแล้วนะ'])('in a group “%s” hears where photos are taken', async (text) => {
    const said = wordsIn(await office.say(SOMSRI, text, { chat: GROUP, mentionBot: true }));
    expect(said).toBe('ในกลุ่มรับรูปไม่ได้ กรุณาส่งรูปในแชทส่วนตัวกับบอต');
  });
});
