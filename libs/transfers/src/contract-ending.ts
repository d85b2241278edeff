import { type Day, addDays } from '#kernel';
import type { Paper } from '#papers';
import type { TransferFacts } from './transfer.facts.js';

/** What the contract says of its end（示范合同 GF-2021-2606 第十条第二项）. */
export interface ContractEnding {
  /** 期满前多少日内: within so many days before the end one asks for a renewal, or says that there is none. */
  requestDays: number;
  /** The first of these days; never before the term began. */
  requestFrom: Day;
  /** Days after the end until the land is handed back; null where the contract left them open. */
  returnDays: number | null;
}

/** By the contract that was signed; one that is not at hand says what would be printed today. */
export function contractEnding(
  { term, parameters }: Pick<TransferFacts, 'term' | 'parameters'>,
  papers: readonly Paper[],
): ContractEnding {
  const signed = papers.findLast(({ kind, voidedAt }) => kind === 'contract' && voidedAt === null);
  const printed = (signed?.view as { renewal?: { requestDays?: unknown; returnDays?: unknown } } | undefined)?.renewal;
  const requestDays = Number(printed?.requestDays ?? parameters.renewalRequestDays);
  const earliest = addDays(term.end, -requestDays);
  return {
    requestDays,
    requestFrom: earliest < term.start ? term.start : earliest,
    returnDays: Number(printed ? printed.returnDays : parameters.landReturnDays) || null,
  };
}
