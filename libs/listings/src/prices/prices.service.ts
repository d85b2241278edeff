import { Injectable } from '@nestjs/common';
import { type Fen, Clock, addDays } from '#kernel';
import { OfficesService } from '#offices';
import { Database, ParameterStore } from '#platform';
import { type PricesView, priceChart, pricesOf } from './price.view.js';
import { pricesByGroup, pricesNear } from './prices.queries.js';

/** A year and a day, as the town's own prices are counted where a case is written. */
const days = -366;

/** What land was let for in the last year. */
@Injectable()
export class Prices {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesService,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
  ) {}

  async show(): Promise<PricesView> {
    const today = this.clock.today();
    const since = addDays(today, days);
    const { pricesShownFrom: least } = await this.parameters.on(today);
    const towns = new Map((await this.offices.towns()).map(({ code, name }) => [code.slice(0, 9), name]));
    return pricesOf(await pricesByGroup(this.database.reader, since), { since, least, towns });
  }

  /** What was paid in a town, beside a price where there is one. */
  async beside(own: Fen | null, officeCode: string) {
    const today = this.clock.today();
    const { pricesShownFrom } = await this.parameters.on(today);
    const paid = await pricesNear(this.database.reader, officeCode.slice(0, 9), addDays(today, days));
    return priceChart(own, paid, pricesShownFrom);
  }
}
