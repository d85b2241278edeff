import { packChecks } from './pack.words.js';

export type CheckName = keyof typeof packChecks;

/** One thing that was looked at; `found` says where it is wrong. */
export interface Check {
  name: CheckName;
  right: boolean;
  found: string;
}

/** What a pack comes to, worked out anew. */
export interface Verdict {
  right: boolean;
  checks: readonly Check[];
  /** Null where the file cannot be read at all. */
  said: { listingNumber: string; thing: string; winner: number | null; priceFen: number | null; endsAt: string } | null;
  /** The keys that signed; a reader compares them with those that the exchange shows. */
  kids: readonly string[];
  attempts: number;
}

/** What is found wrong in one check; nothing where it is right. */
export type Finding = string | null;
