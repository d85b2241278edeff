import { type Day, type DivisionCode, type Mu, formatDay, formatMu } from '#kernel';
import { type Tx, sqlNames } from '#platform';
import type { Difference } from '../land-change.entity.js';
import { liveStatuses } from '../management-right.entity.js';

/** What a row would move under cases and rights: where, of which parcels, and what. */
export interface Ground {
  code: string;
  officeCode: DivisionCode;
  parcelIds: readonly string[];
  differences: readonly Difference[];
}

/** A parcel on which a right is reserved or in force, with its contract as the register has it. */
export interface TakenParcel {
  id: string;
  code: string;
  officeCode: DivisionCode;
  contractMu: Mu;
  measuredMu: Mu | null;
  contractId: string | null;
  contractCode: string | null;
  contractorId: string | null;
  contractor: string | null;
  termFrom: Day | null;
  termTo: Day | null;
}

/**
 * Of the parcels of a batch, those that somebody takes or has taken. All are locked until the batch is in: who would reserve one
 * meanwhile waits, and finds the register as it then is.
 */
export async function takenParcels(tx: Tx, which: string, codes: readonly string[]): Promise<TakenParcel[]> {
  await tx.query(`SELECT p.id FROM parcel p WHERE ${which} ORDER BY p.id FOR NO KEY UPDATE`, [codes]);
  return tx.query(
    `SELECT p.id, p.code, p.office_code AS "officeCode", p.contract_mu AS "contractMu", p.measured_mu AS "measuredMu",
       c.id AS "contractId", c.code AS "contractCode", c.contractor_id AS "contractorId",
       ${contractorName('c.contractor_id')} AS contractor, c.term_from AS "termFrom", c.term_to AS "termTo"
     FROM parcel p LEFT JOIN contract c ON c.id = p.contract_id
     WHERE ${which} AND EXISTS (SELECT FROM right_portion o WHERE o.parcel_id = p.id AND o.status IN (${sqlNames(liveStatuses)}))
     ORDER BY p.code`,
    [codes],
  );
}

/** A contractor as a change names it: its name, and the code by which registers know it. */
export const contractorName = (
  id: string,
): string => `(SELECT g.display_name || ' ' || coalesce(h.contractor_code, b.contractor_code, '')
  FROM party g LEFT JOIN household h ON h.id = g.id LEFT JOIN body b ON b.id = g.id WHERE g.id = ${id})`;

const said = { area: formatMu, measured: formatMu, from: formatDay, to: formatDay } as const;

/** One thing that differs, in words; nothing where it does not. */
export function differs(kind: Difference['kind'], before: string | null, after: string | null): Difference[] {
  if (before === after) return [];
  const words = (value: string | null): string =>
    value === null ? '' : kind in said ? (said[kind as keyof typeof said] as (v: string) => string)(value) : value;
  return [{ kind, before: words(before), after: words(after) }];
}
