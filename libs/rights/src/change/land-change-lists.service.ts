import { Injectable } from '@nestjs/common';
import { type Actor, scopesOf } from '#kernel';
import { OfficesService } from '#offices';
import { type Asked, Lists, ofOffice } from '#platform';
import { type LandChangeRow, landChangeList } from './land-change.list.js';

/** The list of changes of the register, in a person's offices. */
@Injectable()
export class LandChangeLists {
  constructor(
    private readonly lists: Lists,
    private readonly offices: OfficesService,
  ) {}

  show(asked: Asked, me: Actor) {
    const scope = ofOffice('c.office_code', ...scopesOf(me));
    return this.lists.show(landChangeList, asked, scope, this.placed(), async () => ({
      options: { office: await this.offices.choicesFor(me, asked.filters['office']) },
    }));
  }

  private async placed() {
    const names = await this.offices.names();
    return (row: LandChangeRow) => ({ ...row, place: names.place(row.officeCode) });
  }
}
