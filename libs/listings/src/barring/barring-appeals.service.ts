import { Injectable } from '@nestjs/common';
import { speaksFor } from '#kernel';
import { CasesService } from '#cases';
import type { Act, Elsewhere } from '#platform';
import { barringAppeal } from './barring-appeal.case.js';
import type { BarringAppealInput } from './barring.input.js';
import { barringProblems } from './barring.problems.js';
import type { BarringFacts } from './barring.rules.js';

/** Takes in appeals against bars, from the party alone: its account, or a clerk at whose counter it stands. */
@Injectable()
export class BarringAppeals {
  constructor(private readonly cases: CasesService) {}

  async appeal(act: Act, { record, belongsTo }: BarringFacts, input: BarringAppealInput): Promise<Elsewhere> {
    const { actor } = act;
    if (!belongsTo(actor)) throw barringProblems.notFound();
    const { topic, facts, request, evidence = [] } = input;
    const { file } = await this.cases.receive(
      act,
      barringAppeal,
      {
        ...{ topic, facts, request, relation: '', partyId: speaksFor(actor), name: record.partyName, contact: null },
        channel: actor.kind === 'staff' ? 'station' : 'page',
        ...{ subject: 'barring', subjectId: record.id, subjectNumber: record.decisionNumber ?? '' },
        ...{ officeCode: record.officeCode, town: '', village: '', areaMu: null },
      },
      { kind: 'evidence', received: evidence },
    );
    return { things: 'cases', id: file.id };
  }
}
