/** Writes whole numbers in Thai words, so that reading them back can be tested. */
const DIGITS = ['', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'];
const PLACES = ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน'];

/** @param value a whole number below a million million. */
export function thaiNumber(value: number): string {
  if (value === 0) return 'ศูนย์';
  const millions = Math.floor(value / 1_000_000);
  return (millions > 0 ? `${thaiNumber(millions)}ล้าน` : '') + belowMillion(value % 1_000_000);
}

function belowMillion(value: number): string {
  const digits = [...String(value)].map(Number).reverse();
  return digits
    .map((digit, place) => {
      if (digit === 0) return '';
      if (place === 0 && digit === 1 && value > 10) return 'เอ็ด';
      if (place === 1 && digit === 1) return 'สิบ';
      if (place === 1 && digit === 2) return 'ยี่สิบ';
      return `${DIGITS[digit]}${PLACES[place]}`;
    })
    .reverse()
    .join('');
}
