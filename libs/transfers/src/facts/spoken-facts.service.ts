import { Injectable } from '@nestjs/common';
import type { Parameters } from '#kernel';
import { ConsentsService, DecisionsService, collectiveDecided, decisionFacts } from '#parties';
import type { Reader, Tx } from '#platform';
import { consentTexts, consentedIn } from '../consent.letter.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { Transfer } from '../transfer.entity.js';
import { deskRemarks } from '../transfer.words.js';
import type { ParcelFact } from '../transfers.queries.js';

/** By what transferors speak: each member's consent, the collective's decision, the letter to an agent. */
@Injectable()
export class SpokenFacts {
  constructor(
    private readonly given: ConsentsService,
    private readonly decisions: DecisionsService,
  ) {}

  /** Who of each household has said yes to these very terms, and to whom it gave a letter. */
  said(
    reader: Reader | Tx,
    deal: Pick<TransferFacts, 'record' | 'term' | 'parcels' | 'takerCode'>,
    transferors: readonly string[],
  ): ReturnType<ConsentsService['facts']> {
    const { aboutKind, aboutId } = consentedIn(deal.record);
    return this.given.facts(reader, aboutKind, aboutId, transferors, (householdId) => consentTexts(deal, householdId));
  }

  /** Land that is not contracted out rests on its own collective's decision; another's does not count. */
  async decision(
    reader: Reader | Tx,
    found: Transfer,
    parcels: readonly ParcelFact[],
    { acceptedDecisionBodies }: Parameters,
    outsider: boolean,
  ): Promise<Pick<TransferFacts, 'decided' | 'decision' | 'outsider'>> {
    if (found.kind !== 'collective') return { decided: null, decision: [], outsider };
    const made = await this.decisions.find(reader, found.decisionId);
    const decided = made?.issuerCode === found.issuerCode ? made : null;
    const asked = {
      ...{ outsider, accepted: acceptedDecisionBodies, transfereeId: found.transfereeId, areaMu: found.areaMu },
      byPriority: found.replacesId !== null && !outsider,
      parcelCodes: parcels.map((parcel) => parcel.code),
    };
    const missing = collectiveDecided(decided ? decisionFacts(decided) : undefined, asked);
    const way = { href: `/transfers/${found.id}#consents`, label: deskRemarks.decision };
    return { decided, decision: missing ? [{ ...missing, way }] : [], outsider };
  }
}
