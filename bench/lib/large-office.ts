/** An office whose plan has a thousand activities and twenty thousand reports, with photos on one of them; the dashboard's section looks at it. */
import sharp from 'sharp';
import type { Database } from '../../src/db/connect.ts';
import { fileStore } from '../../src/db/files.ts';
import { findMembers } from '../../src/db/members.ts';
import { findOffices } from '../../src/db/offices.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { prepareDemo } from '../../src/demo.ts';
import { NO_FIELDS } from '../../src/domain/activity.ts';
import { foldUpdates, type Update } from '../../src/domain/update.ts';
import { storeCopies } from '../../src/services/picture-copies.ts';
import { COPY_KINDS } from '../../src/services/picture-kinds.ts';
import { lookAtPicture } from '../../src/services/picture-process.ts';
import { makeWebLink } from '../../src/services/web-sessions.ts';

export const BRANCHES = 20;
export const LEAVES = 50;
const UPDATES_EACH = 20;
export const PICTURES = 60;
export const PLAN = 'bench-plan';

/** A plan of 1,000 activities in 20 branches, 20 reports each, and 60 photos on the first. @returns a link for its manager. */
export async function fill(database: Database): Promise<string> {
  const { models } = database;
  const now = new Date();
  await prepareDemo(database, now);
  const [office] = (await findOffices(models)).offices;
  const { id } = office!;
  const head = await models.plans.collection.findOne({ office: id });
  await models.plans.collection.insertOne({ ...head, _id: PLAN } as never);
  const photos = await pictures(database, id);
  const activities: Record<string, unknown>[] = [];
  const updates: Record<string, unknown>[] = [];
  for (let branch = 1; branch <= BRANCHES; branch += 1) {
    activities.push(node(id, `${branch}`, null, activities.length));
    for (let leaf = 1; leaf <= LEAVES; leaf += 1) {
      const code = `${branch}.${leaf}`;
      const told = reports(id, code, code === '1.1' ? photos : []);
      updates.push(...told.map(({ id: _id, ...rest }) => ({ _id, ...rest })));
      activities.push({ ...node(id, code, `${branch}`, activities.length), state: foldUpdates(told) });
    }
  }
  await models.activities.collection.insertMany(activities as never[]);
  await models.updates.collection.insertMany(updates as never[]);
  await models.offices.collection.updateOne({ _id: id } as never, {
    $set: { currentPlan: PLAN },
    $inc: { planRev: 1 },
  });
  const manager = (await findMembers(models, id)).find(({ roles }) => roles.includes('manager'))!;
  const { token, write } = makeWebLink(id, manager.id, '/dashboard', now);
  await commit(database, [write]);
  return token;
}

const NO_STATE = { ...NO_FIELDS, seq: 0, rev: 0, reportedBy: null, reportedAt: null, evidence: [] };

function node(office: string, code: string, parent: string | null, order: number): Record<string, unknown> {
  const leaf = parent !== null;
  return {
    _id: `${PLAN}/${code}`,
    office,
    plan: PLAN,
    code,
    label: code,
    parent,
    order,
    level: leaf ? 1 : 0,
    leaf,
    name: `โครงการพัฒนาคุณภาพการศึกษาและยกระดับผลสัมฤทธิ์ทางการเรียนของผู้เรียน ลำดับที่ ${code}`,
    indicator: 'ร้อยละของผู้เรียนที่มีผลสัมฤทธิ์สูงขึ้น',
    unit: 'ร้อยละ',
    target: 80,
    budget: leaf ? 5_000_000 : null,
    months: ['2020-11', '2020-12', '2021-01', '2021-02'],
    ownerGroup: 'กลุ่มนิเทศ ติดตามและประเมินผล',
    removed: false,
    state: NO_STATE,
  };
}

function reports(office: string, code: string, photos: readonly string[]): Update[] {
  return Array.from({ length: UPDATES_EACH }, (_, index): Update => {
    const last = index === UPDATES_EACH - 1;
    return {
      id: `${code}#${index}`,
      office,
      plan: PLAN,
      activity: code,
      seq: index + 1,
      said: {
        ...NO_FIELDS,
        status: last ? 'completed' : 'in_progress',
        percent: last ? 100 : index * 5,
        spent: index * 10_000,
        result: 'ประชุมชี้แจงและติดตามการดำเนินงานของสถานศึกษาในสังกัด ครั้งที่ ' + String(index + 1),
        obstacle: index % 7 === 3 ? 'วิทยากรเลื่อนกำหนดการ' : null,
      },
      by: { member: null, name: 'ผู้รายงาน', position: '' },
      at: new Date(Date.UTC(2020, 9, 5 + index * 6)),
      through: 'chat',
      event: null,
      draft: null,
      message: null,
      evidence: last ? [...photos] : [],
      voided: null,
      withdrawn: false,
    };
  });
}

/** Photos with detail at every size, which no copy can leave out cheaply. */
async function pictures(database: Database, office: string): Promise<string[]> {
  const files = fileStore(database, 'evidence');
  const ids: string[] = [];
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  const coarse = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#777', noise } })
    .png()
    .toBuffer();
  const photo = await sharp(coarse).resize(2000, 1500).jpeg({ quality: 90 }).toBuffer();
  const seen = await lookAtPicture(photo);
  if (!seen.ok) throw new Error(seen.reason);
  for (let index = 0; index < PICTURES; index += 1) {
    const id = `photo-${index}`;
    const file = `${id}:1`;
    await files.put(file, photo, { office });
    await storeCopies(files, office, file, seen.copies);
    await database.models.evidence.collection.insertOne({
      _id: id,
      office,
      plan: PLAN,
      activity: '1.1',
      message: id,
      by: null,
      at: new Date(),
      kind: 'image',
      fileName: null,
      state: 'stored',
      contentType: 'image/jpeg',
      bytes: photo.length,
      hash: null,
      sameAs: null,
      error: null,
      file,
      copies: [...COPY_KINDS],
      work: null,
    } as never);
    ids.push(id);
  }
  return ids;
}
