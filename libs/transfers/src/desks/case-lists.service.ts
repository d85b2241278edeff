import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, type Calendar, Clock, maskName, termText } from '#kernel';
import {
  type Asked,
  Calendars,
  Database,
  type Download,
  Lists,
  Shown,
  chipsOf,
  dueOf,
  listPage,
  listView,
  optionsOf,
  sheetOf,
  workbook,
} from '#platform';
import { termCells, termHeads } from '../applications/agreed.js';
import { Transfer, transferKinds } from '../transfer.entity.js';
import { type CaseRow, caseList, scopeOfCases } from '../transfer.list.js';
import { transferWorkflow } from '../transfer.workflow.js';
import { caseChips, caseFilterWords, caseWords } from '../transfer.words.js';

/** So many cases fit one workbook. */
const sheetRows = 2000;
const columns = [
  { field: 'number', width: 24 },
  'stateWord',
  { field: 'dueAt', width: 22 },
  'dueWords',
  { field: 'round', width: 8 },
  { field: 'place', width: 24 },
  { field: 'kind', width: 24 },
  'areaMu',
  'years',
  'priceFen',
  { field: 'transferor', width: 24 },
  { field: 'transferee', width: 30 },
  { field: 'createdAt', width: 18 },
  ...Object.keys(termHeads).map((field) => ({ field, width: 20 })),
];
const states = Object.entries(transferWorkflow.states).map(([value, { label }]) => ({ value, label }));

/** The list of cases a reader may see, on a page, to a program, and as a workbook. */
@Injectable()
export class CaseLists {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  async show(asked: Asked, me: Actor): Promise<Shown> {
    const page = await this.lists.page(caseList, asked, scopeOfCases(me, this.clock.today()));
    const rows = page.rows.map((row) => lineOf(row, me));
    const view = listView(caseList, asked, page, rows);
    return new Shown(view, async () => {
      const calendars = await this.calendars.everywhere();
      const state = optionsOf(caseFilterWords.state, states);
      const kind = optionsOf({ ...caseFilterWords.kind, ...transferKinds });
      const staff = me.kind === 'staff';
      return {
        title: staff ? caseWords.title : caseWords.own,
        ...listPage(caseList, asked, view, { state, kind, sort: optionsOf(caseFilterWords.sort) }),
        chips: chipsOf(
          caseList,
          asked,
          'state',
          caseChips.map((value) => state.find((each) => each.value === value)!),
        ),
        rows: rows.map((row) => this.item(row, calendars(row.officeCode))),
        start: { href: '/transfers/new', label: staff ? caseWords.enter : caseWords.apply },
      };
    });
  }

  /** The same as a workbook: of what is asked, the first two thousand. */
  async sheet(asked: Asked, me: Actor): Promise<Download> {
    const found = await this.lists.first(caseList, asked, scopeOfCases(me, this.clock.today()), sheetRows);
    const calendars = await this.calendars.everywhere();
    const records = await this.database.reader.findBy(Transfer, { id: In(found.map((row) => row.id)) });
    const agreed = new Map(records.map((record) => [record.id, termCells(record)]));
    const rows = found.map((row) => {
      const { stateTag, due, ...item } = this.item(lineOf(row, me), calendars(row.officeCode));
      return {
        ...item,
        ...agreed.get(row.id),
        stateWord: stateTag.label,
        dueWords: due?.words ?? '',
        years: termText({ start: row.termStart, end: row.termEnd }),
      };
    });
    const sheet = sheetOf(caseList, caseWords.sheet, columns, { ...caseWords, ...termHeads }, rows);
    return workbook(`${caseWords.sheet} ${this.clock.today()}.xlsx`, [sheet]);
  }

  private item(row: CaseRow, calendar: Calendar) {
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
function lineOf(row: CaseRow, me: Actor): CaseRow {
  return me.kind === 'staff' ? row : { ...row, transferor: maskName(row.transferor) };
}
