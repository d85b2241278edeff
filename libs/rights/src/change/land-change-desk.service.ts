import { Injectable } from '@nestjs/common';
import { type Actor, Clock, reaches } from '#kernel';
import { OfficesService } from '#offices';
import { type Act, Database, Files, Shown, Steps, historyOf, offersOf } from '#platform';
import type { LandChangeFacts } from '../land-change.entity.js';
import { landChangeProblems } from '../land-change.problems.js';
import { landChangeWorkflow } from '../land-change.workflow.js';
import { landChangeActs } from './land-change.acts.js';
import { type LandChangeView, landChangeOf } from './land-change.view.js';
import { changeOf, parcelsOfChange, rightsOnChange } from './land-changes.queries.js';
import { RightSubjects } from './right-subjects.js';

/** Changes of the register that wait to be decided, and those that were. */
@Injectable()
export class LandChangeDesk {
  constructor(
    private readonly database: Database,
    private readonly material: Files,
    private readonly steps: Steps,
    private readonly places: OfficesService,
    private readonly subjects: RightSubjects,
    private readonly clock: Clock,
  ) {}

  async locked({ tx, actor }: Act, id: string): Promise<LandChangeFacts> {
    return { record: this.seen(await changeOf(tx, id, true), actor) };
  }

  async read(id: string, me: Actor): Promise<LandChangeFacts> {
    return { record: this.seen(await changeOf(this.database.reader, id), me) };
  }

  async see(id: string, me: Actor): Promise<Shown<LandChangeView>> {
    const { reader } = this.database;
    const { record } = await this.read(id, me);
    const now = this.clock.now();
    const rights = await rightsOnChange(reader, id);
    const acts = offersOf(
      landChangeActs,
      { record },
      this.steps.open(landChangeWorkflow, { record }, me, now),
      me,
      now,
    );
    const seen = {
      ...{ record, acts, rights },
      place: await this.places.placeName(record.officeCode),
      parcels: await parcelsOfChange(reader, id),
      numbers: await this.subjects.numbers(reader, rights),
      files: await this.material.of(reader, 'land_change', id),
      history: await historyOf(reader, 'land_change', id),
    };
    return new Shown(landChangeOf(seen), { acts });
  }

  private seen<Change extends { officeCode: string }>(record: Change, me: Actor): Change {
    if (!reaches(me, record.officeCode)) throw landChangeProblems.notFound();
    return record;
  }
}
