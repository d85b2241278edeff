import type { Act, BirthWords } from '#platform';
import { followCode } from '../follow-code.js';
import { Transfer } from '../transfer.entity.js';
import { transferWorkflow } from '../transfer.workflow.js';

/** A case begins: a draft of its first round, with the code by which its parties will follow it. */
export function openCase(act: Act, columns: Partial<Transfer>, words: Omit<BirthWords, 'action'>): Promise<Transfer> {
  const row = {
    ...(columns as Transfer),
    ...{
      rulesDay: act.today,
      followCode: followCode(),
      round: 1,
      groundHeld: false,
      createdAt: act.now,
      createdBy: act.actor.name,
    },
  };
  return act.open(transferWorkflow, Transfer, row, { action: 'draft', ...words });
}
