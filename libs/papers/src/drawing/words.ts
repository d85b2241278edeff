/** 2026-11-01 as papers write it. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year} 年 ${month} 月 ${date} 日`;
}

/** Integer fen as yuan with two decimals and thousands: 108,000.00. */
export function yuanText(fen: string | number | bigint): string {
  const value = BigInt(fen);
  const positive = value < 0n ? -value : value;
  const whole = String(positive / 100n).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0n ? '-' : ''}${whole}.${String(positive % 100n).padStart(2, '0')}`;
}

const numerals = [...'零壹贰叁肆伍陆柒捌玖'];
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

function group(four: number): string {
  let text = '';
  let zero = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(four / 10 ** place) % 10;
    if (digit === 0) zero = text !== '';
    else {
      text += (zero ? '零' : '') + (numerals[digit] ?? '') + (places[place] ?? '');
      zero = false;
    }
  }
  return text;
}

/** 金额大写：票据和收据的金额同时写中文大写（支付结算办法附一）。 */
export function capitalYuan(fen: string | number | bigint): string {
  const value = BigInt(fen);
  if (value < 0n) return `负${capitalYuan(-value)}`;
  const yuan = value / 100n;
  const parts: number[] = [];
  for (let rest = yuan; rest > 0n; rest /= 10_000n) parts.push(Number(rest % 10_000n));
  let text = '';
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i] ?? 0;
    if (part === 0) continue;
    // A gap of zeros between two groups, or a group without thousands, is read 零 once.
    if (text && (part < 1000 || parts[i + 1] === 0)) text += '零';
    text += group(part) + (groups[i] ?? '');
  }
  const [jiao, fenPart] = [Number((value % 100n) / 10n), Number(value % 10n)];
  if (!jiao && !fenPart) return `${text || '零'}元整`;
  const yuanPart = text ? `${text}元` : '';
  const tail = (jiao ? `${numerals[jiao]}角` : yuanPart ? '零' : '') + (fenPart ? `${numerals[fenPart]}分` : '整');
  return yuanPart + tail;
}
