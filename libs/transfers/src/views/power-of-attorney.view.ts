import type { Actor } from '#kernel';
import { inForce, attorneyPowers } from '#parties';
import { type Of, blockerValue, value, view } from '#platform';
import { powerOfAttorneyFaults } from '../power-of-attorney.rules.js';
import type { TransferFacts } from '../transfer.facts.js';
import { powerOfAttorneyParts } from './transfer-page.words.js';
import { maskHead, ownHouseholds } from '../household-sight.js';

/** A letter of a case's transferor: who may act for whom, in what, and until when. */
export const transferPowerOfAttorneyView = view('TransferPowerOfAttorney', {
  principal: value.text(powerOfAttorneyParts.principal),
  agent: value.text(powerOfAttorneyParts.agent),
  powers: value.code(attorneyPowers, powerOfAttorneyParts.powers),
  minimumPriceFen: value.maybe(value.fen(powerOfAttorneyParts.minimumPriceFen)),
  validTo: value.day(powerOfAttorneyParts.validTo),
  inForce: value.flag(powerOfAttorneyParts.inForce),
  blocker: value.maybe(blockerValue),
  file: value.maybe(value.href(powerOfAttorneyParts.file)),
});

export function powersOfAttorneyOf(facts: TransferFacts, reader: Actor): Of<typeof transferPowerOfAttorneyView>[] {
  const own = ownHouseholds(facts, reader);
  return facts.powersOfAttorney.map((powerOfAttorney) => {
    const whole = own.has(powerOfAttorney.principalId);
    const name = (text: string): string => (whole ? text : maskHead(text));
    const [blocker = null] = powerOfAttorneyFaults(facts, powerOfAttorney, facts.today, false);
    return {
      principal: name(powerOfAttorney.principalName),
      agent: name(powerOfAttorney.agentName),
      powers: powerOfAttorney.powers,
      minimumPriceFen: whole ? powerOfAttorney.minimumPriceFen : null,
      validTo: powerOfAttorney.validTo,
      inForce: inForce(powerOfAttorney, facts.today),
      blocker,
      file: reader.kind === 'staff' ? `/files/${powerOfAttorney.evidenceFileId}` : null,
    };
  });
}
