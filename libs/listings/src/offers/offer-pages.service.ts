import { Injectable } from '@nestjs/common';
import { type Actor, Clock, reaches, scopesOf } from '#kernel';
import { OfficesService } from '#offices';
import { type Asked, Database, type Download, Lists, Shown, formOf, ofOffice, workbook } from '#platform';
import { errorXlsx, plannedUses } from '#rights';
import { workbookProblems } from './offer-sheet.problems.js';
import { offersOfVillage, villagesOf } from './offers.queries.js';
import { OfferWorkbookInput } from './offer-workbook.input.js';
import { lineList, ofWorkbook, workbookList } from './offer-workbook.list.js';
import type { OfferWorkbookPage } from './offer-workbook.view.js';
import { OfferWorkbooks } from './offer-workbooks.service.js';
import { sheetColumns, sheetName, sheetNow, usesSheet } from './offer-sheet.words.js';

/** Workbooks of a village's offers: their list, one with its rows, the empty sheet, and what was wrong. */
@Injectable()
export class OfferPages {
  constructor(
    private readonly lists: Lists,
    private readonly database: Database,
    private readonly offices: OfficesService,
    private readonly workbooks: OfferWorkbooks,
    private readonly clock: Clock,
  ) {}

  async show(asked: Asked, me: Actor) {
    const villages = await villagesOf(this.database.reader, scopesOf(me));
    const named = Object.fromEntries(villages.map(({ code, name }) => [code, name]));
    return this.lists.show(
      workbookList,
      asked,
      ofOffice('w.office_code', ...scopesOf(me)),
      (row) => row,
      () => ({ villages, named, fields: formOf(OfferWorkbookInput, { choices: { village: named } }) }),
    );
  }

  async one(asked: Asked, id: string, me: Actor): Promise<Shown<OfferWorkbookPage>> {
    const about = await this.workbooks.see(id, me);
    const place = await this.offices.placeName(about.officeCode);
    const shown = await this.lists.show(
      lineList,
      asked,
      ofWorkbook(id),
      (row) => row,
      () => ({
        ...{ place, working: ['checking', 'running'].includes(about.status) },
        runnable: about.status === 'checked' && about.good > 0,
      }),
    );
    return new Shown({ ...about, ...shown.view }, shown.page);
  }

  /** The village's households and parcels, with what stands in the way; nobody's number. */
  async template(village: string, me: Actor): Promise<Download> {
    if (!reaches(me, village)) throw workbookProblems.notFound();
    const rows = await offersOfVillage(this.database.reader, village, this.clock.today());
    const { terms, ...known } = sheetColumns;
    const wide = [known.contractor, known.parcel] as string[];
    const heads = [...Object.values(known), ...Object.values(terms)];
    const none = Object.keys(terms).map(() => '');
    const uses = Object.values(plannedUses).map((words) => [words]);
    return workbook(sheetName(await this.offices.placeName(village)), [
      {
        name: sheetName('').replace(/\.\w+$/, ''),
        columns: heads.map((head) => ({ head, width: wide.includes(head) ? 24 : 14 })),
        rows: rows.map(({ contractor, household, parcel, name, areaMu, endsOn, taken, offered }) => [
          ...['', contractor, household, parcel, name, areaMu, endsOn],
          ...[taken ? sheetNow.taken : offered ? sheetNow.offered : sheetNow.free, ...none],
        ]),
      },
      { name: usesSheet, columns: [{ head: terms.purpose, width: 40 }], rows: uses },
    ]);
  }

  /** The rows that make no draft, for their author to mend. */
  async errors(id: string, me: Actor): Promise<Buffer> {
    await this.workbooks.read(id, me);
    return errorXlsx(
      await this.database.ask<Parameters<typeof errorXlsx>[0][number] & Record<string, unknown>>(
        `SELECT row_number AS "rowNumber", field, reason, parcel_code AS shown FROM offer_line WHERE workbook_id = $1 AND outcome = 'bad' ORDER BY row_number`,
        [id],
      ),
    );
  }
}
