import { type Day, type Fen, dayOf, fen, statesIn, timeOf } from '#kernel';
import type { Receipt } from '#ledger';
import type { Reader, Tx } from '#platform';
import { Interest } from './interest.entity.js';
import { transferWorkflow } from '#transfers';
import type { InterestFacts } from './interest.rules.js';
import type { StandingBar } from './standing-bar.rules.js';
import type { InterestFact } from '../listing.facts.js';
import { listingStates } from '../listing-states.workflow.js';
import type { Listing } from '../listing.entity.js';

/** Everybody who registered for a lot, the first first, with what is held of the deposit. */
export async function interestFacts(reader: Reader | Tx, { id }: Pick<Listing, 'id'>): Promise<InterestFact[]> {
  const rows = await reader.find(Interest, { where: { listingId: id }, order: { registeredAt: 'ASC', id: 'ASC' } });
  if (rows.length === 0) return [];
  const held: { id: string; fen: string }[] = await reader.query(
    `SELECT d.subject_id AS id, -a.balance_fen AS fen FROM deposit d JOIN ledger_account a ON a.subject = 'deposit' AND a.subject_id = d.id AND a.kind = 'held'
     WHERE d.subject = 'interest' AND d.subject_id = ANY($1)`,
    [rows.map((row) => row.id)],
  );
  const sums = new Map(held.map((row) => [row.id, fen(row.fen)]));
  return rows.map((record) => ({ record, heldFen: sums.get(record.id) ?? fen(0), admitted: false, paid: false }));
}

/** Of these people: who works here, himself or in the same household (参照拍卖法第22条). */
export async function staffAround(reader: Reader | Tx, people: readonly string[]): Promise<string[]> {
  const rows: { name: string }[] = await reader.query(
    `SELECT DISTINCT a.name FROM account a WHERE a.kind = 'staff' AND (a.party_id = ANY($1) OR a.party_id IN (
       SELECT other.person_id FROM member own JOIN member other ON other.household_id = own.household_id
       WHERE own.person_id = ANY($1) OR own.household_id = ANY($1)))`,
    [people],
  );
  return rows.map((row) => row.name);
}

/** Of these people: who gives the land, belongs to a household that gives it, or holds its letter today (民法典第168条). */
export async function givers(
  reader: Reader | Tx,
  listingId: string,
  people: readonly string[],
  today: Day,
): Promise<string[]> {
  const rows: { name: string }[] = await reader.query(
    `SELECT DISTINCT p.display_name AS name FROM (SELECT grantor_id AS id FROM listing_parcel WHERE listing_id = $1
         UNION SELECT holder_id FROM listing WHERE id = $1) g JOIN party p ON p.id = ANY($2)
     WHERE (p.id = g.id
       OR EXISTS (SELECT FROM member m WHERE m.household_id = g.id AND m.person_id = p.id AND m.valid_to IS NULL)
       OR EXISTS (SELECT FROM power_of_attorney d WHERE d.principal_id = g.id AND d.agent_id = p.id
         AND d.revoked_at IS NULL AND $3 BETWEEN d.valid_from AND d.valid_to))`,
    [listingId, people, today],
  );
  return rows.map((row) => row.name);
}

/** What came in before the hour struck; a slip of that very day without an hour is not known to be in time. */
export function timely(receipts: readonly Receipt[], closing: Date): Fen {
  const [day, hour] = [dayOf(closing), `${timeOf(closing)}:00`];
  const inTime = receipts.filter(
    ({ paidOn, paidTime }) => paidOn < day || (paidOn === day && paidTime !== null && paidTime <= hour),
  );
  return fen(inTime.reduce((sum, { amountFen }) => sum + amountFen, 0));
}

/** The bar of a party that is not over. */
export async function standingBar(reader: Reader | Tx, partyId: string): Promise<StandingBar | null> {
  const [bar]: StandingBar[] = await reader.query(
    `SELECT id, state, from_day AS "fromDay", until_day AS "untilDay" FROM barring
     WHERE party_id = $1 AND state IN ('proposed', 'deciding', 'decided')`,
    [partyId],
  );
  return bar ?? null;
}

const fallen = statesIn({ states: listingStates }, 'fallen');
/** While a lot is not decided it tells nobody whose money had come. */
const undecided = ['listed', 'qualifying', 'bidding', 'suspended'];
const undone = [...statesIn(transferWorkflow, 'fallen'), 'terminated'];

/** Whether it had the lot, or had paid for it in time and backed out, and that came to nothing; and what bars its party. */
export async function courseOf(
  reader: Reader | Tx,
  { id, partyId }: Interest,
): Promise<Pick<InterestFacts, 'defaulted' | 'dealFell' | 'standing'>> {
  const [row]: { defaulted: boolean; dealFell: boolean }[] = await reader.query(
    `SELECT l.state <> ALL($4) AND (
         i.state = 'withdrawn' AND EXISTS (SELECT FROM step_history h WHERE h.subject = 'interest' AND h.subject_id = i.id::text AND h.action = 'qualify')
           AND i.deposit_fen <= (SELECT coalesce(sum(r.amount_fen), 0) FROM deposit d JOIN receipt r ON r.subject = 'deposit' AND r.subject_id = d.id
             WHERE d.subject = 'interest' AND d.subject_id = i.id)
         OR EXISTS (SELECT FROM step_history h WHERE h.subject = 'interest' AND h.subject_id = i.id::text AND h.action IN ('win', 'follow', 'admit'))
           AND (l.state = ANY($2) OR f.fell)) AS defaulted, f.fell AS "dealFell"
     FROM interest i JOIN listing l ON l.id = i.listing_id CROSS JOIN LATERAL (SELECT
       EXISTS (SELECT FROM right_deal d WHERE d.listing_id = l.id AND d.party_id = i.party_id AND d.state = 'fallen')
       OR EXISTS (SELECT FROM transfer t WHERE t.listing ->> 'id' = l.id::text AND t.transferee_id = i.party_id AND t.state = ANY($3)) AS fell) f
     WHERE i.id = $1`,
    [id, fallen, undone, undecided],
  );
  const { defaulted = false, dealFell = false } = row ?? {};
  return { defaulted, dealFell, standing: await standingBar(reader, partyId) };
}
