import type { Actor } from '#kernel';
import { type FormAct, type OpenStep, formAct, offersOf, toldIn } from '#platform';
import { transferActs } from './transfer.acts.js';
import { transferWords } from './transfer.words.js';
import type { TransferFacts } from './transfer.facts.js';

/** What this reader may do with a case: what helps it on, its steps, papers to bring, and last what is seldom. */
export function transferOffers(facts: TransferFacts, steps: readonly OpenStep[], reader: Actor, now: Date): FormAct[] {
  const writable = steps.some((step) => ['submit', 'resubmit'].includes(step.action));
  const offers = offersOf(transferActs, facts, steps, reader, now);
  if (!writable) return offers;
  // A draft, or a case that came back, is typed over in the pages it was typed in.
  const href = `/transfers/${facts.record.id}/drafts`;
  return [...offers, formAct({ action: 'revise', label: transferWords.revise, href, tone: 'quiet' })];
}

/** What the timeline of a case tells of acts that move no state; an application is also written anew in the wizard. */
export const toldActs = (): ReadonlyMap<string, 'each' | 'summed'> =>
  new Map([...toldIn(transferActs), ['revise', 'summed'] as const]);
