import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Actor, holds } from '#kernel';
import { Me, Page, Public, Shared, Shown, formOf } from '#platform';
import { OfficeContact, TownChoice } from './offices.input.js';
import { OfficesService } from './offices.service.js';
import { officeView } from './offices.view.js';

/** Where to go: the county centre, the town exchanges and the village stations. */
@Controller('offices')
export class OfficesController {
  constructor(private readonly offices: OfficesService) {}

  @Public()
  @Shared()
  @Get()
  @Page('offices/index', { wide: true })
  async list(@Query() { town }: TownChoice): Promise<object> {
    const [exchanges, names] = [await this.offices.exchanges(), await this.offices.names()];
    const stations = town === '' ? [] : await this.offices.stations(town);
    const shown = exchanges.map((each) => ({
      ...officeView(each),
      stations: each.stations,
      stationsHref: `/offices?town=${each.officeCode}#stations`,
    }));
    return {
      title: '各级交易所',
      exchanges: shown.map((each, index) => ({ ...each, isTown: exchanges[index]?.level === 'town' })),
      town,
      townName: town === '' ? '' : names.short(town),
      stations: stations.map(officeView),
    };
  }

  @Public()
  @Shared()
  @Get(':code')
  @Page('offices/show')
  async show(@Param('code') code: string, @Me() me: Actor): Promise<Shown> {
    const office = await this.offices.get(code);
    const editable = holds(me, 'county_administrator');
    const values = { address: office.address, phone: office.phone, hours: office.hours };
    return new Shown({ ...officeView(office), editable, values }, { fields: formOf(OfficeContact) });
  }
}
