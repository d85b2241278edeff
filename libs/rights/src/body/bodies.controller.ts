import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Actor, scopesOf, staffPosts } from '#kernel';
import { OfficesService } from '#offices';
import {
  type Asked,
  Asks,
  Database,
  type Download,
  ForPosts,
  Gives,
  Lists,
  Me,
  Page,
  Sends,
  Shown,
  listValue,
  ofOffice,
  sentTypes,
  value,
} from '#platform';
import { keepsHouseholds } from '../household/household.acts.js';
import { contractLines } from '../register.queries.js';
import { BodyDesk } from './body-desk.service.js';
import { bodyList, bodyListOffice } from './body.list.js';
import { type RegisteredBody, bodyOf, bodyView } from './body.view.js';
import { bodyLabels } from './body.words.js';

/** The bodies in the villages of a reader's own offices. */
@Controller('register/bodies')
@ForPosts(...staffPosts)
export class BodiesController {
  constructor(
    private readonly lists: Lists,
    private readonly offices: OfficesService,
    private readonly desk: BodyDesk,
    private readonly database: Database,
  ) {}

  @Get()
  @Page('register/bodies', { wide: true })
  @Gives(listValue(bodyList, { place: value.text(bodyLabels.fields.place) }))
  async list(@Asks(bodyList) asked: Asked, @Me() me: Actor) {
    const names = await this.offices.names();
    return this.lists.show(
      bodyList,
      asked,
      ofOffice(bodyListOffice, ...scopesOf(me)),
      (row) => ({ ...row, place: names.place(row.officeCode) }),
      async () => ({ options: { office: await this.offices.choicesFor(me, asked.filters['office']) } }),
    );
  }

  @Get('sheet')
  @Sends(sentTypes.sheet)
  async sheet(@Asks(bodyList) asked: Asked, @Me() me: Actor): Promise<Download> {
    const names = await this.offices.names();
    return this.lists.sheet(bodyList, asked, ofOffice(bodyListOffice, ...scopesOf(me)), (rows) =>
      rows.map((row) => ({ ...row, place: names.place(row.officeCode) })),
    );
  }

  @Get(':id')
  @Page('register/body')
  @Gives(bodyView)
  async body(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<RegisteredBody>> {
    const { record } = await this.desk.read(id, me);
    const place = await this.offices.placeName(record.officeCode);
    const contracts = await contractLines(this.database.reader, id);
    const shown = bodyOf(
      record,
      place,
      contracts.map(({ code }) => code),
    );
    return new Shown(shown, async () => ({ keeps: keepsHouseholds(me) }));
  }
}
