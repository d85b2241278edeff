import { type Day, identityNumber } from '#kernel';
import { inputProblem } from '#platform';
import type { PersonAt, PersonNamed } from './party.input.js';
import { personWords } from './party.problems.js';

/** The number of whom an identity card names; refuses, field by field, who is not named. */
export function cardNumber(
  { name = '', identityNumber: number = '' }: Omit<PersonNamed, 'found'>,
  at: PersonAt,
  today: Day,
): string {
  const read = identityNumber(number, today);
  const faults = [
    ...([...name.trim()].length < 2 ? [{ pointer: `#/${at.name}`, detail: personWords.name }] : []),
    ...(read.ok ? [] : [{ pointer: `#/${at.identityNumber}`, detail: read.reason }]),
  ];
  if (!read.ok || faults.length > 0) throw inputProblem(faults);
  return read.number;
}
