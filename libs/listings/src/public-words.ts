import { findContact } from '#kernel';
import { wrong } from './listing.problems.js';
import { questionFaults } from './questions/question.problems.js';

/** No number of a person is published, and nobody can override it (个人信息保护法第二十五、二十八条). */
export function mustBePublic(said: Readonly<Record<string, string>>): void {
  const faults = Object.entries(said).flatMap(([field, text]) =>
    findContact(text).map((found) => questionFaults.personal(field, found)),
  );
  if (faults.length > 0) throw wrong(...faults);
}
