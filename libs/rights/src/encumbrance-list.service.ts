import { Injectable } from '@nestjs/common';
import { type Actor, scopesOf } from '#kernel';
import { OfficesService } from '#offices';
import { type Asked, Database, type Download, Lists, ofOffice } from '#platform';
import { encumbranceList } from './encumbrance.list.js';
import { mayEncumber } from './encumbrance.posts.js';
import { mortgageesSql } from './encumbrances.queries.js';

const scopeOf = (me: Actor) => ofOffice('e.office_code', ...scopesOf(me));

/** The list of mortgages: a page of it, and as a workbook. */
@Injectable()
export class EncumbranceLists {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly offices: OfficesService,
  ) {}

  show(asked: Asked, me: Actor) {
    return this.lists.show(
      encumbranceList,
      asked,
      scopeOf(me),
      (row) => row,
      async () => ({
        options: {
          office: await this.offices.choicesFor(me, asked.filters['office']),
          mortgagee: await this.mortgagees(me),
        },
        enter: mayEncumber(me) ? '/encumbrances/object' : '',
      }),
    );
  }

  async sheet(asked: Asked, me: Actor): Promise<Download> {
    const names = await this.offices.names();
    return this.lists.sheet(encumbranceList, asked, scopeOf(me), (rows) =>
      rows.map((row) => ({ ...row, place: names.place(row.officeCode) })),
    );
  }

  /** Who has mortgages in this person's offices, as choices. */
  private async mortgagees(me: Actor): Promise<{ value: string; label: string }[]> {
    const rows = await this.database.ask<{ name: string }>(mortgageesSql, [scopesOf(me).map((scope) => `${scope}%`)]);
    return rows.map(({ name }) => ({ value: name, label: name }));
  }
}
