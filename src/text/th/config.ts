/** Thai sentences: what the settings mean, why the bot refuses to start, and what cures it. */
export const config = {
  /** `means` stands in .env.example; `expects` ends the sentence "NAME: …" when a value is refused. */
  variables: {
    PORT: {
      means: 'พอร์ตที่เซิร์ฟเวอร์รับการเชื่อมต่อ',
      expects: 'ต้องเป็นจำนวนเต็ม 0 ถึง 65535 เช่น 3000',
    },
    HOST: {
      means: 'ที่อยู่ที่เซิร์ฟเวอร์รับการเชื่อมต่อ ใช้ 0.0.0.0 เมื่อต้องการให้เครื่องอื่นเข้าถึงได้',
      expects: 'ต้องเป็นชื่อเครื่องหรือหมายเลข IP เช่น 127.0.0.1',
    },
    PUBLIC_URL: {
      means: 'ที่อยู่ขึ้นต้นของลิงก์ที่บอตส่งในแชท',
      expects: 'ต้องเป็นที่อยู่เว็บที่ขึ้นต้นด้วย http:// หรือ https:// ไม่มี ? และ # เช่น https://bot.example.go.th',
    },
    MONGODB_URI: {
      means: 'ฐานข้อมูล MongoDB แบบ replica set หรือ sharded cluster ถ้าไม่กำหนด บอตจะเปิดฐานข้อมูลของตนเอง',
      expects:
        'ต้องขึ้นต้นด้วย mongodb:// หรือ mongodb+srv:// หรือเป็นคำว่า embedded ' +
        'อักขระพิเศษในรหัสผ่านให้เขียนเป็นรหัส % เช่น @ เป็น %40 และ % เป็น %25',
    },
    DATA_DIR: {
      means: 'โฟลเดอร์เก็บข้อมูลเมื่อบอตเปิดฐานข้อมูลของตนเอง',
      expects: 'ต้องเป็นชื่อโฟลเดอร์ เช่น .data',
    },
    LINE_CHANNEL_SECRET: {
      means: 'Channel secret ของ Messaging API (LINE Developers › แท็บ Basic settings)',
      expects:
        'ต้องเป็น Channel secret ซึ่งเป็นตัวเลขและตัวอักษร a-f รวม 32 ตัว คัดลอกได้จาก LINE Developers แท็บ Basic settings',
    },
    LINE_CHANNEL_ACCESS_TOKEN: {
      means: 'Channel access token แบบระยะยาว (LINE Developers › แท็บ Messaging API)',
      expects:
        'ต้องเป็น Channel access token ซึ่งเป็นตัวอักษรอังกฤษและตัวเลขติดกัน ออกได้จาก LINE Developers แท็บ Messaging API',
    },
    LINE_CHANNEL_ID: {
      means: 'Channel ID ของ Messaging API ใช้แทน LINE_CHANNEL_ACCESS_TOKEN เพื่อให้บอตขอโทเค็นอายุสั้นเอง',
      expects: 'ต้องเป็นตัวเลขของ Channel ID เช่น 1234567890',
    },
    LINE_API_URL: {
      means: 'ที่อยู่ของ Messaging API',
      expects: 'ต้องเป็นที่อยู่เว็บ https:// (ใช้ http:// ได้เฉพาะภายในเครื่องนี้)',
    },
    LINE_DATA_API_URL: {
      means: 'ที่อยู่ของ Messaging API สำหรับรูปภาพและไฟล์ ถ้าไม่กำหนดจะใช้ตาม LINE_API_URL',
      expects: 'ต้องเป็นที่อยู่เว็บ https:// (ใช้ http:// ได้เฉพาะภายในเครื่องนี้)',
    },
    NODE_ENV: {
      means:
        'production คือใช้งานจริง: ไม่ใช้ตัวจำลอง LINE และสำนักงานตัวอย่าง ใช้ฐานข้อมูลในตัวเมื่อกำหนด MONGODB_URI=embedded เท่านั้น',
      expects: 'ต้องเป็น production, development หรือ test',
    },
    METRICS_TOKEN: {
      means: 'รหัสสำหรับอ่าน /metrics จากเครื่องอื่น (ส่งเป็น Authorization: Bearer …) ถ้าไม่กำหนด อ่านได้เฉพาะจากเครื่องนี้',
      expects: 'ต้องเป็นตัวอักษรอังกฤษหรือตัวเลข 16 ตัวขึ้นไป โดยไม่มีช่องว่าง',
    },
    ASSISTANT_URL: {
      means:
        'ที่อยู่ของ AI แบบ OpenAI-compatible ที่ช่วยอ่านข้อความเมื่อบอตอ่านเองไม่ชัด เช่น Ollama ในเครื่องนี้ http://127.0.0.1:11434/v1 ไม่กำหนดคือไม่ใช้',
      expects:
        'ต้องเป็นที่อยู่เว็บ https:// (ใช้ http:// ได้เฉพาะภายในเครื่องนี้) ไม่มี ? และ # เช่น http://127.0.0.1:11434/v1',
    },
    ASSISTANT_MODEL: {
      means: 'ชื่อโมเดลของ AI ที่ช่วยอ่านข้อความ',
      expects: 'ต้องเป็นชื่อโมเดลตามที่ผู้ให้บริการกำหนด โดยไม่มีช่องว่าง',
    },
    ASSISTANT_KEY: {
      means: 'API key ของ AI ที่ช่วยอ่านข้อความ หากผู้ให้บริการต้องใช้',
      expects: 'ต้องเป็นตัวอักษรอังกฤษ ตัวเลข หรือเครื่องหมาย โดยไม่มีช่องว่าง',
    },
    LOG_LEVEL: {
      means: 'ความละเอียดของบันทึกการทำงาน',
      expects: 'ต้องเป็น debug, info, warn, error หรือ silent',
    },
    KUEBNA_SECRET_KEY: {
      means:
        'กุญแจเข้ารหัสข้อมูลลับที่เก็บในฐานข้อมูล เช่น รหัสของบัญชี LINE ถ้าไม่กำหนด บอตจะสร้างไว้ในไฟล์ secret-key ในโฟลเดอร์ข้อมูล กรุณาสำรองไว้คู่กับฐานข้อมูล',
      expects: 'ต้องเป็นข้อความสุ่ม 32 ตัวอักษรขึ้นไป โดยไม่มีช่องว่าง สร้างได้ด้วยคำสั่ง openssl rand -hex 32',
    },
    WEBHOOK_INTERNAL_HOSTS: {
      means:
        'ชื่อเครื่องหรือหมายเลข IP ในเครือข่ายภายในที่ webhook ของหน่วยงานส่งไปได้ คั่นด้วยเครื่องหมายจุลภาค ถ้าไม่กำหนด ส่งได้เฉพาะที่อยู่ https:// บนอินเทอร์เน็ต',
      expects: 'ต้องเป็นชื่อเครื่องหรือหมายเลข IP คั่นด้วยเครื่องหมายจุลภาคโดยไม่มีช่องว่าง เช่น bi.office.local,10.1.2.3',
    },
    MONGOMS_SYSTEM_BINARY: {
      means: 'ที่อยู่ของโปรแกรม mongod เมื่อติดตั้งไว้เองนอก PATH',
      expects: 'ต้องเป็นที่อยู่ของไฟล์ mongod',
    },
  },
  /** Begins the sentence that `expects` ends. */
  credential: {
    placeholder: 'ยังเป็นข้อความตัวอย่าง',
    quotes: 'มีเครื่องหมายคำพูดติดมาด้วย กรุณาลบออก',
    'secret-is-token': 'ค่านี้เป็น Channel access token ดูเหมือนวางสลับช่องกัน',
    'token-is-secret': 'ค่านี้เป็น Channel secret ดูเหมือนวางสลับช่องกัน',
  },
  refused: 'เริ่มทำงานไม่ได้ กรุณาแก้ไขค่าต่อไปนี้ในไฟล์ .env หรือในตัวแปรสภาพแวดล้อม',
  got: (value: string) => `ได้รับ “${value}”`,
  missingWith: (others: readonly string[]) => `ต้องกำหนดด้วย เพราะกำหนด ${others.join(', ')} ไว้แล้ว`,
  missingToken: (others: readonly string[]) =>
    `ต้องกำหนดค่านี้หรือ LINE_CHANNEL_ID ด้วย เพราะกำหนด ${others.join(', ')} ไว้แล้ว`,
  unknown: (nearest: string | null) =>
    `ไม่มีตัวแปรชื่อนี้ ${nearest ? `หมายถึง ${nearest} หรือไม่ ` : ''}กรุณาแก้ชื่อหรือลบออก`,
  production: {
    secretKey:
      'ต้องกำหนดเมื่อ NODE_ENV=production และเชื่อมบัญชี LINE ผ่านหน้าเว็บ เป็นข้อความสุ่ม 32 ตัวอักษรขึ้นไป สร้างได้ด้วยคำสั่ง openssl rand -hex 32 (หรือกำหนด LINE_CHANNEL_SECRET และ LINE_CHANNEL_ACCESS_TOKEN แทน)',
    database: 'ต้องกำหนดเมื่อ NODE_ENV=production เป็นที่อยู่ฐานข้อมูล หรือเป็น embedded หากตั้งใจใช้ฐานข้อมูลในตัว',
    publicUrl: 'ต้องเป็นที่อยู่ https:// เมื่อ NODE_ENV=production เพราะ LINE เปิดเฉพาะลิงก์ที่เข้ารหัส',
  },
  example: {
    head: 'คัดลอกไฟล์นี้เป็น .env แล้วลบเครื่องหมาย # หน้าบรรทัดที่ต้องการ ทุกค่าเว้นว่างได้เมื่อทดลองใช้',
  },
  embedded: {
    inUse: (directory: string, pid: number) =>
      `โฟลเดอร์ข้อมูล ${directory} ถูกใช้งานอยู่โดยโปรเซส ${pid} กรุณาปิดโปรแกรมนั้นก่อน หรือกำหนด DATA_DIR เป็นโฟลเดอร์อื่น`,
    noMongod: (tried: readonly string[]) =>
      `ไม่พบโปรแกรม MongoDB และดาวน์โหลดไม่สำเร็จ กรุณาติดตั้ง MongoDB Community Server 7.0 (คำสั่ง mongod) ` +
      `หรือกำหนด MONGOMS_SYSTEM_BINARY เป็นที่อยู่ของ mongod หรือกำหนด MONGODB_URI เป็นฐานข้อมูลที่มีอยู่แล้ว\n` +
      tried.map((line) => `  - ${line}`).join('\n'),
    notWritable: (directory: string, why: string) =>
      `เขียนข้อมูลลงโฟลเดอร์ ${directory} ไม่ได้ (${why}) กรุณาตรวจสอบสิทธิ์ หรือกำหนด DATA_DIR เป็นโฟลเดอร์อื่น`,
    diskFull: (directory: string) =>
      `ดิสก์ของโฟลเดอร์ ${directory} เต็ม กรุณาลบไฟล์ที่ไม่ใช้แล้ว หรือกำหนด DATA_DIR เป็นโฟลเดอร์ในดิสก์อื่น`,
    didNotStart: (directory: string, why: string, log: string) =>
      `เปิดฐานข้อมูลในโฟลเดอร์ ${directory} ไม่สำเร็จ: ${why}\nรายละเอียดอยู่ในไฟล์ ${log}`,
  },
};
