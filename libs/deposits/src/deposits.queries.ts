import { type Actor, holds, inPhase, reaches } from '#kernel';
import {
  type Disbursement,
  type Holder,
  type Receipt,
  disbursementsOf,
  goes,
  namedDisbursement,
  receiptsOf,
  sumsOf,
} from '#ledger';
import type { Reader, Tx } from '#platform';
import { Deposit } from './deposit.entity.js';
import { DepositGuarantee } from './deposit-guarantee.entity.js';
import { DepositTranche } from './deposit-tranche.entity.js';
import { depositWorkflow } from './deposit.workflow.js';
import { depositProblems } from './deposit.problems.js';
import type { DepositFacts } from './deposit.facts.js';

/** A deposit with everything that hangs on it. */
export interface WholeDeposit {
  facts: DepositFacts;
  tranches: DepositTranche[];
  receipts: Receipt[];
  disbursements: Disbursement[];
  guarantees: DepositGuarantee[];
}

/** A deposit as the ledger knows it. */
export const holderOf = ({ id, caseNumber, place, officeCode, officeCodeBorn }: Deposit): Holder => ({
  ...{ subject: 'deposit', subjectId: id, number: caseNumber, place, officeCode, officeCodeBorn },
});

/** Locks a deposit and gathers what its rules ask about; refuses one that is not there. */
export async function lockedDeposit(tx: Tx, id: string): Promise<DepositFacts> {
  const record = await tx.findOne(Deposit, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!record) throw depositProblems.notFound();
  return (await gather(tx, record)).facts;
}

/** The same with the disbursement that an address names, if it names one. */
export async function withDisbursement(
  reader: Reader | Tx,
  facts: DepositFacts,
  id: string | undefined,
): Promise<DepositFacts> {
  if (id === undefined) return facts;
  return { ...facts, disbursement: await namedDisbursement(reader, holderOf(facts.record), id) };
}

/** A deposit of an office that this person covers; for anybody else it does not exist. */
export async function seenDeposit(reader: Reader, id: string, me: Actor): Promise<WholeDeposit> {
  const whole = await wholeDeposit(reader, id);
  if (!whole || !seesDeposit(whole.facts.record, me)) throw depositProblems.notFound();
  return whole;
}

/** What a bid leaves is its finance desk's alone until it goes back: to nobody else it is told who has paid. */
export function seesDeposit({ officeCode, purpose, calledOffAt, state }: Deposit, me: Actor): boolean {
  const standing = purpose === 'bid' && calledOffAt === null && !inPhase(depositWorkflow, state, 'leaving', 'over');
  return reaches(me, officeCode) && (!standing || holds(me, 'town_finance'));
}

/** A deposit as its page shows it. */
export async function wholeDeposit(reader: Reader | Tx, id: string): Promise<WholeDeposit | null> {
  const record = await reader.findOneBy(Deposit, { id });
  if (!record) return null;
  const guarantees = await reader.find(DepositGuarantee, { where: { depositId: id }, order: { recordedAt: 'ASC' } });
  return { ...(await gather(reader, record)), receipts: await receiptsOf(reader, holderOf(record)), guarantees };
}

async function gather(
  reader: Reader | Tx,
  record: Deposit,
): Promise<Pick<WholeDeposit, 'facts' | 'tranches' | 'disbursements'>> {
  const tranches = await reader.find(DepositTranche, { where: { depositId: record.id }, order: { ordinal: 'ASC' } });
  const disbursements = await disbursementsOf(reader, holderOf(record));
  const sums = await sumsOf(reader, holderOf(record));
  const facts = { record, ...sums, partDue: nextPart(tranches, disbursements), disbursement: null };
  return { facts, tranches, disbursements };
}

/** The next part of the schedule; none once only the last is left, which is whatever remains at the end. */
export function nextPart(
  tranches: readonly DepositTranche[],
  disbursements: readonly Pick<Disbursement, 'tranche' | 'refusedAt' | 'returnedAt'>[],
): DepositFacts['partDue'] {
  const gone = new Set(disbursements.filter(goes).map(({ tranche }) => tranche));
  return tranches.slice(0, -1).find(({ ordinal }) => !gone.has(ordinal)) ?? null;
}

/** The live deposit of a record, or the last one it had. */
export async function depositOf(reader: Reader | Tx, subject: string, subjectId: string): Promise<Deposit | null> {
  const found = await reader.find(Deposit, { where: { subject, subjectId }, order: { stateSince: 'DESC' } });
  return found.find((each) => each.state !== 'cancelled') ?? found[0] ?? null;
}
