import type { ConsentMethod } from './consent.entity.js';

/** A consent as a service takes it; the transfer's acts build it from their own form. */
export interface ConsentInput {
  aboutKind: string;
  aboutId: string;
  householdId: string;
  /** Of this household, each of them once; several only where all signed one sheet. */
  personIds: readonly string[];
  /** The very words that were shown or read aloud. */
  statement: string;
  method: ConsentMethod;
  readAloud: boolean;
  witness?: string;
  evidenceFileId?: string;
}

/** A consent taken back, as a service takes it. */
export type WithdrawalInput = Pick<ConsentInput, 'aboutKind' | 'aboutId' | 'householdId' | 'method'> & {
  personId: string;
  reason: string;
  evidenceFileId?: string;
};
