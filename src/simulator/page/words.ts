/** Every sentence of the simulator's page, in Thai. */

/** A word of the side panel, and what it means for whoever has not met it. */
export interface Label {
  name: string;
  means: string;
}

/** The era's name with the spaces around it, as date formats may add it. */
export const eraName = /\s*(พ\.ศ\.|พุทธศักราช)\s*/;

export const words = {
  page: {
    title: 'จำลองห้องแชท LINE',
    skip: 'ข้ามไปพิมพ์ข้อความ',
    note: 'ทดลองใช้บนเครื่องนี้ ไม่มีการส่งข้อความไปยัง LINE จริง',
    loading: 'กำลังเปิดห้องแชท',
    lost: 'ขาดการเชื่อมต่อกับเครื่องแม่ข่าย กำลังลองใหม่',
    chats: 'เลือกห้องแชท',
    openPanel: 'แผงควบคุม',
    closePanel: 'ปิดแผงควบคุม',
    addPerson: 'เพิ่มคน',
    personName: 'ชื่อที่แสดง',
    unread: (count: number) => `ยังไม่อ่าน ${count} ข้อความ`,
    failed: 'ทำไม่สำเร็จ',
    ok: 'ตกลง',
    cancel: 'ยกเลิก',
    close: 'ปิด',
  },
  chat: {
    group: (name: string, count: number) => `${name} (${count})`,
    groupLabel: (name: string) => `กลุ่ม ${name}`,
    seenAs: 'มองในฐานะ',
    menu: 'เมนูของห้อง',
    messages: 'ข้อความในห้อง',
    writing: (name: string) => `${name} กำลังพิมพ์`,
    read: 'อ่านแล้ว',
    readBy: (count: number) => `อ่านแล้ว ${count}`,
    edited: 'แก้ไขแล้ว',
    time: (clock: string) => `${clock.replace(':', '.')} น.`,
    follow: 'เพิ่มเพื่อน',
    block: 'บล็อก',
    unblock: 'เลิกบล็อก',
    notFriend: 'ยังไม่ได้เป็นเพื่อนกับบัญชีนี้',
    blocked: 'คุณบล็อกบัญชีนี้อยู่ จึงส่งและรับข้อความไม่ได้',
    inviteBot: 'เชิญบอตเข้ากลุ่ม',
    removeBot: 'นำบอตออกจากกลุ่ม',
    botOutside: 'บอตยังไม่อยู่ในกลุ่มนี้',
    notMember: 'คนนี้ไม่อยู่ในกลุ่มแล้ว',
    join: (name: string) => `เพิ่ม ${name} เข้ากลุ่ม`,
    leave: (name: string) => `ให้ ${name} ออกจากกลุ่ม`,
    official: 'บัญชีทางการ',
    empty: 'ลองพิมพ์ข้อความ หรือแตะตัวอย่างด้านล่าง',
    emptyGroup: (name: string) => `แตะ @${name} แล้วพิมพ์ข้อความ เพื่อเรียกบอตในกลุ่ม`,
  },
  /** What happened in a chat, by the `event` of a system line. */
  events: {
    follow: (name: string) => `${name} เพิ่มบัญชีนี้เป็นเพื่อน`,
    block: (name: string) => `${name} บล็อกบัญชีนี้`,
    unblock: (name: string) => `${name} เลิกบล็อกบัญชีนี้`,
    'bot-join': (name: string) => `${name} เข้าร่วมกลุ่ม`,
    'bot-leave': (name: string) => `${name} ออกจากกลุ่ม`,
    'member-join': (name: string) => `${name} เข้าร่วมกลุ่ม`,
    'member-leave': (name: string) => `${name} ออกจากกลุ่ม`,
  },
  /** Why the server refused an act. */
  reasons: {
    unreachable: 'ติดต่อเครื่องแม่ข่ายไม่ได้',
    'already-blocked': 'บล็อกอยู่แล้ว',
    'not-blocked': 'ไม่ได้บล็อกอยู่',
    'already-friend': 'เป็นเพื่อนกันอยู่แล้ว',
    'bot-outside': 'บอตไม่ได้อยู่ในกลุ่ม',
    'bot-inside': 'บอตอยู่ในกลุ่มแล้ว',
    'already-a-member': 'อยู่ในกลุ่มแล้ว',
    'not-a-member': 'ไม่ได้อยู่ในกลุ่ม',
    blocked: 'บล็อกบัญชีนี้อยู่',
    'unknown-message': 'ไม่พบข้อความนี้',
    'already-unsent': 'ข้อความนี้ยกเลิกไปแล้ว',
    'too-large': 'ไฟล์ใหญ่เกินไป',
    'empty-file': 'ไฟล์ว่างเปล่า',
    'not-an-image': 'ไฟล์นี้ไม่ใช่รูปภาพ',
    'only-in-groups': 'LINE ให้แก้ไขข้อความได้เฉพาะในกลุ่ม',
  },
  message: {
    options: 'ตัวเลือกของข้อความ',
    reply: 'ตอบกลับข้อความนี้',
    copy: 'คัดลอก',
    edit: 'แก้ไข',
    unsend: 'ยกเลิกการส่ง',
    unsentBySelf: 'คุณยกเลิกข้อความ',
    unsentBy: (name: string) => `${name} ยกเลิกข้อความ`,
    image: 'รูปภาพ',
    sticker: 'สติกเกอร์',
    file: 'ไฟล์',
    video: 'วิดีโอ',
    audio: 'เสียง',
    card: 'การ์ดข้อความ',
    lostQuote: 'ไม่พบข้อความเดิม',
    toQuote: 'ไปที่ข้อความที่ตอบกลับ',
    unsupported: (type: string) => `หน้านี้ยังแสดงข้อความชนิด “${type}” ไม่ได้`,
  },
  composer: {
    box: 'พิมพ์ข้อความ',
    send: 'ส่ง',
    attach: 'แนบรูป ไฟล์ หรือสติกเกอร์',
    photo: 'รูปภาพ',
    file: 'ไฟล์',
    sticker: 'สติกเกอร์',
    choosePhoto: 'เลือกรูปภาพที่จะส่ง',
    chooseFile: 'เลือกไฟล์ที่จะส่ง',
    mention: (name: string) => `@${name}`,
    mentionHint: (name: string) => `เรียก ${name} ในข้อความถัดไป`,
    replyingTo: (name: string) => `ตอบกลับ ${name}`,
    editing: 'แก้ไขข้อความ',
    quickReplies: 'คำตอบด่วน',
    tries: 'ตัวอย่างให้ลอง',
    tooLarge: (name: string) => `ไฟล์ ${name} ใหญ่เกิน 10 MB`,
  },
  menu: {
    open: (label: string) => `เปิดเมนู ${label}`,
    close: (label: string) => `ปิดเมนู ${label}`,
    picture: 'ปุ่มในเมนู',
    area: (index: number) => `ช่องที่ ${index}`,
  },
  action: {
    copied: 'คัดลอกแล้ว',
    cannotCopy: 'เบราว์เซอร์ไม่อนุญาตให้คัดลอก',
    call: (number: string) => `ในโทรศัพท์จริงจะโทรไปที่ ${number}`,
    inLine: (uri: string) => `ใน LINE จริงจะเปิด ${uri}`,
    badLink: 'ลิงก์นี้เปิดไม่ได้',
    location: 'หน้าจำลองนี้ยังส่งตำแหน่งไม่ได้',
    unknown: (type: string) => `หน้านี้ยังทำคำสั่ง “${type}” ไม่ได้`,
    pickDate: 'เลือกวันที่',
    pickTime: 'เลือกเวลา',
    pickMoment: 'เลือกวันและเวลา',
    gregorian: 'ช่องเลือกวันใช้ปี ค.ศ. ตรงกับ',
  },
  panel: {
    clock: {
      name: 'เวลาในแบบจำลอง',
      means: 'บอตใช้เวลานี้แทนเวลาจริง เลื่อนไปข้างหน้าเพื่อดูการเตือน สรุปประจำเดือน และการปิดงวด',
    },
    day: '+1 วัน',
    week: '+1 สัปดาห์',
    goTo: 'ไปยังวันและเวลา',
    dayOfMonth: 'วันที่',
    month: 'เดือน',
    year: 'ปี พ.ศ.',
    time: 'เวลา',
    noSuchMoment: 'ไม่มีวันและเวลานี้ กรุณาตรวจสอบ',
    move: 'ไปยังเวลานี้',
    quota: {
      name: 'โควตาข้อความของเดือนนี้',
      means: 'ข้อความที่บอตส่งเองโดยไม่มีผู้ทักมาก่อน LINE ให้ฟรีเดือนละ 300 ข้อความ การตอบกลับไม่นับ ส่งเข้ากลุ่มนับตามจำนวนสมาชิก',
    },
    quotaUsed: (used: number, limit: number) => `ใช้ ${used} จาก ${limit} ข้อความ`,
    weather: {
      name: 'จำลองเหตุขัดข้อง',
      means: 'ให้ LINE ทำงานผิดปกติ เพื่อดูว่าบอตยังเก็บรายงานครบและไม่ตอบซ้ำ',
    },
    redelivery: {
      name: 'ส่งเหตุการณ์ซ้ำเมื่อบอตไม่รับ',
      means: 'เมื่อบอตไม่ตอบรับข้อความ LINE จะส่งข้อความเดิมให้อีกครั้ง',
    },
    duplicates: {
      name: 'ส่งแต่ละเหตุการณ์กี่ครั้ง',
      means: 'ข้อความเดียวกันมาถึงบอตหลายครั้ง บอตต้องตอบและบันทึกเพียงครั้งเดียว',
    },
    reorder: {
      name: 'สลับลำดับเหตุการณ์',
      means: 'ข้อความที่ส่งทีหลังอาจถึงบอตก่อน',
    },
    slowApi: {
      name: 'LINE ตอบช้า (หนึ่งในพันวินาที)',
      means: 'เวลาที่ LINE ใช้ก่อนตอบคำขอของบอต เช่น 1000 คือ 1 วินาที',
    },
    failApi: {
      name: 'LINE ตอบบอตว่า',
      means: 'คำตอบของ LINE เมื่อบอตส่งข้อความ ตัวเลขในวงเล็บคือรหัสที่ LINE ใช้',
    },
    quotaLimit: {
      name: 'โควตาต่อเดือน (ข้อความ)',
      means: 'จำนวนข้อความที่บอตส่งเองได้ในหนึ่งเดือน',
    },
    fails: {
      no: 'ปกติ',
      '500': 'ขัดข้อง (500)',
      '429-rate': 'ส่งถี่เกินไป (429)',
      '429-monthly': 'โควตาหมด (429)',
      'timeout-after-accept': 'รับแล้วแต่ไม่ตอบ',
      reset: 'ตัดการเชื่อมต่อ',
    },
    log: {
      name: 'บันทึกเหตุการณ์',
      means: 'ทุกอย่างที่ LINE กับบอตส่งถึงกัน ใหม่สุดอยู่บน แตะเพื่อดูเนื้อหา',
    },
    explain: (name: string) => `คำอธิบาย: ${name}`,
    toBot: 'LINE → บอต',
    toLine: 'บอต → LINE',
    pending: 'รอคำตอบ',
    milliseconds: (count: number) => `${(count / 1000).toFixed(2)} วินาที`,
    request: 'สิ่งที่ส่ง',
    response: 'คำตอบ',
    redeliver: 'ส่งซ้ำอีกครั้ง',
    emptyLog: 'ยังไม่มีเหตุการณ์',
    reset: 'เริ่มใหม่ทั้งหมด',
    resetAsk: 'ล้างข้อความและข้อมูลตัวอย่างทั้งหมด แล้วเริ่มใหม่ใช่หรือไม่',
    resetYes: 'ล้างแล้วเริ่มใหม่',
  },
} as const;

/** A server's reason in Thai, or the reason itself where the page has no words for it. */
export function reasonWords(reason: string): string {
  return (words.reasons as Record<string, string>)[reason] ?? reason;
}

/** A system line in Thai, or the server's own text for an event unknown to the page. */
export function eventWords(event: unknown, names: unknown, text: string): string {
  const wording = (words.events as Record<string, (name: string) => string>)[String(event)];
  return wording && Array.isArray(names) ? wording(String(names[0])) : text;
}
