import { Injectable } from '@nestjs/common';
import { Clock, clockActor } from '#kernel';
import { Calendars, Database, Deadlines, Shown, deadlineOf, dueView, historyOf, whyView } from '#platform';
import { type Paper, PapersService, kindOf } from '#papers';
import { contractEnding } from '../contract-ending.js';
import { TransferReader } from '../facts/transfer-facts.service.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { FollowedCaseSeen } from './followed.view.js';

/** What whoever holds a receipt is told of his case: no names, no terms of others. */
@Injectable()
export class FollowedCase {
  constructor(
    private readonly database: Database,
    private readonly cases: TransferReader,
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly papers: PapersService,
  ) {}

  async of(id: string): Promise<Shown<FollowedCaseSeen>> {
    const facts = await this.cases.read(id, clockActor);
    const { record, term, notice } = facts;
    const { reader } = this.database;
    const deadline = await this.deadlines.running(reader, 'transfer', id);
    const calendar = await this.calendars.current(record.officeCode);
    const papers = await this.papers.of(reader, 'transfer', id);
    const letters = papers.filter(({ kind }) => kindOf(kind).tells);
    const history = await historyOf(reader, 'transfer', id);
    const { place, mode, areaMu, round, state } = record;
    const view = {
      ...{ number: record.number ?? '', place, mode, areaMu, start: term.start, end: term.end, round, state },
      deadline: deadline && deadlineOf(deadline),
      noticeId: notice && state === 'on_notice' ? notice.id : null,
      ...renewing(facts, papers),
      steps: history
        .filter((line) => line.toState !== null && line.toState !== line.fromState)
        .map(({ label, moment: at }) => ({ label, at })),
      letters: letters.map(({ kind, number, madeOn }) => ({ kind, number, madeOn })),
    };
    return new Shown(view, {
      due: deadline && dueView(deadline, this.clock.now(), calendar),
      why: deadline && whyView(deadline),
    });
  }
}

/** When a renewal is asked for, once both parties were told that the term ends and nobody has asked yet. */
function renewing(facts: TransferFacts, papers: readonly Paper[]): Pick<FollowedCaseSeen, 'renewFrom' | 'renewBy'> {
  const { record, term, renewal } = facts;
  if (record.state !== 'in_force' || record.remindedAt === null || renewal !== null)
    return { renewFrom: null, renewBy: null };
  return { renewFrom: contractEnding(facts, papers).requestFrom, renewBy: term.end };
}
