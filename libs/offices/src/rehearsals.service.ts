import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor, Day } from '#kernel';
import { type Act, Acts, Database, type Elsewhere } from '#platform';
import { type ChangeCounts, type CountyFile, CountyService } from './county.service.js';
import { type Rehearsal, countsOf, rehearsalOf } from './county.view.js';
import { officeProblems } from './offices.problems.js';
import { changesSql, unknownSql } from './offices.queries.js';

interface RehearsalRow {
  fileName: string;
  content: string;
  successors: string;
  onDay: Day;
  confirmedAt: Date | null;
}

/** A rehearsal as its act knows it. */
export interface RehearsalFacts {
  record: { id: string; file: CountyFile; confirmed: boolean };
}

/** A change of divisions is looked at before it is done: the file waits here until somebody confirms it. */
@Injectable()
export class RehearsalsService {
  constructor(
    private readonly database: Database,
    private readonly county: CountyService,
    private readonly acts: Acts,
  ) {}

  /** Reads the file, refuses it if it is wrong, and keeps it for confirmation. */
  async prepare(file: CountyFile, actor: Actor): Promise<string> {
    await this.county.rehearse(file);
    const id = randomUUID();
    await this.acts.begin(actor, (act) =>
      act.tx.query(
        `INSERT INTO division_rehearsal (id, file_name, content, successors, on_day, made_by, made_at) VALUES ($1,$2,$3,$4,$5,$6,$7)`,
        [id, file.fileName, file.text, file.successors, file.on, actor.accountId, act.now],
      ),
    );
    return id;
  }

  async see(id: string): Promise<Rehearsal> {
    const { file, confirmed } = await this.found(id);
    const { counts, diff } = await this.county.rehearse(file);
    return rehearsalOf(id, file, counts, diff, confirmed);
  }

  /** The change is made: what was looked at is loaded. */
  async confirm(act: Act, { record }: RehearsalFacts): Promise<Elsewhere> {
    const { id, file, confirmed } = record;
    if (confirmed) throw officeProblems.alreadyLoaded();
    const counts = await this.county.loadIn(act, file);
    await act.tx.query('UPDATE division_rehearsal SET confirmed_at = $2 WHERE id = $1', [id, act.now]);
    return { things: 'county', id: '', view: countsOf(counts) };
  }

  async locked(act: Act, id: string): Promise<RehearsalFacts> {
    await act.tx.query('SELECT id FROM division_rehearsal WHERE id = $1 FOR UPDATE', [id]);
    return this.read(id);
  }

  async read(id: string): Promise<RehearsalFacts> {
    return { record: { id, ...(await this.found(id)) } };
  }

  changes(): Promise<
    { id: string; fileName: string; onDay: Day; loadedBy: string; loadedAt: Date; counts: ChangeCounts }[]
  > {
    return this.database.ask(changesSql);
  }

  /** Villages that are gone and wait for a successor, of one town. */
  waiting(town: string): Promise<{ code: string; onDay: Day; records: number }[]> {
    return this.database.ask(unknownSql, [town.slice(0, 9)]);
  }

  private async found(id: string): Promise<{ file: CountyFile; confirmed: boolean }> {
    const [row] = await this.database.ask<RehearsalRow>(
      `SELECT file_name AS "fileName", content, successors, on_day AS "onDay", confirmed_at AS "confirmedAt" FROM division_rehearsal WHERE id = $1`,
      [id],
    );
    if (!row) throw officeProblems.noRehearsal();
    const file = { fileName: row.fileName, text: row.content, successors: row.successors, on: row.onDay };
    return { file, confirmed: row.confirmedAt !== null };
  }
}
