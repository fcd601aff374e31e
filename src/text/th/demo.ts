/** Thai names and hints of the demo office's people. */
import type { Role } from '../../domain/member.ts';

interface DemoPerson {
  /** Fills the LINE user id. */
  letter: string;
  displayName: string;
  position: string;
  /** null: not registered yet, has an invite. */
  role: Role | null;
  activities: string[];
  inGroup: boolean;
  /** Line under the name. */
  about: string;
  /** Words to try. */
  tries: string[];
}

const people: DemoPerson[] = [
  {
    letter: 'a',
    displayName: 'สมศรี ใจดี',
    position: 'นักวิชาการศึกษาชำนาญการ',
    role: 'officer',
    activities: ['1'],
    inGroup: true,
    about: 'ผู้รับผิดชอบกิจกรรมที่ 1',
    tries: ['1.2 เสร็จแล้วค่ะ ใช้งบ 28,500 บาท', 'รายงาน', 'งานของฉัน'],
  },
  {
    letter: 'b',
    displayName: 'ประเสริฐ ตั้งมั่น',
    position: 'ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา',
    role: 'manager',
    activities: [],
    inGroup: true,
    about: 'ผู้บริหาร',
    tries: ['สรุป', 'สถานะ 1.2', 'ช่วยเหลือ'],
  },
  {
    letter: 'c',
    displayName: 'วิภา รักเรียน',
    position: 'ศึกษานิเทศก์',
    role: null,
    activities: ['2', '3', '4', '5'],
    inGroup: true,
    about: 'ยังไม่ลงทะเบียน มีรหัสเชิญ',
    tries: ['ลงทะเบียน DEMO-7K3W-9R'],
  },
];

export const demo = {
  group: 'กลุ่มติดตามแผน สพป.พิษณุโลก เขต 1',
  bot: 'คืบหน้า',
  people,
  /** What the terminal says once the demo is open; a plan of one's own has nobody yet, and perhaps no such activity. */
  ready: (url: string, sentence: string | null) =>
    `\nเปิดในเบราว์เซอร์: ${url}\n${
      sentence === null
        ? 'สร้างรหัสเชิญด้วย npm run invite แล้วพิมพ์ “ลงทะเบียน” ตามด้วยรหัสในช่องของคนใดก็ได้'
        : `ลองพิมพ์ในช่องของสมศรี: ${sentence}\nแล้วแตะ “บันทึก” จากนั้นพิมพ์ “สรุป” ในช่องของประเสริฐ`
    }\nใช้กับบัญชี LINE ของหน่วยงานท่าน: กด Ctrl+C แล้วสั่ง npm run set-up ขั้นตอนที่เหลือทำในเบราว์เซอร์\n`,
  portTaken: (port: number) =>
    `พอร์ต ${port} มีโปรแกรมอื่นใช้อยู่ กรุณาปิดโปรแกรมนั้น หรือกำหนด PORT เป็นเลขอื่นในไฟล์ .env เช่น PORT=3001`,
  hostNotHere: (host: string) =>
    `เครื่องนี้ไม่มีที่อยู่ ${host} กรุณาแก้ HOST ในไฟล์ .env เป็น 127.0.0.1 หรือ 0.0.0.0 (ให้เครื่องอื่นเข้าถึงได้)`,
  portForbidden: (port: number) =>
    `ระบบปฏิบัติการไม่อนุญาตให้ใช้พอร์ต ${port} (พอร์ตต่ำกว่า 1024 มักสงวนไว้) กรุณากำหนด PORT เป็นเลขอื่นในไฟล์ .env เช่น PORT=3000`,
  /** A warning: everything works but the links. */
  linksStayHere: (url: string) =>
    `คำเตือน: PUBLIC_URL คือ ${url} ลิงก์ไฟล์และรายงานในแชทจะเปิดจากโทรศัพท์ไม่ได้ กรุณากำหนด PUBLIC_URL เป็นที่อยู่ https:// ของเครื่องนี้ในไฟล์ .env`,
  /** Why the bot does not start on this database, and what to do; `directory` is that of its own database. */
  mixed: {
    'trial-with-line': (offices: string, directory: string | null) =>
      `ฐานข้อมูลนี้มีหน่วยงานจากการทดลอง (${offices}) ซึ่งมีบุคคลสมมติ จึงใช้กับบัญชี LINE จริงไม่ได้\n` +
      (directory === null
        ? 'วิธีแก้: กำหนด MONGODB_URI เป็นฐานข้อมูลใหม่ที่ยังว่าง แล้วเริ่มใหม่และนำเข้าแผน'
        : `วิธีแก้: หยุดโปรแกรม แล้วสั่ง npm run set-up ข้อมูลทดลองจะย้ายออกจากโฟลเดอร์ ${directory} ให้เอง หรือลบโฟลเดอร์นั้นแล้วเริ่มใหม่`),
    'office-with-simulator': (offices: string, directory: string | null) =>
      `ฐานข้อมูลนี้มีหน่วยงานที่ใช้งานจริง (${offices}) แต่ยังไม่ได้ตั้งค่า LINE จึงไม่เปิดตัวจำลอง เพื่อไม่ให้ข้อความของผู้ใช้จริงสูญหาย\n` +
      'วิธีแก้: สั่ง npm run set-up เพื่อเชื่อม LINE ในเบราว์เซอร์ หรือกำหนด LINE_CHANNEL_SECRET และ LINE_CHANNEL_ACCESS_TOKEN ในไฟล์ .env ' +
      `หรือหากต้องการทดลอง ให้กำหนด ${directory === null ? 'MONGODB_URI เป็นฐานข้อมูลอื่น' : 'DATA_DIR เป็นโฟลเดอร์อื่น'}`,
  },
  trialMoved: (directory: string) => `\nย้ายข้อมูลทดลองไปไว้ที่ ${directory} แล้วเริ่มใหม่ด้วยข้อมูลว่าง\n`,
  setUp: (url: string) => `\nตั้งค่าระบบในเบราว์เซอร์ (ใช้ได้ 1 ครั้ง ภายใน 1 ชั่วโมง): ${url}\n`,
  /** Where no LINE account is known yet, or each office has its own. */
  pagesAt: (url: string) => `\nเริ่มทำงานแล้วที่ ${url}\n`,
  readyForLine: (url: string) => `\nพร้อมรับข้อความจาก LINE แล้ว ที่อยู่ Webhook: ${url}\n`,
};
