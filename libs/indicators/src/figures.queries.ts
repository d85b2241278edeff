import type { Day, Fen } from '#kernel';
import type { PriceUnit } from '#listings';
import { openNoticeStates } from '#notices';
import { type Database, sqlNames } from '#platform';

const open = sqlNames(openNoticeStates);

/** The public figures. */
export interface Figures {
  /** Notices one may still object to. */
  running: number;
  /** Mu under a management right in force; a right carved from another is not counted twice. */
  areaMu: string;
  rights: number;
}

// One named query for all: the front page costs the same whatever has been counted.
export async function figures(database: Database): Promise<Figures> {
  const [row] = await database.rows<Figures & Record<string, unknown>>(
    'public figures',
    `SELECT (SELECT count(*)::int FROM notice WHERE state IN (${open})) AS running,
       (SELECT coalesce(sum(area_mu), 0)::text FROM right_portion WHERE status = 'active' AND level = '00000000-0000-0000-0000-000000000000') AS "areaMu",
       (SELECT count(*)::int FROM management_right WHERE status = 'active') AS rights`,
    [],
  );
  return row ?? { running: 0, areaMu: '0', rights: 0 };
}

/** A notice on the front page. */
export interface RunningNotice {
  id: string;
  title: string;
  parties: string;
  town: string;
  village: string;
  areaMu: string;
  state: 'awaiting_proof' | 'running';
  periodStart: Day | null;
  endsOn: Day;
  dueAt: Date | null;
}

/** Those that end soonest, first. */
export async function runningNotices(database: Database, most: number): Promise<RunningNotice[]> {
  return database.rows<RunningNotice & Record<string, unknown>>(
    'running notices',
    `SELECT id, title, parties, town, village, area_mu AS "areaMu", state, period_start AS "periodStart", ends_on AS "endsOn", due_at AS "dueAt"
     FROM notice WHERE published_at IS NOT NULL AND state IN (${open}) ORDER BY ends_on, id LIMIT $1`,
    [most],
  );
}

/** A lot on the front page. */
export interface OfferedLot {
  id: string;
  place: string;
  /** What is offered where it is no contracted land; null for land. */
  thing: string | null;
  /** Null where its kind has none. */
  areaMu: string | null;
  priceFen: Fen;
  priceUnit: PriceUnit;
  closesOn: Day;
}

/** Lots that somebody may still register for, ending soonest first. */
export async function offeredLots(database: Database, most: number, now: Date): Promise<OfferedLot[]> {
  return database.rows<OfferedLot & Record<string, unknown>>(
    'offered lots',
    `SELECT id, place, own ->> 'name' AS thing, nullif(area_mu, 0)::text AS "areaMu", price_fen AS "priceFen", price_unit AS "priceUnit", closes_on AS "closesOn"
     FROM listing WHERE published_at IS NOT NULL AND state = 'listed' AND due_at > $2 ORDER BY closes_on, id LIMIT $1`,
    [most, now],
  );
}

export async function runningByTown(database: Database): Promise<{ town: string; count: number }[]> {
  return database.rows(
    'running notices by town',
    `SELECT left(office_code, 9) AS town, count(*)::int AS count FROM notice WHERE state IN (${open}) GROUP BY 1`,
  );
}

/** A right that has lately come into force. */
export interface RecentRight {
  holderName: string;
  holderKind: 'person' | 'household' | 'body';
  officeCode: string;
  areaMu: string;
  until: Day;
  activeSince: Date;
}

export async function recentRights(database: Database, most: number): Promise<RecentRight[]> {
  return database.rows<RecentRight & Record<string, unknown>>(
    'recent rights',
    `SELECT h.display_name AS "holderName", h.kind AS "holderKind", o.office_code AS "officeCode", o.area::text AS "areaMu",
       (upper(r.term) - 1)::text AS until, r.active_since AS "activeSince"
     FROM management_right r JOIN party h ON h.id = r.holder_id,
       LATERAL (SELECT min(p.office_code) AS office_code, sum(x.area_mu) AS area FROM right_portion x JOIN parcel p ON p.id = x.parcel_id WHERE x.right_id = r.id) o
     WHERE r.status = 'active' ORDER BY r.active_since DESC, r.id LIMIT $1`,
    [most],
  );
}
