import { creditCodeFaults } from './checked-codes.problems.js';
import { foldedCode } from './fold.js';
import { registrars } from './credit-code.words.js';

/** What a unified social credit code says, or why it cannot be one. */
export type CreditCode =
  | {
      readonly ok: true;
      readonly code: string;
      /** Who coded the body, by its first character. */
      readonly registrar: string;
      /** N1 villager group, N2 village, N3 township: collective economic organisations. */
      readonly collective?: 'group' | 'village' | 'town';
      readonly warning?: string;
    }
  | { readonly ok: false; readonly reason: string };

/** What a record has in the place of a unified code: of old, or one whose check does not hold. */
export type OldBodyCode = 'organisation' | 'registration' | 'check';

// GB 32100-2015: no I, O, S, V, Z, which a reader takes for digits.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;
const COLLECTIVES = { '1': 'group', '2': 'village', '3': 'town' } as const;

/** The last character for the first seventeen. The final "mod 31" is in the standard and often forgotten. */
export function creditCheck(seventeen: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of seventeen.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] as string;
}

/** Check character of the organisation code inside (GB 11714), positions 9 to 16 → 17. */
export function organisationCheck(eight: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, index) => total + weight * ORGANISATION_ALPHABET.indexOf(eight[index] as string),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Reads a code. Village collectives begin with N and village committees with 54: both are right (GF-2021-2606 note). */
export function creditCode(text: string): CreditCode {
  const code = foldedCode(text).replaceAll('-', '');
  if (code.length !== 18) return wrong(creditCodeFaults.length(code.length));
  const strange = [...code].find((character) => !ALPHABET.includes(character));
  if (strange) return wrong(creditCodeFaults.character(strange));
  const registrar = registrars[code[0] as string];
  if (!registrar) return wrong(creditCodeFaults.registrar(code[0] as string));
  if (creditCheck(code) !== code[17]) return wrong(creditCodeFaults.check);
  const collective = code[0] === 'N' ? COLLECTIVES[code[1] as keyof typeof COLLECTIVES] : undefined;
  // Some bodies were coded with a broken organisation code; the code as a whole still stands.
  const matches = organisationCheck(code.slice(8, 16)) === code[16];
  return {
    ok: true,
    code,
    registrar,
    ...(collective ? { collective } : {}),
    ...(matches ? {} : { warning: creditCodeFaults.organisation }),
  };
}

/**
 * A number by which a body was known before the unified code (国发〔2015〕33号), or a unified code with a wrong check character;
 * nothing for what is no such number. It tells who is meant, it proves nothing.
 */
export function oldBodyCode(text: string): { kind: OldBodyCode; code: string; reason: string } | undefined {
  const kept = (kind: OldBodyCode) => ({ kind, code, reason: creditCodeFaults.old[kind] });
  const code = foldedCode(text).replaceAll('-', '');
  if (/^[0-9A-Z]{8}[0-9X]$/.test(code)) return kept('organisation');
  if (/^(?:\d{13}|\d{15})$/.test(code)) return kept('registration');
  const whole = code.length === 18 && [...code].every((character) => ALPHABET.includes(character));
  return whole && registrars[code[0] as string] ? kept('check') : undefined;
}

const wrong = (reason: string): CreditCode => ({ ok: false, reason });
