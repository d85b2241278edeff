import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import type { Actor } from '#kernel';
import { ForPosts, Me, Page } from '#platform';
import { depositActs } from './deposit.acts.js';
import { DepositSearch } from './deposit.input.js';
import { DepositPages } from './deposit-pages.service.js';

/** The finance desk's queue and its deposits; what is done to them stands in `deposit.acts.ts`. */
@Controller('deposits')
@ForPosts(...(depositActs.readers ?? []))
export class DepositsController {
  constructor(private readonly pages: DepositPages) {}

  @Get()
  @Page('desk/queue', { wide: true })
  queue(@Query() search: DepositSearch, @Me() me: Actor): Promise<object> {
    return this.pages.queue(search.state ?? '', search.after ?? '', me);
  }

  @Get(':id')
  @Page('deposits/show', { wide: true })
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.pages.see(id, me);
  }
}
