import { type Actor, holds } from '#kernel';
import type { RecordForm } from '#platform';
import type { TransferFacts } from '../transfer.facts.js';

/** Whom the rent may go to: whoever let the land, and whoever has it under contract now. */
export function payees({ parcels }: Pick<TransferFacts, 'parcels'>): Readonly<Record<string, string>> {
  const named = parcels.flatMap(({ grantorId, grantorName, contractorId, contractorName }): [string, string][] => [
    [grantorId, grantorName],
    ...(contractorId === null ? [] : [[contractorId, contractorName ?? ''] as [string, string]]),
  ]);
  return Object.fromEntries(named);
}

/** Where both sides were told that the contractor has changed, and nobody has confirmed who gets the rent. */
export const mayConfirmPayee = ({ ground }: Pick<TransferFacts, 'ground'>): boolean =>
  ground.some(({ told, payee }) => told && payee === null);

export const offersPayee = (facts: TransferFacts, me: Actor): boolean =>
  holds(me, 'town_trade', 'town_clerk') && mayConfirmPayee(facts);

export const payeeForm = (facts: TransferFacts): RecordForm => ({ choices: { payeeId: payees(facts) } });
