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
  Sends,
  listValue,
  ofOffice,
  sentTypes,
  value,
} from '#platform';
import { overlapList, overlapsOf } from './overlap.list.js';
import { overlapLabels } from './overlap.words.js';
import { parcelList } from './parcel.list.js';
import { landClasses, parcelLabels } from './register.words.js';
import { rightList } from './right.list.js';
import { rightLabels } from './right.words.js';

/** Parcels, what lies over what, and rights of a reader's own offices. */
@Controller('register')
@ForPosts(...staffPosts)
export class LandListsController {
  constructor(
    private readonly lists: Lists,
    private readonly offices: OfficesService,
  ) {}

  @Get('parcels')
  @Page('register/parcels', { wide: true })
  @Gives(listValue(parcelList, { place: value.text(parcelLabels.fields.place) }))
  async parcels(@Asks(parcelList) asked: Asked, @Me() me: Actor) {
    const placed = await this.placed();
    return this.lists.show(
      parcelList,
      asked,
      parcelsOf(me),
      (row) => placed(row),
      async () => ({ options: await this.options(asked, me), landClasses }),
    );
  }

  @Get('parcels/sheet')
  @Sends(sentTypes.sheet)
  async parcelSheet(@Asks(parcelList) asked: Asked, @Me() me: Actor): Promise<Download> {
    const placed = await this.placed();
    return this.lists.sheet(parcelList, asked, parcelsOf(me), (rows) =>
      rows.map((row) => ({ ...placed(row), landClass: landClasses[row.landClass] ?? row.landClass })),
    );
  }

  @Get('rights')
  @Page('register/rights', { wide: true })
  @Gives(listValue(rightList, { place: value.text(rightLabels.fields.place) }))
  async rights(@Asks(rightList) asked: Asked, @Me() me: Actor) {
    const placed = await this.placed();
    return this.lists.show(
      rightList,
      asked,
      rightsOf(me),
      (row) => placed(row),
      async () => ({ options: await this.options(asked, me) }),
    );
  }

  @Get('rights/sheet')
  @Sends(sentTypes.sheet)
  async rightSheet(@Asks(rightList) asked: Asked, @Me() me: Actor): Promise<Download> {
    const placed = await this.placed();
    return this.lists.sheet(rightList, asked, rightsOf(me), (rows) => rows.map((row) => placed(row)));
  }

  @Get('overlaps')
  @Page('register/overlaps', { wide: true })
  @Gives(
    listValue(overlapList, {
      place: value.text(overlapLabels.fields.place),
      secondPlace: value.text(overlapLabels.fields.secondPlace),
    }),
  )
  async overlaps(@Asks(overlapList) asked: Asked, @Me() me: Actor) {
    const placed = await this.bothPlaced();
    return this.lists.show(
      overlapList,
      asked,
      overlapsOf(scopesOf(me)),
      (row) => placed(row),
      async () => ({ options: await this.options(asked, me) }),
    );
  }

  @Get('overlaps/sheet')
  @Sends(sentTypes.sheet)
  async overlapSheet(@Asks(overlapList) asked: Asked, @Me() me: Actor): Promise<Download> {
    const placed = await this.bothPlaced();
    return this.lists.sheet(overlapList, asked, overlapsOf(scopesOf(me)), (rows) => rows.map((row) => placed(row)));
  }

  private async bothPlaced() {
    const names = await this.offices.names();
    return <Row extends { officeCode: string; secondOffice: string }>(row: Row) => ({
      ...row,
      place: names.place(row.officeCode),
      secondPlace: names.place(row.secondOffice),
    });
  }

  private async placed(): Promise<<Row extends { officeCode: string }>(row: Row) => Row & { place: string }> {
    const names = await this.offices.names();
    return (row) => ({ ...row, place: names.place(row.officeCode) });
  }

  private async options(asked: Asked, me: Actor) {
    return { office: await this.offices.choicesFor(me, asked.filters['office']) };
  }
}

const parcelsOf = (me: Actor) => ofOffice('l.office_code', ...scopesOf(me));
const rightsOf = (me: Actor) => ofOffice('r.office_code', ...scopesOf(me));
