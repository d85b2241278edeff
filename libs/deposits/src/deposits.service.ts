import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type Day,
  type Fen,
  type Mu,
  type Term,
  type TransfereeKind,
  addFen,
  clockActor,
  fen,
  inPhase,
  split,
} from '#kernel';
import { Disbursements, disbursementsOf, goes, spokenFor, sumsOf } from '#ledger';
import { type Act, ParameterStore, type Reader, type Tx } from '#platform';
import { type DepositAmount, depositAmount } from './deposit.amount.js';
import { Deposit } from './deposit.entity.js';
import { amountReasons } from './deposit.rules.js';
import { depositProblems } from './deposit.problems.js';
import type { DepositFacts } from './deposit.facts.js';
import { type DepositPurpose, bidRefundBasis, birthWords } from './deposit.words.js';
import { DepositTranche } from './deposit-tranche.entity.js';
import { depositOf, holderOf, lockedDeposit } from './deposits.queries.js';
import { depositWorkflow, settledStates } from './deposit.workflow.js';

/** A code that tells nothing, of signs that are not taken for each other. */
const bidCode = (): string => `BZ-${Array.from({ length: 8 }, () => signs[randomInt(signs.length)]).join('')}`;
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** What a record tells when it asks for a deposit. */
export interface DepositRequest {
  subject: string;
  subjectId: string;
  /** A bid is known to the desk by a code instead. */
  caseNumber: string;
  /** Town and village, in words; of a bid the town alone. */
  place: string;
  /** The town whose special account takes the money. */
  officeCode: string;
  rulesDay: Day;
  payerPartyId: string;
  payerName: string;
  transfereeKind: TransfereeKind;
  annualRentFen: Fen;
  areaMu: Mu;
  term: Term;
  /** Against rent and land if nothing is said; for a bid no clock runs here, its lot has one. */
  purpose?: DepositPurpose;
  /** Parts in which it goes back, in whole shares of all; one part if not said. */
  tranches?: readonly { label: string; share: number }[];
}

/** What a record asks about its deposit. */
export interface DepositStatus {
  depositId: string | null;
  /** What who pays writes on his slip. */
  number: string;
  state: string | null;
  waived: boolean;
  /** A guarantee or an insurance stands for the money. */
  guaranteed: boolean;
  /** The county decided that it does not go back. */
  forfeited: boolean;
  /** Nothing more is to be paid: waived, or all of it held. */
  settled: boolean;
  amountFen: Fen;
  heldFen: Fen;
  openFen: Fen;
  dueAt: Date | null;
  explanation: readonly string[];
  legalBasis: string;
}

const nothing = {
  depositId: null,
  number: '',
  state: null,
  waived: false,
  guaranteed: false,
  forfeited: false,
  settled: false,
  dueAt: null,
  explanation: [],
  legalBasis: '',
};

/** Why a deposit does not go back, and by which rule that was announced. */
export interface Forfeit {
  reason: string;
  rule: string;
}

const bidRefund = { parameter: 'bidDepositReleaseWorkingDays', basis: bidRefundBasis };

/** How a deposit follows the end of its transfer; what is being claimed or paid back is finished first. */
const callingOff: Readonly<Record<string, 'cancel' | 'refund' | 'return_guarantee'>> = {
  requested: 'cancel',
  guaranteed: 'return_guarantee',
  partial: 'refund',
  held: 'refund',
  topup_due: 'refund',
};

/** The deposit of a record, from the request to the day it is settled. */
@Injectable()
export class DepositsService {
  constructor(
    private readonly parameters: ParameterStore,
    private readonly disbursements: Disbursements,
  ) {}

  /** Asks for the deposit of a record, or waives it; its clock starts today. */
  async request(act: Act, asked: DepositRequest): Promise<Deposit> {
    const parameters = await this.parameters.at(act.tx, asked.rulesDay);
    const amount = depositAmount(parameters, asked);
    const { amountFen, waived, basis } = amount;
    const { purpose = 'risk' } = asked;
    const { term, tranches = [{ label: birthWords.whole, share: 1 }], ...about } = asked;
    // Who books it shall not know who bids for what, nor how many may.
    const caseNumber = purpose === 'bid' ? bidCode() : asked.caseNumber;
    const columns = {
      ...{ ...about, officeCodeBorn: asked.officeCode, termStart: term.start, termEnd: term.end },
      ...{ caseNumber, purpose, amountFen, legalBasis: basis, requestedOn: act.today, calledOffAt: null },
    };
    const words = {
      action: 'request',
      label: birthWords.requested,
      detail: { amountFen },
      ...((waived || purpose === 'bid') && { clock: false as const }),
    };
    const deposit = await act.open(depositWorkflow, Deposit, columns, words);
    await keepTranches(act.tx, deposit, tranches);
    if (!waived) return deposit;
    const facts = await lockedDeposit(act.tx, deposit.id);
    await act.as(clockActor).take(depositWorkflow, facts, 'waive', { remark: amountReasons(amount).join('') });
    return facts.record;
  }

