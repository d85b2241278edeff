import { Injectable } from '@nestjs/common';
import { type Actor, reaches, speaksFor } from '#kernel';
import { CasesService } from '#cases';
import { type Act, Database, type Reader, type Tx } from '#platform';
import { Barring } from './barring.entity.js';
import { barringReaders } from './barring.list.js';
import { barringProblems } from './barring.problems.js';
import type { BarringFacts } from './barring.rules.js';

/** Gathers a bar; to everybody but the county's desks and its party it is not there. */
@Injectable()
export class BarringFinder {
  constructor(
    private readonly database: Database,
    private readonly cases: CasesService,
  ) {}

  async locked({ tx, actor }: Act, id: string): Promise<BarringFacts> {
    const record = await tx.findOne(Barring, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return this.gather(tx, record, actor);
  }

  async read(id: string, actor: Actor): Promise<BarringFacts> {
    const { reader } = this.database;
    return this.gather(reader, await reader.findOneBy(Barring, { id }), actor);
  }

  private async gather(reader: Reader | Tx, record: Barring | null, actor: Actor): Promise<BarringFacts> {
    if (!record) throw barringProblems.notFound();
    const belongsTo = (who: Actor): boolean => speaksFor(who) === record.partyId;
    if (actor.kind !== 'clock' && !reaches(actor, record.officeCode, ...barringReaders) && !belongsTo(actor))
      throw barringProblems.notFound();
    return { record, belongsTo, appeals: await this.cases.about(reader, 'barring', record.id) };
  }
}
