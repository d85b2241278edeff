/** What a mobile number is, or why it cannot be one. */
export type Phone =
  | { readonly ok: true; readonly number: string; readonly kind: 'mobile' | 'training' }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads a mainland mobile number, with or without +86 and gaps. Numbers that begin with 10000 are never given out, so the
 * training county uses them and no made-up person can be rung up.
 */
export function phone(text: string): Phone {
  const number = text
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^(?:\+|00)86/, '');
  if (!/^\d+$/.test(number)) return { ok: false, reason: '手机号只能由数字组成' };
  if (number.length !== 11) return { ok: false, reason: `手机号应为11位，现为${number.length}位` };
  if (/^10000\d{6}$/.test(number)) return { ok: true, number, kind: 'training' };
  if (/^1[3-9]\d{9}$/.test(number)) return { ok: true, number, kind: 'mobile' };
  return { ok: false, reason: '手机号应以13至19开头' };
}
