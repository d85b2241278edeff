import type { Day, DecisionBody, Fen, Mu } from '#kernel';

export type AttorneyPowers = keyof typeof attorneyPowers;

/** What a letter lets somebody do, as its form asks. */
export const attorneyPowers = {
  negotiate_and_sign: '代为洽谈并签订合同、监督履行',
  negotiate_only: '只代为洽谈，合同由委托人本人签',
} as const;

/** 流转委托书 as a case's controller reads it from its form. */
export interface PowerOfAttorneyInput {
  principalId: string;
  agentId: string;
  matter: string;
  powers: AttorneyPowers;
  /** Empty: all parcels of the principal. */
  parcelCodes: readonly string[];
  minimumPriceFen: Fen | null;
  mayRemandate: boolean;
  validFrom: Day;
  validTo: Day;
  witness: string | null;
  readAloud: boolean;
  evidenceFileId: string;
  /** The matter to which its signers say yes by it, in the words that stand above their names. */
  consents?: { aboutKind: string; aboutId: string; statement: string; signedBy: readonly string[] };
}

/** A decision of a collective as it is recorded from the minutes. */
export interface DecisionInput {
  collectiveId: string;
  issuerCode: string;
  decidingBody: DecisionBody;
  legalBasis: string;
  matter: string;
  /** Null where it decided about a lot, before anybody was found who takes it. */
  transfereeId: string | null;
  parcelCodes: string[];
  /** Null for what has no area. */
  areaMu: Mu | null;
  electorate: number;
  attended: number;
  inFavour: number;
  opposed: number;
  calledOn: Day;
  decidedOn: Day;
  toOutsiders: boolean;
  minutesFileId: string;
}
