import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, type Calendar, Clock, maskName, termText } from '#kernel';
import { OfficesService } from '#offices';
import { type Asked, Calendars, Database, type Download, Lists, ManyActs, dueOf } from '#platform';
import { termCells } from '../agreed.js';
import { Transfer } from '../transfer.entity.js';
import { type TransferRow, transferList, scopeOfTransfers } from '../transfer.list.js';
import { transferWorkflow } from '../transfer.workflow.js';
import { transferLabels, transferWords } from '../transfer.words.js';

/** The list of cases a reader may see, on a page, to a program, and as a workbook. */
@Injectable()
export class TransferLists {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly calendars: Calendars,
    private readonly offices: OfficesService,
    private readonly clock: Clock,
    private readonly many: ManyActs,
  ) {}

  async show(asked: Asked, me: Actor) {
    const scope = scopeOfTransfers(me, this.clock.today());
    const staff = me.kind === 'staff';
    return this.lists.show(
      transferList,
      asked,
      scope,
      (row) => lineOf(row, me),
      async (lines) => {
        const [calendars, office] = [await this.calendars.everywhere(), await this.offices.choicesFor(me)];
        return {
          options: { office },
          title: staff ? transferLabels.title : transferWords.own,
          rows: lines.map((row) => this.item(row, calendars(row.officeCode))),
          acts: this.many.offers('transfer', lines, me),
          start: { href: '/transfers/new', label: staff ? transferWords.enter : transferWords.apply },
          ...(staff ? {} : { sheet: '' }),
        };
      },
    );
  }

  /** The same as a workbook, with what was agreed. */
  async sheet(asked: Asked, me: Actor): Promise<Download> {
    const scope = scopeOfTransfers(me, this.clock.today());
    const calendars = await this.calendars.everywhere();
    return this.lists.sheet(transferList, asked, scope, async (rows) => {
      const records = await this.database.reader.findBy(Transfer, { id: In(rows.map((row) => row.id)) });
      const agreed = new Map(records.map((record) => [record.id, termCells(record)]));
      return rows.map((row) => {
        const { stateTag, due, ...item } = this.item(lineOf(row, me), calendars(row.officeCode));
        return {
          ...item,
          ...agreed.get(row.id),
          stateWord: stateTag.label,
          dueWords: due?.words ?? '',
          years: termText({ start: row.termStart, end: row.termEnd }),
        };
      });
    });
  }

  private item(row: TransferRow, calendar: Calendar) {
    const state = transferWorkflow.states[row.state];
    const timed = row.dueAt !== null && (state.within !== undefined || row.state === 'correction');
    return {
      ...row,
      stateTag: { label: state.label, tone: state.tone ?? '' },
      due: timed && row.dueAt ? dueOf(row.dueAt, this.clock.now(), calendar) : null,
    };
  }
}

/** Parties see of who gives the land what the public sees. */
function lineOf(row: TransferRow, me: Actor): TransferRow {
  return me.kind === 'staff' ? row : { ...row, transferor: maskName(row.transferor) };
}