  /** What stands to the deposit of a record: the facts its rules ask about. */
  async facts(reader: Reader | Tx, subject: string, subjectId: string): Promise<DepositStatus> {
    const deposit = await depositOf(reader, subject, subjectId);
    if (!deposit) return { ...nothing, amountFen: fen(0), heldFen: fen(0), openFen: fen(0) };
    const { heldFen } = await sumsOf(reader, holderOf(deposit));
    const asking = inPhase(depositWorkflow, deposit.state, 'asked');
    return {
      depositId: deposit.id,
      number: deposit.caseNumber,
      state: deposit.state,
      waived: deposit.state === 'waived',
      settled: settledStates.includes(deposit.state),
      guaranteed: deposit.state === 'guaranteed',
      forfeited: deposit.forfeitedAt !== null,
      amountFen: deposit.amountFen,
      heldFen: fen(heldFen),
      openFen: asking ? fen(Math.max(0, deposit.amountFen - heldFen)) : fen(0),
      dueAt: deposit.dueAt,
      explanation: amountReasons(await this.reckoned(reader, deposit)),
      legalBasis: deposit.legalBasis,
    };
  }

  /** How the amount of a deposit came about, by the rules of its day. */
  async reckoned(reader: Reader | Tx, deposit: Deposit): Promise<DepositAmount> {
    const { termStart: start, termEnd: end } = deposit;
    return depositAmount(await this.parameters.at(reader, deposit.rulesDay), { ...deposit, term: { start, end } });
  }

  /**
   * The case is over, or its land is back: what was not paid is no longer asked for, what was paid may go back, now or when what
   * is under way is done. Nothing to do is no refusal. Who ends a case was asked there: this follows in the clock's name.
   */
  async cancel(act: Act, subject: string, subjectId: string, reason: string): Promise<void> {
    const deposit = await depositOf(act.tx, subject, subjectId);
    if (!deposit) return;
    const facts = await lockedDeposit(act.tx, deposit.id);
    const { record } = facts;
    if (inPhase(depositWorkflow, record.state, 'over')) return;
    record.calledOffAt ??= act.now;
    await act.keep(Deposit, record.id, { calledOffAt: record.calledOffAt });
    const how = callingOff[record.state];
    if (!how || (how === 'refund' && facts.heldFen === 0) || record.forfeitedAt !== null) return;
    const told = { remark: reason, detail: { by: act.actor.name } };
    const byRule = act.as(clockActor);
    const bid = how === 'refund' && record.purpose === 'bid';
    await byRule.take(depositWorkflow, facts, how, bid ? { ...told, limit: bidRefund } : told);
    if (bid) await this.orderBack(byRule, facts, reason);
  }

  /** 未竞得的，按公告的工作日原路退还：nobody asks for it; two persons approve and pay it, as all money leaves. */
  private async orderBack(act: Act, { record, heldFen }: DepositFacts, reason: string): Promise<void> {
    const holder = holderOf(record);
    const amountFen = fen(heldFen - spokenFor(await disbursementsOf(act.tx, holder)));
    if (amountFen > 0) await this.disbursements.release(act, holder, { amountFen, tranche: null, reason });
  }

  /** 不予退还：what was ordered back and not yet approved is refused; the money stays held, and leaves as what is drawn on leaves. */
  async forfeit(act: Act, subject: string, subjectId: string, { reason, rule }: Forfeit): Promise<void> {
    const deposit = await depositOf(act.tx, subject, subjectId);
    if (!deposit) throw depositProblems.notFound();
    const facts = await lockedDeposit(act.tx, deposit.id);
    if (facts.heldFen === 0) throw depositProblems.nothingHeld();
    const leaving = (await disbursementsOf(act.tx, holderOf(facts.record))).filter(goes);
    if (leaving.some(({ approvedAt }) => approvedAt !== null)) throw depositProblems.refunded();
    for (const each of leaving) await this.disbursements.refuse(act, each, { reason });
    await act.as(clockActor).take(depositWorkflow, facts, 'forfeit', { remark: reason, detail: { rule } });
    await act.tx.update(
      Deposit,
      { id: facts.record.id },
      { forfeitedAt: act.now, forfeitReason: reason, forfeitRule: rule },
    );
  }
}

async function keepTranches(tx: Tx, deposit: Deposit, parts: NonNullable<DepositRequest['tranches']>): Promise<void> {
  // The last part is the remainder, so that the parts always add up to the whole.
  const amounts = split(
    deposit.amountFen,
    parts.map((part) => part.share),
  );
  const rows = parts.map(({ label }, index) => ({
    ...{ depositId: deposit.id, ordinal: index + 1, label },
    amountFen: amounts[index] ?? fen(0),
  }));
  if (addFen(...rows.map((row) => row.amountFen)) !== deposit.amountFen)
    throw new Error('Parts of a deposit do not add up.');
  await tx.insert(DepositTranche, rows);
}
