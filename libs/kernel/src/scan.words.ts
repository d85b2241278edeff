/** The numbers that belong to a person and must not be published. */
export const personalNumbers = {
  identity: '身份证号',
  'old-identity': '15位身份证号',
  mobile: '手机号',
  'bank-card': '银行卡号',
  landline: '座机号',
} as const;

const spellings = [
  '零〇○⓪',
  '一壹幺①',
  '二贰②',
  '三叁③',
  '四肆④',
  '五伍⑤',
  '六陆⑥',
  '七柒⑦',
  '八捌⑧',
  '九玖⑨',
] as const;

/** Digits as they are written in words, capitals and rings. */
export const spelledDigits: Readonly<Record<string, number>> = Object.fromEntries(
  spellings.flatMap((signs, digit) => [...signs].map((sign) => [sign, digit] as const)),
);

/** One of them, in an expression. */
export const spelledSign = new RegExp(`[${spellings.join('')}]`, 'g');

/** A landline of the place itself, told by the word before it: 电话、座机、打、拨、联系. */
export const localNumber = /[话机打拨系][^\d\n]{0,6}?([2-8]\d{2,3} *-? *\d{4})(?!\d)/g;
