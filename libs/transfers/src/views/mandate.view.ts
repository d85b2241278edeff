import type { Actor } from '#kernel';
import { inForce, mandatePowers } from '#parties';
import { type Of, blockerValue, value, view } from '#platform';
import { mandateFaults } from '../mandate.rules.js';
import type { TransferFacts } from '../transfer.facts.js';
import { mandateParts } from './page.words.js';
import { maskHead, ownHouseholds } from '../household-sight.js';

/** A letter of a case's transferor: who may act for whom, in what, and until when. */
export const caseMandateView = view('CaseMandate', {
  principal: value.text(mandateParts.principal),
  agent: value.text(mandateParts.agent),
  powers: value.code(mandatePowers, mandateParts.powers),
  minimumPriceFen: value.maybe(value.fen(mandateParts.minimumPriceFen)),
  validTo: value.day(mandateParts.validTo),
  inForce: value.flag(mandateParts.inForce),
  blocker: value.maybe(blockerValue),
  file: value.maybe(value.href(mandateParts.file)),
});

export function mandatesOf(facts: TransferFacts, reader: Actor): Of<typeof caseMandateView>[] {
  const own = ownHouseholds(facts, reader);
  return facts.mandates.map((mandate) => {
    const whole = own.has(mandate.principalId);
    const name = (text: string): string => (whole ? text : maskHead(text));
    const [blocker = null] = mandateFaults(facts, mandate, facts.today, false);
    return {
      principal: name(mandate.principalName),
      agent: name(mandate.agentName),
      powers: mandate.powers,
      minimumPriceFen: whole ? mandate.minimumPriceFen : null,
      validTo: mandate.validTo,
      inForce: inForce(mandate, facts.today),
      blocker,
      file: reader.kind === 'staff' ? `/files/${mandate.evidenceFileId}` : null,
    };
  });
}
