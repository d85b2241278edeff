import { phoneFaults } from './checked-codes.problems.js';
import { folded } from './fold.js';

/** What a mobile number is, or why it cannot be one. */
export type Phone =
  | { readonly ok: true; readonly number: string; readonly kind: 'mobile' | 'training' }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads a mainland mobile number, with or without +86 and gaps. Numbers that begin with 10000 are never given out, so the
 * training county uses them and no made-up person can be rung up.
 */
export function phone(text: string): Phone {
  const number = folded(text)
    .replace(/[()-]/g, '')
    .replace(/^(?:\+|00)86/, '');
  if (!/^\d+$/.test(number)) return { ok: false, reason: phoneFaults.digits };
  if (number.length !== 11) return { ok: false, reason: phoneFaults.length(number.length) };
  if (/^10000\d{6}$/.test(number)) return { ok: true, number, kind: 'training' };
  if (/^1[3-9]\d{9}$/.test(number)) return { ok: true, number, kind: 'mobile' };
  return { ok: false, reason: phoneFaults.beginning };
}
