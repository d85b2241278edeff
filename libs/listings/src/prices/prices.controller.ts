import { Controller, Get } from '@nestjs/common';
import { Gives, Page, Public, Shared } from '#platform';
import { type PricesView, pricesView } from './price.view.js';
import { Prices } from './prices.service.js';

/** What land was let for, to everybody. */
@Public()
@Shared()
@Controller('prices')
export class PricesController {
  constructor(private readonly prices: Prices) {}

  @Get()
  @Page('listings/prices', { wide: true })
  @Gives(pricesView)
  show(): Promise<PricesView> {
    return this.prices.show();
  }
}
