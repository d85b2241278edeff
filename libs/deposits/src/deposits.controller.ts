import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { type Asked, Asks, type Download, ForPosts, Gives, Me, Page, type Shown, Sends, sentTypes } from '#platform';
import { depositActs } from './deposit.acts.js';
import { DepositListService } from './deposit-list.service.js';
import { depositList, depositListView } from './deposit.list.js';
import { DepositReader } from './deposit-reader.service.js';
import { type DepositView, depositView } from './deposit.view.js';

/** The finance desk's queue and its deposits; what is done to them stands in `deposit.acts.ts`. */
@Controller('deposits')
@ForPosts(...(depositActs.readers ?? []))
export class DepositsController {
  constructor(
    private readonly pages: DepositReader,
    private readonly listed: DepositListService,
  ) {}

  @Get()
  @Page('deposits/index', { wide: true })
  @Gives(depositListView)
  list(@Asks(depositList) asked: Asked, @Me() me: Actor) {
    return this.listed.show(asked, me);
  }

  /** The same list as a workbook, for those who sort and sum. */
  @Get('sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(depositList) asked: Asked, @Me() me: Actor): Promise<Download> {
    return this.listed.sheet(asked, me);
  }

  @Get(':id')
  @Page('deposits/show', { wide: true })
  @Gives(depositView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<DepositView>> {
    return this.pages.see(id, me);
  }
}
