import { none } from './declared.words.js';

/** Whether an applicant who was asked for disputes, leases or bad credit declares that there are none, in words people use. */
export const isNone = (declared: string): boolean => none.test(declared.trim());
