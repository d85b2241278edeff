import { type Actor, inPhase } from '#kernel';
import { recordsCapital } from './capital.service.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferWorkflow } from '../transfer.workflow.js';

/** Whether the authority's answer may be typed off now by this reader: until the county approves, or the deal of a lot is signed. */
export function capitalAct({ record, capital }: TransferFacts, me: Actor): 'capital-open' | 'capital-decide' | null {
  const asked =
    capital.authority !== null &&
    recordsCapital(me) &&
    (inPhase(transferWorkflow, record.state, 'writing', 'town', 'review') ||
      (record.listing !== null && inPhase(transferWorkflow, record.state, 'notice', 'signing')));
  if (!asked || capital.approved) return null;
  return capital.open ? 'capital-decide' : 'capital-open';
}
