import { type Actor, type Blocker, type Day, type Mu, type Parameters, type Term, isEnd } from '#kernel';
import type { DepositStatus } from '#deposits';
import type { SurveyFacts } from '#inspections';
import type { EscrowAccount } from '#ledger';
import type { CollectiveDecision, HouseholdConsent, ValidPowerOfAttorney } from '#parties';
import type { TransferParts } from './transfer.parts.js';
import type { PredecessorFacts, SuccessorFacts } from './renewal.facts.js';
import type { Transfer } from './transfer.entity.js';
import { transferStates as states } from './transfer-states.workflow.js';
import type { CapitalRow, GroundRow, ParcelFact } from './transfers.queries.js';

/** What the licence for outside capital looks like for a case (流转办法第29条). */
export interface CapitalFacts {
  /** Authority the threshold table names for this transferee and area; null where none is needed. */
  authority: string | null;
  /** Whether the transferee counts as outside capital at all. */
  capital: boolean;
  /** What was applied for and decided, oldest first, and the one that covers this case. */
  rows: readonly CapitalRow[];
  licence: CapitalRow | null;
  /** What the transferee holds and has under way beside this case, in all towns of the county, and all of it with this case. */
  otherMu: Mu;
  totalMu: Mu;
  /** The transferee counts as capital, and no row of the county's table reaches the area: nobody knows who must approve. */
  tableMissing: boolean;
  basis: string;
  /** An approval that covers this case's area and term. */
  approved: boolean;
  open: boolean;
  refused: boolean;
}

export interface ChecklistFacts {
  filled: number;
  total: number;
  faults: readonly string[];
  /** Whether the county's reviewer has written his opinion. */
  opinion: boolean;
}

/** Everything the rules of a transfer ask about, gathered once under the lock. */
export interface TransferFacts extends TransferParts {
  record: Transfer;
  belongsTo: (actor: Actor) => boolean;
  term: Term;
  parcels: readonly ParcelFact[];
  parameters: Parameters;
  /** What the register itself refuses: term, area, purpose, occupancy, encumbrance. Found by `rights`. */
  land: {
    term: readonly Blocker[];
    area: readonly Blocker[];
    purpose: readonly Blocker[];
    occupied: readonly Blocker[];
    /** The same of ground that lies in other parcels as well. */
    underOthers: readonly Blocker[];
    encumbered: readonly Blocker[];
    /** Live mortgages on this land or on the case's own right, and whether the mortgagee agreed to this case. */
    mortgages: readonly { id: string; mortgageeName: string; consented: boolean }[];
  };
  /** The case's own reservation or right. */
  right: { id: string; status: string; reservedUntil: Date } | null;
  consents: readonly HouseholdConsent[];
  /** Letters of the transferors that were not taken back, and the day on which they are asked about. */
  powersOfAttorney: readonly ValidPowerOfAttorney[];
  today: Day;
  /** The collective's decision on land that is not contracted out, and what it still lacks. */
  decided: CollectiveDecision | null;
  decision: readonly Blocker[];
  /** Whether the transferee is no member of the collective that owns the land. */
  outsider: boolean;
  capital: CapitalFacts;
  survey: readonly Blocker[];
  checklist: ChecklistFacts;
  surveyed: SurveyFacts;
  notice: {
    id: string;
    number: string;
    state: string;
    lastDay: Day | null;
    blockers: readonly Blocker[];
    /** Claims that stand and wait for the transferor's choice. */
    claims: readonly { id: string; number: string; name: string }[];
    /** What stands in the way of that choice: the period runs, claims or objections are open. */
    undecided: readonly Blocker[];
    /** The claim that was answered with: the transferor lets to nobody. */
    notLetting: string | null;
  } | null;
  /** Where a deposit is paid to; asked only while a case waits to be filed, with which the deposit is demanded. */
  escrow: EscrowAccount | null;
  deposit: (DepositStatus & { id: string }) | null;
  /** By what the transferors know the transferee beside the name. */
  takerCode: string;
  /** The transferee's age on the day, if a person. */
  transfereeAge: number | null;
  /** Names of parties to the case that are accounts of staff. */
  staffParties: readonly string[];
  /** Bodies among them without a unified code, by name. */
  uncodedParties: readonly { id: string; name: string }[];
  /** Agent of a transferor that is the transferee too. */
  agentConflict: readonly Blocker[];
  /** Of the signed contract, since the notice of this round was clear. */
  contractScans: number;
  /** Photos of identity cards and licences that were brought. */
  identityPapers: number;
  /** Letters of intent, signed (流转意向协议书). */
  intentPapers: number;
  /** Signed requests to withdraw, and papers by which a signed contract came to its end. */
  withdrawalScans: number;
  rescissionScans: number;
  /** Accounts that accepted and that reviewed the case. */
  acceptors: readonly string[];
  reviewers: readonly string[];
  /** The running right that this case renews. */
  renews: PredecessorFacts | null;
  /** Changes of the register on its land: those that wait, and those that its parties were told of. */
  ground: readonly GroundRow[];
  /** The case that renews this one. */
  renewal: SuccessorFacts | null;
  /** Parties whose case this is: transferee, transferors and their members. */
  parties: ReadonlySet<string>;
}

/** Until the contract is signed a member may take back what he said; from then on it binds (民法典第119、465条). */
export function consentsOpen({ record }: Pick<TransferFacts, 'record'>): boolean {
  return record.kind === 'contracted' && record.signedOn === null && !isEnd({ states }, record.state);
}
