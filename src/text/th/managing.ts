/** Thai sentences of what managers ask for: who has not reported, obstacles, money, and asking everybody. */
import { isShort } from '../format.ts';

export const managing = {
  activities: (count: number) => `${count} กิจกรรม`,
  /** A button that costs messages, as far as its label has room; 0 costs none. */
  withCost: (label: string, count: number) => {
    const full = `${label} (${count} ข้อความ)`;
    return count === 0 ? label : isShort(full, 20) ? full : `${label} (${count})`;
  },
  money: {
    timeGone: 'เวลาที่ผ่านไป',
    until: (day: string) => `ถึง ${day}`,
    withTime: (money: string, percent: number) => `${money} เวลาผ่านไป ${percent}%`,
    of: (label: string, money: string) => `${label} ${money}`,
    /** Of an activity the plan gives no sum. */
    unfunded: (spent: string | null) =>
      spent === null ? 'ไม่ได้กำหนดวงเงินแยก' : `ไม่ได้กำหนดวงเงินแยก ใช้ไป ${spent}`,
  },
  /** Somebody's part of the plan, or a unit's. */
  part: {
    which: 'เลือกบุคคลหรือกลุ่มงาน',
    choose: 'หมายถึงใคร หรือกลุ่มงานใด',
    /** Where more can be meant than fit on the card. */
    more: (others: number, typed: (name: string) => string) => `มีอีก ${others} รายการ พิมพ์ “${typed('(ชื่อ)')}”`,
    noOther: 'แผนไม่ได้ระบุกลุ่มงานอื่น',
    unknown: (name: string) => `ไม่พบ “${name}” ในหน่วยงานและในแผน`,
    /** @param list what is shown: กิจกรรมที่เลยกำหนด. */
    titled: (list: string, name: string) => `${list}${/\d$/.test(list) ? ' ' : ''}ของ ${name}`,
    nothing: (name: string, list: string) => `${name} ไม่มี${list}`,
    told: (name: string, last: string | null) =>
      `${name} รายงานครบแล้ว ไม่มีกิจกรรมที่ถึงกำหนดค้างอยู่${last === null ? '' : ` รายงานล่าสุด ${last}`}`,
    untold: (name: string, labels: string, last: string | null) =>
      `${name} ยังไม่รายงานกิจกรรมที่ถึงกำหนด: ${labels}${last === null ? '' : ` รายงานล่าสุด ${last}`}`,
  },
  /** In place of an example of a report, for who has nothing to report on. */
  ask: (name: string | null) =>
    `ขออภัย ยังไม่เข้าใจข้อความนี้ ถามได้ เช่น ใครยังไม่ส่ง มีปัญหาอะไรบ้าง ${name === null ? '' : `งานของ${name} `}งบเหลือเท่าไหร่`,
  unreported: {
    title: 'ใครยังไม่รายงาน',
    headline: (people: number, activities: number) => `ยังไม่รายงาน ${people} คน รวม ${activities} กิจกรรม`,
    /** Names with their numbers, for the lock screen. */
    gist: (headline: string, names: string, more: number) =>
      `${headline}: ${names}${more > 0 ? ` และอีก ${more} คน` : ''}`,
    person: (name: string, count: number) => `${name} ${count}`,
    rule: 'นับกิจกรรมที่ถึงกำหนดหรือเลยกำหนด และเดือนนี้ยังไม่มีรายงาน',
    none: 'ทุกคนรายงานครบแล้ว ไม่มีกิจกรรมที่ถึงกำหนดค้างอยู่',
    onlyUnreachable: (activities: number) => `ยังไม่รายงาน ${activities} กิจกรรม ไม่มีผู้ที่เตือนได้ในระบบ`,
    unreachable: 'เตือนไม่ได้',
    blocked: 'ปิดกั้นหรือเลิกติดตามบอต กรุณาติดต่อโดยตรง',
    nobody: 'ยังไม่มีผู้รับผิดชอบในระบบ',
    noOwner: 'ไม่ได้ระบุผู้รับผิดชอบ',
    asked: 'เตือนแล้ววันนี้',
    away: (day: string) => `ลาถึง ${day}`,
    self: 'ท่านเอง',
    tapToSee: 'แตะชื่อเพื่อดูงาน',
    byActivity: 'ดูที่ยังไม่เคยรายงาน',
  },
  askAll: {
    button: 'เตือนทั้งหมด',
    title: 'เตือนผู้ที่ยังไม่รายงาน',
    question: (people: number, activities: number) =>
      `ส่งข้อความขอความคืบหน้าถึง ${people} คน รวม ${activities} กิจกรรม หรือไม่`,
    /** To one person. */
    questionTo: (name: string, activities: number) =>
      `ส่งข้อความขอความคืบหน้า ${activities} กิจกรรมถึง ${name} หรือไม่`,
    whom: 'ต้องการเตือนท่านใด',
    tooFew: (left: number, cost: number, ride: string, command: string) =>
      `เดือนนี้ส่งได้อีก ${left} ข้อความ ไม่พอส่งถึง ${cost} คน จึงยังไม่ได้ส่ง เลือก “${ride}” ได้ หรือเตือนทีละคน เช่น ${command}`,
    nobodyLeft: 'ไม่มีผู้ที่ต้องเตือนแล้ว',
    doneToday: (names: string) => `วันนี้เตือน ${names} แล้ว ระบบเตือนเรื่องเดียวกันวันละครั้ง`,
    nothingOf: (name: string) => `${name} ไม่มีกิจกรรมที่ถึงกำหนดและยังไม่รายงาน`,
    cannotReach: (name: string) => `ส่งข้อความถึง ${name} ไม่ได้ เพราะปิดกั้นหรือเลิกติดตามบอต กรุณาติดต่อโดยตรง`,
    yourself: 'กิจกรรมนี้เป็นงานของท่านเอง พิมพ์ “งานของฉัน” เพื่อรายงานได้เลย',
    asked: (by: string, count: number) => `${by} ขอทราบความคืบหน้า ${count} กิจกรรม`,
    askedTitle: 'กิจกรรมที่ขอให้รายงาน',
    later: (names: string) => `${names} จะได้รับเมื่อทักมาครั้งถัดไป`,
  },
  units: {
    none: 'แผนไม่ได้ระบุหน่วยงานที่รับผิดชอบ',
    /** What the card is sorted by. */
    title: {
      plan: { most: 'สรุปรายฝ่าย', least: 'สรุปรายฝ่าย' },
      spent: { most: 'ใช้งบมากไปน้อย (%)', least: 'ใช้งบน้อยไปมาก (%)' },
      left: { most: 'งบเหลือมากไปน้อย', least: 'งบเหลือน้อยไปมาก' },
      overdue: { most: 'เลยกำหนดมากไปน้อย', least: 'เลยกำหนดน้อยไปมาก' },
      unreported: { most: 'ยังไม่รายงานมากไปน้อย', least: 'ยังไม่รายงานน้อยไปมาก' },
      done: { most: 'เสร็จแล้วมากไปน้อย', least: 'เสร็จแล้วน้อยไปมาก' },
    },
    /** The same as it is typed behind the command. */
    typed: {
      plan: { most: '', least: '' },
      spent: { most: 'ใช้งบมากสุด', least: 'ใช้งบน้อยสุด' },
      left: { most: 'งบเหลือมากสุด', least: 'งบเหลือน้อยสุด' },
      overdue: { most: 'ล่าช้ามากสุด', least: 'ล่าช้าน้อยสุด' },
      unreported: { most: 'ยังไม่รายงานมากสุด', least: 'ยังไม่รายงานน้อยสุด' },
      done: { most: 'เสร็จมากสุด', least: 'เสร็จน้อยสุด' },
    },
    count: (units: number) => `${units} หน่วยงาน`,
    noUnit: 'ไม่ได้ระบุหน่วยงาน',
    done: (done: number, total: number) => `เสร็จ ${done}/${total}`,
    overdue: (count: number) => `เลยกำหนด ${count}`,
    unreported: (count: number) => `ยังไม่รายงาน ${count}`,
    spent: (percent: number, sum: string) => `ใช้งบ ${percent}% (${sum})`,
    noBudget: 'ไม่มีงบประมาณ',
    shared: (count: number) => `กิจกรรมที่มีหลายหน่วยงานนับให้ทุกหน่วยงาน (นับซ้ำ ${count})`,
    tapToSee: 'แตะหน่วยงานเพื่อดูรายละเอียด',
  },
  /** Somebody's work goes to somebody else. */
  handing: {
    title: 'โอนงาน',
    question: (count: number, from: string, to: string) => `โอน ${count} กิจกรรมของ ${from} ให้ ${to} หรือไม่`,
    more: 'และอีก',
    telling: 'การแจ้ง',
    free: 'แจ้งทั้งสองท่านเมื่อทักมา ไม่ใช้ข้อความ',
    yes: 'โอน',
    several: (name: string, names: string) => `มีหลายท่านชื่อ “${name}”: ${names} กรุณาพิมพ์ชื่อเต็ม`,
    unknown: (name: string) => `ไม่พบ “${name}” ในหน่วยงาน กรุณาพิมพ์ชื่ออีกครั้ง`,
    same: (name: string) => `งานนี้เป็นของ ${name} อยู่แล้ว`,
    notTheirs: (name: string, label: string) => `${name} ไม่ได้รับผิดชอบกิจกรรม ${label}`,
    changed: 'ผู้รับผิดชอบเปลี่ยนไปแล้ว ยังไม่ได้โอน กรุณาสั่งใหม่อีกครั้ง',
    done: (count: number, from: string, to: string) =>
      `โอน ${count} กิจกรรมของ ${from} ให้ ${to} แล้ว จะแจ้งทั้งสองท่านเมื่อทักมา`,
    given: (by: string, labels: string, from: string) => `${by} โอนกิจกรรม ${labels} ของ ${from} ให้ท่านรับผิดชอบ`,
    taken: (by: string, labels: string, to: string) => `${by} โอนกิจกรรม ${labels} ของท่านให้ ${to} แล้ว`,
  },
  /** Of the month's paid messages. */
  standing: {
    unknown: 'ขณะนี้ LINE ไม่แจ้งจำนวนข้อความที่เหลือ กรุณาลองใหม่ภายหลัง',
    used: (used: number) => `เดือนนี้ใช้แล้ว ${used} ข้อความ ไม่จำกัดจำนวน`,
    usedOf: (used: number, limit: number, left: number) =>
      `เดือนนี้เหลือ ${left} ข้อความ ใช้แล้ว ${used} จาก ${limit}`,
    underWay: (count: number) => `• กำลังส่ง ${count} ข้อความ`,
    held: (count: number) => `• รอส่งเพราะข้อความไม่พอ ${count} รายการ`,
    forecast: (count: number) => `• คาดว่าใช้เตือนถึงสิ้นเดือนอีก ${count} ข้อความ`,
    enough: 'คาดว่าพอใช้ถึงสิ้นเดือน',
    short: (count: number) => `คาดว่าไม่พอ ขาดประมาณ ${count} ข้อความ ระบบส่งเรื่องสำคัญก่อน ที่เหลือแจ้งเมื่อผู้รับทักมา`,
  },
  /** Why an activity is not finished. */
  why: {
    none: (label: string) => `กิจกรรม ${label} ไม่มีปัญหาหรืออุปสรรคที่รายงานไว้`,
    said: (day: string) => `แจ้งเมื่อ ${day}`,
    suggestion: (text: string) => `ข้อเสนอแนะ: ${text}`,
    last: (day: string, days: number) => (days === 0 ? `${day} (วันนี้)` : `${day} (${days} วันก่อน)`),
    due: (day: string, left: string) => `${day} (${left})`,
    nobody: 'ยังไม่มีในระบบ',
  },
  obstacles: {
    title: 'ปัญหาและอุปสรรค',
    headline: (count: number) => `มีปัญหา ${count} กิจกรรม`,
    none: 'ไม่มีปัญหาหรืออุปสรรคที่ยังค้างอยู่',
    /** What somebody has none of. */
    open: 'ปัญหาหรืออุปสรรคที่ยังค้างอยู่',
    noneOf: (label: string) => `กิจกรรม ${label} ไม่มีปัญหาหรืออุปสรรคที่ยังค้างอยู่`,
    said: (by: string, day: string) => `${by} · ${day}`,
    inPrivate: 'รายละเอียดดูได้ในแชทส่วนตัวกับบอต',
    tapToSee: 'แตะรายการเพื่อดูกิจกรรม',
  },
  closing: {
    question: (half: 1 | 2, version: number) =>
      version === 1 ? `ปิดงวดรอบ ${half * 6} เดือนตามนี้หรือไม่` : `ออกฉบับที่ ${version} รอบ ${half * 6} เดือนหรือไม่`,
    /** Beside the question. */
    gist: (done: number, total: number, lacks: string) =>
      `เสร็จ ${done}/${total} · ${lacks === '' ? 'ข้อมูลครบ' : `ข้อมูลขาด: ${lacks}`}`,
    /** In a word each, before how many activities lack it. */
    lacking: { report: 'รายงาน', figure: 'ตัวเลข', result: 'ผล', spent: 'ยอดเงิน', evidence: 'ภาพ' },
    /** Of a further version: what it would change. */
    gistAgain: (done: number, total: number, changes: number) =>
      `เสร็จ ${done}/${total} · เปลี่ยนแปลง ${changes} รายการ`,
    ask: 'ขอข้อมูลที่ขาดจากทุกคน',
    gaps: 'ข้อมูลที่ยังขาด',
    lacks: {
      report: 'ยังไม่เคยรายงาน',
      figure: 'ตัวเลขตามตัวชี้วัด',
      result: 'ผลการดำเนินงาน',
      spent: 'ยอดเงินที่ใช้',
      evidence: 'ภาพหรือไฟล์หลักฐาน',
    },
    nobody: 'ยังไม่มีผู้รับผิดชอบในระบบ',
    more: (count: number) => `และอีก ${count} กิจกรรม`,
    withoutSpent: (count: number) => `ไม่ได้ระบุยอดเงินที่ใช้ ${count} กิจกรรม`,
    cost: (people: number, left: number | null) =>
      `ขอข้อมูลจาก ${people} คน ใช้ ${people} ข้อความ${left === null ? '' : ` (เดือนนี้เหลือ ${left})`}`,
    asked: (by: string, half: 1 | 2) => `${by} ขอข้อมูลที่ยังขาดสำหรับรายงานรอบ ${half * 6} เดือน`,
    item: (label: string, lacks: string) => `• ${label} ${lacks}`,
    doneToday: (names: string) => `วันนี้ขอข้อมูลจาก ${names} แล้ว`,
    nobodyToAsk: 'ไม่มีข้อมูลที่ต้องขอเพิ่มแล้ว',
    tooFew: (left: number, cost: number, ride: string) =>
      `เดือนนี้ส่งได้อีก ${left} ข้อความ ไม่พอส่งถึง ${cost} คน จึงยังไม่ได้ส่ง เลือก “${ride}” ได้`,
    thenClose: (command: string) => `เมื่อได้ข้อมูลครบแล้ว พิมพ์ “${command}” อีกครั้ง`,
    first: {
      title: 'ออกฉบับใหม่ก่อน',
      question: (version: number) => `รอบ 6 เดือนมีข้อมูลเปลี่ยนหลังปิดงวด ออกฉบับที่ ${version} ก่อนหรือไม่`,
      yes: (version: number) => `ออกฉบับที่ ${version}`,
      later: 'ข้ามไปรอบ 12 เดือน',
      next: (command: string) => `ต่อไปพิมพ์ “${command}” เพื่อปิดงวดรอบ 12 เดือน`,
    },
    nextHalf: (end: string, command: string) => `รอบ 12 เดือนสิ้นสุด ${end} หากต้องการปิดก่อนกำหนด พิมพ์ “${command}”`,
  },
  members: {
    title: 'สมาชิก',
    headline: (count: number) => `สมาชิก ${count} คน`,
    gist: (headline: string, unlinked: number) =>
      unlinked > 0 ? `${headline} ยังไม่มีผู้รับผิดชอบ ${unlinked} กิจกรรม` : headline,
    seen: (at: string) => `ใช้ล่าสุด ${at}`,
    never: 'ยังไม่เคยใช้',
    blocked: 'ปิดกั้นหรือเลิกติดตามบอต',
    noWork: 'ไม่มีกิจกรรมที่รับผิดชอบ',
    unlinked: 'ยังไม่ได้ลงทะเบียน',
    invite: 'เชิญผู้ใช้',
    more: (count: number) => `และอีก ${count} รายการ`,
  },
  invite: {
    title: 'เชิญผู้ใช้',
    whom: 'เชิญเป็นอะไร',
    usage: 'พิมพ์รายละเอียดได้ เช่น เชิญ เจ้าหน้าที่ 1.1, 2 จำนวน 5 คน ภายใน 7 วัน',
    question: (role: string) => `สร้างรหัสเชิญ${role} หรือไม่`,
    activities: 'กิจกรรมที่รับผิดชอบ',
    limits: 'ใช้ได้',
    /** Whom a code lets in. */
    counted: (uses: number, groups: boolean) => `${uses} ${groups ? 'กลุ่ม' : 'คน'}`,
    limitsAre: (counted: string, days: number) => `${counted} ภายใน ${days} วัน`,
    make: 'สร้างรหัส',
    made: (role: string, counted: string, until: string) =>
      `สร้างรหัสเชิญ${role} แล้ว ใช้ได้ ${counted} ถึง ${until} ข้อความถัดไปส่งต่อให้ผู้รับเชิญได้เลย รหัสนี้แสดงครั้งเดียว`,
    forward: (office: string, code: string) =>
      `${office} ขอเชิญใช้งาน คืบหน้า\nเพิ่มบอตเป็นเพื่อน แล้วพิมพ์\nลงทะเบียน ${code}`,
    forwardGroup: (code: string) => `เชิญบอตเข้ากลุ่ม กล่าวถึงบอต (@) แล้วพิมพ์\nเชื่อมกลุ่ม ${code}`,
    noActivities: 'ยังไม่ได้กำหนดกิจกรรม มอบหมายภายหลังได้',
    badUses: (most: number) => `จำนวนคนต้องเป็น 1 ถึง ${most}`,
    badDays: (most: number) => `ระยะเวลาต้องเป็น 1 ถึง ${most} วัน`,
    unknown: (words: string) => `ไม่พบกิจกรรมหรือกลุ่มงาน “${words}” ในแผน กรุณาพิมพ์รหัสกิจกรรม เช่น 1.1, 2`,
    groupActivities: 'รหัสกลุ่มไม่ต้องระบุกิจกรรม',
  },
};
