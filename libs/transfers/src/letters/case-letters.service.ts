import { Injectable } from '@nestjs/common';
import { type Letter, type Paper, type PaperViews, PapersService, paperLetters } from '#papers';
import type { Act, Tx } from '#platform';
import { CaseSketch } from '../views/land-sketch.service.js';
import type { TransferFacts } from '../transfer.facts.js';
import { landView } from '../deal.view.js';

/** Whose paper it is: the case's, kept at its office; every party to the case may look at it. */
export function aboutCase({ record, parties }: Pick<TransferFacts, 'record' | 'parties'>) {
  return { subject: 'transfer', subjectId: record.id, officeCode: record.officeCode, partyIds: [...parties] };
}

/** How any paper of a case comes about, in the act that brings it about. */
@Injectable()
export class CaseLetters {
  constructor(
    readonly papers: PapersService,
    private readonly sketches: CaseSketch,
  ) {}

  /** A paper that is told of when the act is done. */
  async issue<Kind extends keyof PaperViews>(
    act: Act,
    kind: Kind,
    facts: TransferFacts,
    view: PaperViews[Kind],
  ): Promise<void> {
    await this.papers.issueLast(act, paperLetters[kind] as Letter<[object]>, aboutCase(facts), view);
  }

  /** A paper whose number the act goes on with. */
  async numbered<Kind extends keyof PaperViews>(
    act: Act,
    kind: Kind,
    facts: TransferFacts,
    view: PaperViews[Kind],
  ): Promise<Paper> {
    return this.papers.issue(act, paperLetters[kind] as Letter<[object]>, aboutCase(facts), view);
  }

  /** The papers of the case so far, the oldest first. */
  async issued(tx: Tx, { record }: TransferFacts): Promise<Paper[]> {
    return this.papers.of(tx, 'transfer', record.id);
  }

  /** The case's parcels with their sketch. */
  async land(tx: Tx, facts: TransferFacts): Promise<ReturnType<typeof landView>> {
    return landView(facts, await this.sketches.paper(tx, facts));
  }
}
