import { Injectable } from '@nestjs/common';
import { type Actor, reaches } from '#kernel';
import { type Act, Database, ParameterStore, type Reader, type Tx } from '#platform';
import { DrawSubjects } from './draw-subjects.js';
import { Draw, DrawSeal } from './draw.entity.js';
import { drawProblems } from './draw.problems.js';
import type { DrawFacts } from './draw.rules.js';

/** Gathers a draw; until its hash is public it is there for its county's staff alone. */
@Injectable()
export class DrawFinder {
  constructor(
    private readonly database: Database,
    private readonly parameters: ParameterStore,
    private readonly subjects: DrawSubjects,
  ) {}

  async locked({ tx, actor }: Act, id: string): Promise<DrawFacts> {
    return this.seen(tx, await this.lockedRow(tx, { id }), actor);
  }

  async read(id: string, actor: Actor): Promise<DrawFacts> {
    const { reader } = this.database;
    return this.seen(reader, await reader.findOneBy(Draw, { id }), actor);
  }

  /** The draw of a record that has not come to its end, locked. */
  async open(tx: Tx, subject: string, subjectId: string): Promise<Draw | null> {
    const record = await this.lockedRow(tx, { subject, subjectId });
    return record && record.state !== 'drawn' && record.state !== 'cancelled' ? record : null;
  }

  async facts(reader: Reader | Tx, record: Draw, actor: Actor): Promise<DrawFacts> {
    const seals = await reader.find(DrawSeal, { where: { drawId: record.id }, order: { label: 'ASC' } });
    const parameters = await this.parameters.at(reader, record.rulesDay);
    const ownLabel = (await this.subjects.of(record)?.labelOf(reader, record, actor)) ?? null;
    return { record, seals, parameters, ownLabel, belongsTo: (who) => who === actor && ownLabel !== null };
  }

  private lockedRow(tx: Tx, where: { id: string } | { subject: string; subjectId: string }): Promise<Draw | null> {
    return tx.findOne(Draw, { where, lock: { mode: 'pessimistic_write' } });
  }

  private async seen(reader: Reader | Tx, record: Draw | null, actor: Actor): Promise<DrawFacts> {
    if (!record || (record.publishedAt === null && actor.kind !== 'clock' && !reaches(actor, record.officeCode)))
      throw drawProblems.notFound();
    return this.facts(reader, record, actor);
  }
}
