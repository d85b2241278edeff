import { Controller, Get } from '@nestjs/common';
import { type Actor, scopesOf, staffPosts } from '#kernel';
import { OfficesService } from '#offices';
import {
  type Asked,
  Asks,
  type Download,
  ForPosts,
  Gives,
  Lists,
  Me,
  Page,
  generalProblems,
  listValue,
  ofOffice,
  value,
  Sends,
  sentTypes,
} from '#platform';
import { registerList } from './register.list.js';
import { registerLabels } from './register.words.js';

/** A page of the register; a household's place is known when it is read. */
const registerPageView = listValue(registerList, { place: value.text(registerLabels.fields.place) });

/** The households of a reader's own offices. */
@Controller('register')
export class RegisterListController {
  constructor(
    private readonly lists: Lists,
    private readonly offices: OfficesService,
  ) {}

  @Get()
  @Page('register/index', { wide: true })
  @Gives(registerPageView)
  async list(@Asks(registerList) asked: Asked, @Me() me: Actor) {
    const scopes = scopesOf(me);
    if (scopes.length === 0) throw generalProblems.notFound();
    const names = await this.offices.names();
    return this.lists.show(
      registerList,
      asked,
      ofOffice('h.office_code', ...scopes),
      (row) => ({ ...row, place: names.place(row.officeCode) }),
      async () => ({ options: { office: await this.offices.choicesFor(me, asked.filters['office']) } }),
    );
  }

  @ForPosts(...staffPosts)
  @Get('sheet')
  @Sends(sentTypes.sheet)
  async sheet(@Asks(registerList) asked: Asked, @Me() me: Actor): Promise<Download> {
    const names = await this.offices.names();
    const { legacy, bare } = registerLabels.filters.status.choices;
    return this.lists.sheet(registerList, asked, ofOffice('h.office_code', ...scopesOf(me)), (rows) =>
      rows.map((row) => ({
        ...row,
        place: names.place(row.officeCode),
        status: row.legacy ? legacy : row.contracts === 0 ? bare : '',
      })),
    );
  }
}
