import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Gives, Me, Page, type Shown } from '#platform';
import { RightDealPages } from './right-deal-pages.service.js';
import { type RightDealView, rightDealView } from './right-deal.view.js';

/** The deal of a right that is no contracted land, to its two sides and to the desks. */
@Controller('right-deals')
export class RightDealsController {
  constructor(private readonly pages: RightDealPages) {}

  @Get(':id')
  @Page('listings/deal', { wide: true })
  @Gives(rightDealView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<RightDealView>> {
    return this.pages.see(id, me);
  }
}
