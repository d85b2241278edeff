import { type Actor, holds, inPhase } from '#kernel';
import { isTheirs } from '../household-sight.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferWorkflow } from '../transfer.workflow.js';

/** Sheets that are printed to be signed, letters a desk gives out, and letters to agents. */
export type SheetNoun =
  | 'consent-sheets'
  | 'power-of-attorney-sheets'
  | 'intent-sheets'
  | 'release-notices'
  | 'powers-of-attorney'
  | 'power-of-attorney-revocations';

/** Households whose own papers this reader may have printed. */
export const theirs = (facts: TransferFacts, me: Actor): TransferFacts['consents'] =>
  facts.consents.filter((each) => isTheirs(each, me));

/** Whether this reader may have this sheet now. */
export function maySheet(facts: TransferFacts, noun: SheetNoun, me: Actor): boolean {
  const { state } = facts.record;
  const counter =
    me.kind === 'staff' && (me.assisting !== null || holds(me, 'town_clerk', 'town_trade', 'village_clerk'));
  const [party, own] = [counter || (me.kind !== 'staff' && facts.belongsTo(me)), theirs(facts, me).length > 0];
  switch (noun) {
    case 'consent-sheets':
      return party && own && inPhase(transferWorkflow, state, 'writing', 'town');
    case 'intent-sheets':
      return party && facts.record.renewsId === null && inPhase(transferWorkflow, state, 'writing', 'town', 'review');
    case 'power-of-attorney-sheets':
    case 'powers-of-attorney':
      return party && own && inPhase(transferWorkflow, state, 'writing', 'town', 'review', 'notice', 'signing');
    case 'power-of-attorney-revocations':
      return (
        party &&
        facts.powersOfAttorney.some((each) => theirs(facts, me).some((one) => one.householdId === each.principalId))
      );
    case 'release-notices':
      return holds(me, 'town_finance') && ['releasing', 'released'].includes(facts.deposit?.state ?? '');
  }
}
