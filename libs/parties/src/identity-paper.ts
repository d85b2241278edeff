import { type Day, type Named, folded, foldedCode, nameFault } from '#kernel';
import { partyProblems } from './party.problems.js';
import type { IdentityKind, Sex } from './person.entity.js';
import type { Vault } from './vault.js';

/** What proves who somebody is; without a number he is known by name, and his identity is open. */
export interface IdentityPaper {
  kind: IdentityKind;
  number: string | null;
  /** A resident identity card says both; another paper may say neither. */
  born: Day | null;
  sex: Sex | null;
}

/** A number of another paper than the resident identity card, as it is kept; null if it cannot be one. */
export function otherNumber(text: string): string | null {
  const number = foldedCode(text);
  return /^[\p{L}\p{N}()-]{3,30}$/u.test(number) && /\p{N}/u.test(number) ? number : null;
}

/** By what a person is found again: a booklet has one number for a whole household, so that the name belongs to it. */
export function identityKey(name: string, { kind, number }: Pick<IdentityPaper, 'kind' | 'number'>): string | null {
  if (number === null) return null;
  return kind === '1' ? number : `${kind} ${number} ${folded(name)}`;
}

/** The columns of a person's paper: sealed, and found by a hash. */
export function sealedPaper(name: string, paper: IdentityPaper, vault: Vault) {
  const key = identityKey(name, paper);
  return {
    identityKind: paper.kind,
    identitySealed: paper.number === null ? null : vault.seal('identity', paper.number),
    identityIndex: key === null ? null : vault.indexOf(key),
    born: paper.born,
    sex: paper.sex,
  };
}

/** Refuses a name of signs that no name is written with. */
export function checkName(name: string, of: Named): void {
  const fault = nameFault(name, of);
  if (fault !== null) throw partyProblems.nameWrong({ detail: fault });
}
