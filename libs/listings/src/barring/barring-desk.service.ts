import { Inject, Injectable } from '@nestjs/common';
import { type Day, addDays, addMonths, clockActor, dueDayOf, startOf, within } from '#kernel';
import { PapersService } from '#papers';
import {
  type Act,
  CONFIG,
  type Config,
  type Elsewhere,
  Files,
  type Heard,
  type Sound,
  ParameterStore,
  isFaulty,
} from '#platform';
import type { InterestFacts } from '../interests/interest.rules.js';
import { Barring } from './barring.entity.js';
import type { BarringAnswerInput, BarringDecisionInput, BarringInput, BarringReasonInput } from './barring.input.js';
import { barringDecision, barringLift, barringProposal } from './barring.letter.js';
import { barringFaults, barringProblems } from './barring.problems.js';
import type { BarringFacts } from './barring.rules.js';
import { barringLines } from './barring.words.js';
import { barringWorkflow } from './barring.workflow.js';

/** 违约禁入：told first, heard, decided by another person, and over on its last day. */
@Injectable()
export class BarringDesk {
  constructor(
    private readonly papers: PapersService,
    private readonly files: Files,
    private readonly parameters: ParameterStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'county'>,
  ) {}

  /** Proposes it, and writes the letter that tells the party. Its length is what the county had set when the party registered. */
  async bar(act: Act, facts: InterestFacts, { reason, rule, untilDay }: BarringInput): Promise<Elsewhere> {
    const { record: interest, parameters } = facts;
    if (!facts.defaulted) throw barringProblems.noDefault();
    if (facts.standing !== null) throw barringProblems.twice();
    const record = await act.open(
      barringWorkflow,
      Barring,
      {
        ...{ number: null, officeCode: within(interest.officeCode, 'county'), rulesDay: act.today },
        ...{ partyId: interest.partyId, partyName: interest.partyName, interestId: interest.id },
        ...{ lotNumber: interest.listingNumber, place: interest.place, reason, rule },
        ...{ months: parameters.barringMonths, proposedUntil: (untilDay as Day | undefined) ?? null },
        ...{ proposedBy: act.actor.name, proposedAccountId: act.actor.accountId, proposedAt: act.now },
      },
      { action: 'propose', label: barringLines.proposed, detail: { lot: interest.listingNumber } },
    );
    const answerBy = record.dueAt === null ? act.today : dueDayOf(record.dueAt);
    const paper = await this.papers.issue(act, barringProposal, paperOf(record), record, answerBy, this.phone);
    await act.keep(Barring, record.id, { number: paper.number });
    return { things: 'barrings', id: record.id };
  }

  barFaults({ today }: Act, { parameters: { barringMonths: months } }: InterestFacts, input: Sound<BarringInput>) {
    const faults = lengthFaults(months, input);
    return input.untilDay && months === null && input.untilDay <= today ? [...faults, barringFaults.days()] : faults;
  }

  async answer(act: Act, facts: BarringFacts, { said, proof = [] }: BarringAnswerInput): Promise<void> {
    const { id, partyId } = facts.record;
    await this.write(act, facts, { answer: said, answeredAt: act.now });
    const about = { subject: 'barring', subjectId: id, kind: 'evidence', partyIds: [partyId] };
    for (const each of proof) await this.files.attach(act, each, about);
    await act.take(barringWorkflow, facts, 'answer');
  }

  /** Written before the step, since the database asks for the days of what is decided. */
  async decide(act: Act, facts: BarringFacts, { findings, fromDay, untilDay }: BarringDecisionInput): Promise<void> {
    const { record } = facts;
    const days = { fromDay: fromDay as Day, untilDay: lastDay(record, fromDay as Day, untilDay as Day | undefined) };
    await this.write(act, facts, { findings, ...days, decidedBy: act.actor.name, decidedAt: act.now });
    await act.take(barringWorkflow, facts, 'decide', { detail: days });
    const { barringAppealWorkingDays } = await this.parameters.at(act.tx, act.today);
    const asked = [record, barringAppealWorkingDays, this.phone] as const;
    const { number } = await this.papers.issue(act, barringDecision, paperOf(record), ...asked);
    await act.keep(Barring, record.id, { decisionNumber: number, dueAt: startOf(addDays(days.untilDay, 1)) });
  }

  decideFaults(_act: Act, { record }: BarringFacts, input: Sound<BarringDecisionInput>): Heard[] {
    const { months, proposedUntil } = record;
    const { fromDay, untilDay } = input;
    const faults: Heard[] = lengthFaults(months, input);
    if (months !== null || !untilDay) return faults;
    if (proposedUntil !== null && untilDay > proposedUntil) faults.push(barringFaults.heavier(proposedUntil));
    if (fromDay && untilDay <= fromDay) faults.push(barringFaults.days());
    return faults;
  }

  async drop(act: Act, facts: BarringFacts, { reason }: BarringReasonInput): Promise<void> {
    await this.write(act, facts, { endedReason: reason });
    await act.take(barringWorkflow, facts, 'drop', { remark: reason });
  }

  async lift(act: Act, facts: BarringFacts, { reason }: BarringReasonInput): Promise<void> {
    const { record } = facts;
    await this.write(act, facts, { endedReason: reason });
    await act.take(barringWorkflow, facts, 'lift', { remark: reason });
    await this.papers.issue(act, barringLift, paperOf(record), record, act.today, this.phone);
  }

  /** An appeal stands; its own letter says so. */
  async quash(act: Act, facts: BarringFacts, reason: string): Promise<void> {
    await this.write(act, facts, { endedReason: reason });
    await act.as(clockActor).take(barringWorkflow, facts, 'quash', { remark: reason });
  }

  /** By the clock: the time to answer is over, or its last day. */
  async settle(act: Act, facts: BarringFacts): Promise<void> {
    await act.take(barringWorkflow, facts, facts.record.state === 'proposed' ? 'close' : 'lapse');
  }

  private get phone(): string {
    return this.config.county.phone;
  }

  private async write(act: Act, { record }: BarringFacts, changes: Partial<Barring>): Promise<void> {
    Object.assign(record, changes);
    await act.tx.update(Barring, { id: record.id }, changes);
  }
}

const paperOf = ({ id, officeCode, partyId }: Barring) => ({
  ...{ subject: 'barring', subjectId: id, officeCode, partyIds: [partyId] },
});

/** So many months end on the day before the corresponding one (民法典第二百零二条). */
const lastDay = ({ months, proposedUntil }: Barring, from: Day, asked: Day | undefined): Day =>
  months === null ? (asked ?? proposedUntil ?? from) : addDays(addMonths(from, months), -1);

/** Where the county has set the time, nobody writes another; where it has set none, somebody must. */
function lengthFaults(months: number | null, input: { readonly untilDay?: string | undefined }): Heard[] {
  if (months !== null) return input.untilDay ? [barringFaults.set(months)] : [];
  return input.untilDay || isFaulty(input, 'untilDay') ? [] : [barringFaults.noneSet()];
}
