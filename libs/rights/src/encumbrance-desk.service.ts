import { Injectable } from '@nestjs/common';
import { type Actor, Clock, reaches } from '#kernel';
import { type Act, Database, Files, type Reader, Shown, type Tx, historyOf, offersOf } from '#platform';
import { OfficesService } from '#offices';
import { type EncumbranceFacts, encumbranceActs } from './encumbrance.acts.js';
import { type Mortgage, mortgageOf } from './encumbrance.view.js';
import { type EncumbranceRow, encumbranceRow } from './encumbrances.queries.js';
import { rightProblems } from './right.problems.js';

/** Mortgages at the desk: entered from papers, ended with the bank's own document. */
@Injectable()
export class EncumbranceDesk {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly offices: OfficesService,
    private readonly clock: Clock,
  ) {}

  /** For an act on a mortgage; what may no longer be done, the act itself says under its lock. */
  async locked({ tx, actor }: Act, id: string): Promise<EncumbranceFacts> {
    return { record: await this.seen(id, actor, tx) };
  }

  async read(id: string, me: Actor): Promise<EncumbranceFacts> {
    return { record: await this.seen(id, me) };
  }

  async see(id: string, me: Actor): Promise<Shown<Mortgage>> {
    const row = await this.seen(id, me);
    const { reader } = this.database;
    const files = await this.files.of(reader, 'encumbrance', id);
    const history = await historyOf(reader, 'encumbrance', id);
    const place = await this.offices.placeName(row.officeCode);
    const acts = offersOf(encumbranceActs, { record: row }, [], me, this.clock.now());
    return new Shown(mortgageOf(row, { files, history, place, acts }), { acts });
  }

  private async seen(id: string, me: Actor, reader: Reader | Tx = this.database.reader): Promise<EncumbranceRow> {
    const row = await encumbranceRow(reader, id);
    if (!row || !reaches(me, row.officeCode)) throw rightProblems.encumbranceNotFound();
    return row;
  }
}
