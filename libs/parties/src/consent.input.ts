import type { ConsentMethod } from './consent.entity.js';

/** A consent as a service takes it; the transfer's acts build it from their own form. */
export interface ConsentInput {
  aboutKind: string;
  aboutId: string;
  householdId: string;
  personId: string;
  /** The very words that were shown or read aloud. */
  statement: string;
  method: ConsentMethod;
  readAloud: boolean;
  witness?: string;
  evidenceFileId?: string;
}

/** A consent taken back, as a service takes it. */
export type WithdrawalInput = Pick<ConsentInput, 'aboutKind' | 'aboutId' | 'householdId' | 'personId' | 'method'> & {
  reason: string;
  evidenceFileId?: string;
};
