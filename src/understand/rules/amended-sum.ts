/** Tells whether what is amended is a sum of money; asked by the money rules. */
import type { Quantity } from '../numbers/context.ts';
import type { Word } from '../tokens.ts';

/** "แก้งบเป็น 183", "แก้ยอดเป็น 5,000"; "แก้ยอดนักท่องเที่ยวเป็น 3,151" is no sum. */
export function amendsSum(text: string, told: Word, { token }: Quantity): boolean {
  const said = text.slice(told.start, told.end);
  if (/งบ|เงิน|เบิก|จ่าย/.test(said)) return true;
  const named = text.slice(told.end, token.start).replace(/เป็น|จาก|ใหม่|ที่รายงาน|ที่แจ้ง|ให้|จำนวน|หน่อย/g, '');
  return (token.large || said.includes('ยอด')) && !/[a-zก-ฮ]/.test(named);
}
