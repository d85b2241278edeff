import { type Reader, type Tx, isUuid } from '#platform';
import { Deposit } from './deposit.entity.js';
import { DepositOutflow } from './deposit-outflow.entity.js';
import { DepositPayment } from './deposit-payment.entity.js';
import { DepositSecurity } from './deposit-security.entity.js';
import { DepositTranche } from './deposit-tranche.entity.js';
import { depositProblems } from './deposit.problems.js';
import type { DepositFacts } from './deposit.workflow.js';
import { nextPart } from './release.queries.js';

/** A deposit with everything that hangs on it. */
export interface WholeDeposit {
  facts: DepositFacts;
  tranches: DepositTranche[];
  payments: DepositPayment[];
  outflows: DepositOutflow[];
  securities: DepositSecurity[];
}

interface Sums {
  paidFen: number;
  heldFen: number;
  openOutflows: number;
}

/** Locks a deposit and gathers what its rules ask about; refuses one that is not there. */
export async function lockedDeposit(tx: Tx, id: string): Promise<DepositFacts> {
  const record = await tx.findOne(Deposit, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!record) throw depositProblems.notFound();
  return gather(tx, record);
}

/** A deposit with the outflow that an address names, if it names one; two who answer it at once come one after the other. */
export async function withOutflow(
  reader: Reader | Tx,
  facts: DepositFacts,
  id: string | undefined,
): Promise<DepositFacts> {
  if (id === undefined) return facts;
  const outflow = isUuid(id) ? await reader.findOneBy(DepositOutflow, { id, depositId: facts.record.id }) : null;
  if (!outflow) throw depositProblems.noOutflow();
  return { ...facts, outflow };
}

async function gather(reader: Reader | Tx, record: Deposit): Promise<DepositFacts> {
  return { record, ...(await sumsOf(reader, record)), partDue: await nextPart(reader, record.id), outflow: null };
}

/** The sums of a deposit, from the ledger and from what is asked for. */
export async function sumsOf(reader: Reader | Tx, deposit: Pick<Deposit, 'id'>): Promise<Sums> {
  const rows: Sums[] = await reader.query(
    `SELECT coalesce((SELECT sum(amount_fen) FROM deposit_payment WHERE deposit_id = $1), 0)::bigint AS "paidFen",
       coalesce((SELECT -balance_fen FROM ledger_account WHERE deposit_id = $1 AND kind = 'held'), 0) AS "heldFen",
       (SELECT count(*) FROM deposit_outflow WHERE deposit_id = $1 AND paid_at IS NULL AND refused_at IS NULL) AS "openOutflows"`,
    [deposit.id],
  );
  return rows[0] ?? { paidFen: 0, heldFen: 0, openOutflows: 0 };
}

/** The live deposit of a transfer, or the last one it had. */
export async function depositOf(reader: Reader | Tx, transferId: string): Promise<Deposit | null> {
  const found = await reader.find(Deposit, { where: { transferId }, order: { stateSince: 'DESC' } });
  return found.find((each) => each.state !== 'cancelled') ?? found[0] ?? null;
}

/** A deposit as its page shows it. */
export async function wholeDeposit(reader: Reader | Tx, id: string): Promise<WholeDeposit | null> {
  const record = await reader.findOneBy(Deposit, { id });
  if (!record) return null;
  const where = { depositId: id };
  return {
    facts: await gather(reader, record),
    tranches: await reader.find(DepositTranche, { where, order: { ordinal: 'ASC' } }),
    payments: await reader.find(DepositPayment, { where, order: { recordedAt: 'ASC' } }),
    securities: await reader.find(DepositSecurity, { where, order: { recordedAt: 'ASC' } }),
    outflows: await reader.find(DepositOutflow, { where, order: { requestedAt: 'ASC' } }),
  };
}
