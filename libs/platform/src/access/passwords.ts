import { Algorithm, hash, verify } from '@node-rs/argon2';
import { addDays, dayOf } from '#kernel';
import { passwordFaults } from './access.problems.js';

// OWASP's second choice for Argon2id: 19 MiB, two passes, one lane.
const cost = {
  algorithm: 2 satisfies Algorithm.Argon2id as Algorithm,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** A hash of nothing, so that an unknown login takes as long as a known one. */
let nobody: Promise<string> | null = null;

/** Argon2id hash of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

/** Whether the password is the account's; for nobody's account it works as long and answers no. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody');
  const fits = await verify(stored ?? (await nobody), password.normalize('NFC'));
  return stored !== null && fits;
}

const common = [
  'password',
  'passw0rd',
  'qwerty',
  '123456',
  '111111',
  '000000',
  'abc123',
  'admin',
  'letmein',
  'woaini',
  'iloveyou',
  '5201314',
  'shanghe',
];

/** Which rules passwords follow, see docs/decisions/0025. */
export type PasswordProfile = 'dengbao3' | 'asvs';

/** Days after which staff choose a new password under 等保三级. */
const changedEveryDays = 90;

/** Why a password may not be chosen; undefined if it may. */
export function passwordRefusal(password: string, login: string, profile: PasswordProfile): string | undefined {
  const length = [...password].length;
  if (length < 12) return passwordFaults.short;
  if (length > 128) return passwordFaults.long;
  const folded = password.toLowerCase();
  if (folded.includes(login.toLowerCase())) return passwordFaults.login;
  if (new Set(folded).size < 5) return passwordFaults.repeated;
  const known = common.find((word) => folded.includes(word));
  if (known && folded.replaceAll(known, '').length < 8) return passwordFaults.known;
  if (profile === 'asvs') return undefined;
  // 身份鉴别信息具有复杂度要求并定期更换（GB/T 22239-2019 8.1.4.1 a）。
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{Ll}\p{Lu}\d]/u].filter((kind) => kind.test(password)).length;
  return kinds < 3 ? passwordFaults.kinds : undefined;
}

/** Whether staff must choose a new password by now; training accounts keep theirs, parties are not asked. */
export function passwordIsOld(
  account: { kind: 'staff' | 'party'; training: boolean; passwordChangedAt: Date },
  profile: PasswordProfile,
  now: Date,
): boolean {
  if (profile !== 'dengbao3' || account.kind !== 'staff' || account.training) return false;
  return addDays(dayOf(account.passwordChangedAt), changedEveryDays) <= dayOf(now);
}
