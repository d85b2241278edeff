import { type Actor, holds, reaches } from '#kernel';
import type { Listing } from '../listing.entity.js';

/** Whether the result of a lot is out, so that whoever works here may see whose money came. */
export const resultOut = ({ state, suspendedFrom }: Pick<Listing, 'state' | 'suspendedFrom'>): boolean =>
  !['listed', 'qualifying', 'bidding'].includes(state === 'suspended' ? (suspendedFrom ?? state) : state);

/**
 * Who of the offices sees who registered: all but the desk that books the money, which would know by the names who may bid. After the
 * result, that desk too.
 */
export const seesWho = (lot: Pick<Listing, 'officeCode' | 'state' | 'suspendedFrom'>, me: Actor): boolean =>
  reaches(me, lot.officeCode) && (resultOut(lot) || !holds(me, 'town_finance') || holds(me, 'town_trade'));
