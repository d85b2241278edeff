import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type SeedWay,
  addMinutes,
  clockActor,
  drawAlgorithm,
  drawHash,
  drawOrder,
  drawRanks,
  seedOfNumbers,
} from '#kernel';
import type { Act, Reader, Tx } from '#platform';
import { DrawSubjects } from './draw-subjects.js';
import { DrawFinder } from './draw-finder.service.js';
import { Draw } from './draw.entity.js';
import type { DrawFacts } from './draw.rules.js';
import { listFrozen } from './draw.words.js';
import { drawWorkflow } from './draw.workflow.js';

/** A list to be drawn from. Labels are numbers that say nothing of a person to who does not know them already. */
export interface DrawPlan {
  /** What it is for; a draw without one is for itself. */
  subject?: string;
  subjectId?: string;
  title: string;
  officeCode: string;
  labels: readonly string[];
  wanted: number;
  seedBy: SeedWay;
}

/** The seed of a draw, and where it comes from. */
export type Seed = Pick<Draw, 'seed' | 'seedOrigin'> &
  Partial<Pick<Draw, 'seedStory' | 'observerId' | 'observerName' | 'witness'>>;

/** Draws as the records they are made for know them: a list is frozen and published, the result comes to `DrawSubjects`. */
@Injectable()
export class Draws {
  constructor(
    private readonly subjects: DrawSubjects,
    private readonly finder: DrawFinder,
  ) {}

  /** Freezes a list and hashes it; nobody sees it yet. Refuses `draw-once` where the same has its draw. */
  async freeze(act: Act, plan: DrawPlan): Promise<Draw> {
    const id = randomUUID();
    const { subject = 'draw', subjectId = id, title, officeCode, wanted, seedBy } = plan;
    const labels = drawOrder(plan.labels);
    return act.open(
      drawWorkflow,
      Draw,
      {
        ...{ id, subject, subjectId, title, officeCode, wanted, seedBy, labels, rulesDay: act.today, last: [] },
        ...{ algorithm: drawAlgorithm, listHash: drawHash({ subject, subjectId, wanted, labels }) },
        ...{ frozenAt: act.now, frozenBy: act.actor.accountId, frozenName: act.actor.name },
      },
      { action: 'freeze', label: listFrozen, detail: { labels: labels.length, wanted } },
    );
  }

  /** Freezes and publishes at once, in the clock's name: what follows from a rule is nobody's choice. */
  async open(act: Act, plan: DrawPlan): Promise<Draw> {
    const byRule = act.as(clockActor);
    const record = await this.freeze(byRule, plan);
    await this.publish(byRule, await this.finder.facts(act.tx, record, clockActor));
    return record;
  }

  /** From here on everybody can keep the hash; claimants are asked for their numbers, where the seed comes from them. */
  async publish(act: Act, facts: DrawFacts): Promise<void> {
    const { record, parameters } = facts;
    const step = act.actor === clockActor ? 'announce' : 'publish';
    await act.take(drawWorkflow, facts, step, { detail: { listHash: record.listHash } });
    record.publishedAt = act.now;
    await act.tx.update(Draw, { id: record.id }, { publishedAt: act.now });
    if (record.seedBy === 'observer') return;
    record.sealUntil = addMinutes(act.now, parameters.drawSealingHours * 60);
    await act.tx.update(Draw, { id: record.id }, { sealUntil: record.sealUntil });
    await act.as(clockActor).take(drawWorkflow, facts, 'call');
    await this.runUntil(act, record, record.sealUntil);
  }

  /** No number is sealed any more: they are opened, where there are two at the least; of one its owner would have chosen the seed. */
  async endSealing(act: Act, facts: DrawFacts): Promise<void> {
    const { record, parameters } = facts;
    if (facts.seals.length < 2) return this.handOver(act, facts);
    record.openUntil = addMinutes(act.now, parameters.drawOpeningHours * 60);
    await act.tx.update(Draw, { id: record.id }, { openUntil: record.openUntil });
    await act.as(clockActor).take(drawWorkflow, facts, 'unseal');
    await this.runUntil(act, record, record.openUntil);
  }

  /** No number is opened any more: those that are become the seed. */
  async endOpening(act: Act, facts: DrawFacts): Promise<void> {
    const opened = facts.seals.flatMap(({ label, number }) => (number === null ? [] : [[label, number] as const]));
    if (opened.length < 2) return this.handOver(act, facts);
    await this.sow(act.as(clockActor), facts, 'sum', {
      seed: seedOfNumbers(new Map(opened)),
      seedOrigin: 'sealed',
    });
  }

  /** The seed is there, and with it the result: told to whom it is for in the same act. */
  async sow(act: Act, facts: DrawFacts, step: 'seed' | 'sum', given: Seed): Promise<void> {
    const { record } = facts;
    const last = keptBack(facts);
    const { ranked } = drawRanks(record, given.seed ?? '', last);
    const found = { ...given, seededAt: act.now, last, ranked };
    await act.take(drawWorkflow, facts, step, { detail: { origin: given.seedOrigin } });
    Object.assign(record, found);
    await act.tx.update(Draw, { id: record.id }, found);
    await act.as(clockActor).take(drawWorkflow, facts, 'draw', { detail: { ranked } });
    await this.subjects.of(record)?.drawn(act, record, ranked);
  }

  /** What it was for has ended, so nothing is drawn any more. No open draw is no refusal. */
  async cancel(act: Act, subject: string, subjectId: string, reason: string): Promise<void> {
    const record = await this.finder.open(act.tx, subject, subjectId);
    if (!record) return;
    const facts = await this.finder.facts(act.tx, record, clockActor);
    await act.as(clockActor).take(drawWorkflow, facts, 'cancel', { remark: reason });
  }

  /** The draw of a record, if it has one. */
  of(reader: Reader | Tx, subject: string, subjectId: string): Promise<Draw | null> {
    return reader.findOneBy(Draw, { subject, subjectId });
  }

  private async handOver(act: Act, facts: DrawFacts): Promise<void> {
    await act.as(clockActor).take(drawWorkflow, facts, 'hand_over');
  }

  private runUntil(act: Act, record: Draw, dueAt: Date): Promise<void> {
    record.dueAt = dueAt;
    return act.keep(Draw, record.id, { dueAt });
  }
}

/** Who sealed and, though he could, did not open: also where an observer's seed takes the place of the numbers. */
const keptBack = ({ record, seals }: DrawFacts): string[] =>
  record.openUntil === null ? [] : seals.flatMap(({ label, openedAt }) => (openedAt === null ? [label] : []));
