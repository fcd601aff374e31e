/** Thai sentences of the understand command: how it is used and what can be wrong with its input. */
export const understand = {
  summary: 'แสดงว่าบอตเข้าใจข้อความว่าอย่างไร โดยไม่ใช้ฐานข้อมูลและไม่บันทึกอะไร',
  usage: [
    'npm run understand -- "1.2 1) เสร็จแล้วค่ะ ใช้งบ 28,500 บาท"   อ่านข้อความเดียว',
    'npm run understand < ข้อความ.jsonl                             อ่านทีละบรรทัด {"id","text"}',
    'npm run understand -- --plan แผน.json --today 2021-03-15 "…"   ใช้แผนและวันที่อื่น',
    'npm run understand -- --score ข้อความ.jsonl --plan แผน.json --today 2027-03-15   ให้คะแนนการอ่าน',
  ],
  options: {
    plan: 'ไฟล์แผน .json (ค่าเริ่มต้นคือแผนตัวอย่าง)',
    today: 'วันที่ของหน่วยงานที่ใช้นับ "เมื่อวาน" และ "สิ้นเดือน" เช่น 2021-03-15 (ค่าเริ่มต้นคือวันนี้)',
    explain: 'แสดงคำที่เป็นที่มาของแต่ละช่องและส่วนของบอตที่รับข้อความ; เมื่อใช้กับ --score แสดงข้อความที่อ่านไม่ถูก',
    'assistant-prompt':
      'แสดงคำถามที่จะส่งให้ AI ช่วยอ่านทุกตัวอักษร และบอกว่าจะถามหรือไม่ (ไม่ส่งจริง และไม่รู้ชื่อบุคลากรเพราะไม่ใช้ฐานข้อมูล)',
    score: 'ให้คะแนนการอ่านไฟล์ข้อความที่มีคำตอบ บรรทัดละ {"id","text","expect"}',
  },
  oneText: 'ใส่ข้อความในเครื่องหมายคำพูดได้ครั้งละหนึ่งข้อความ',
  noInput: 'ไม่มีข้อความให้อ่าน: ใส่ข้อความต่อท้ายคำสั่ง หรือส่งบรรทัด JSON เข้าทาง standard input',
  badLine: (line: number) => `บรรทัดที่ ${line} ไม่ใช่ JSON แบบ {"id": …, "text": "…"}`,
  badAnnotation: (line: number) => `บรรทัดที่ ${line} ไม่ใช่ข้อความที่มีคำตอบแบบ {"id", "text", "expect"}`,
  badPlan: (file: string, count: number) => `ใช้แผนใน ${file} ไม่ได้ พบปัญหา ${count} แห่ง`,
};
