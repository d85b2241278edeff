import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Actor, holds } from '#kernel';
import { Gives, Me, Page, Public, Shared, Shown, formOf } from '#platform';
import { OfficeContact, TownChoice } from './offices.input.js';
import { OfficesService } from './offices.service.js';
import { type OfficeView, type OfficesView, officeOf, officeView, officesView } from './offices.view.js';

/** Where to go: the county centre, the town exchanges and the village stations. */
@Controller('offices')
export class OfficesController {
  constructor(private readonly offices: OfficesService) {}

  @Public()
  @Shared()
  @Get()
  @Page('offices/index', { wide: true })
  @Gives(officesView)
  async list(@Query() { town }: TownChoice): Promise<Shown<OfficesView>> {
    const [exchanges, names] = [await this.offices.exchanges(), await this.offices.names()];
    const view = {
      exchanges: exchanges.map((each) => ({ ...officeOf(each), stationCount: each.stations })),
      stations: town === '' ? [] : (await this.offices.stations(town)).map(officeOf),
    };
    return new Shown(view, { town, townName: town === '' ? '' : names.short(town) });
  }

  @Public()
  @Shared()
  @Get(':code')
  @Page('offices/show')
  @Gives(officeView)
  async show(@Param('code') code: string, @Me() me: Actor): Promise<Shown<OfficeView>> {
    const office = officeOf(await this.offices.get(code));
    const { address, phone, hours } = office;
    const fields = holds(me, 'county_administrator') ? formOf(OfficeContact) : null;
    return new Shown(office, { fields, values: { address, phone, hours } });
  }
}
