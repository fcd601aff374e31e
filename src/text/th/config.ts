/** Thai sentences: why the bot refuses to start, and what to do about it. */
export const config = {
  embedded: {
    inUse: (directory: string, pid: number) =>
      `โฟลเดอร์ข้อมูล ${directory} ถูกใช้งานอยู่โดยโปรเซส ${pid} กรุณาปิดโปรแกรมนั้นก่อน หรือกำหนด DATA_DIR เป็นโฟลเดอร์อื่น`,
    noMongod: (tried: readonly string[]) =>
      `ไม่พบโปรแกรม MongoDB และดาวน์โหลดไม่สำเร็จ กรุณาติดตั้ง MongoDB Community Server 7.0 (คำสั่ง mongod) ` +
      `หรือกำหนด MONGOMS_SYSTEM_BINARY เป็นที่อยู่ของ mongod หรือกำหนด MONGODB_URI เป็นฐานข้อมูลที่มีอยู่แล้ว\n` +
      tried.map((line) => `  - ${line}`).join('\n'),
    notWritable: (directory: string, why: string) =>
      `เขียนข้อมูลลงโฟลเดอร์ ${directory} ไม่ได้ (${why}) กรุณาตรวจสอบสิทธิ์ หรือกำหนด DATA_DIR เป็นโฟลเดอร์อื่น`,
    didNotStart: (directory: string, why: string, log: string) =>
      `เปิดฐานข้อมูลในโฟลเดอร์ ${directory} ไม่สำเร็จ: ${why}\nรายละเอียดอยู่ในไฟล์ ${log}`,
  },
};
