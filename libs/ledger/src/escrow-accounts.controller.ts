import { Controller, Get } from '@nestjs/common';
import type { Actor } from '#kernel';
import { type Asked, Asks, type Download, ForPosts, Gives, Me, Page, type Shown, Sends, sentTypes } from '#platform';
import { EscrowLists } from './escrow-lists.service.js';
import { escrowList } from './escrow.list.js';
import { type Escrows, escrowsView } from './escrow.view.js';

/** The towns' escrow accounts: seen by who works with the money, set by the county's administrator. */
@Controller('escrow-accounts')
@ForPosts('county_administrator', 'county_director', 'supervisor', 'town_finance', 'town_trade')
export class EscrowAccountsController {
  constructor(private readonly lists: EscrowLists) {}

  @Get()
  @Page('escrow/index', { wide: true })
  @Gives(escrowsView)
  list(@Asks(escrowList) asked: Asked, @Me() me: Actor): Promise<Shown<Escrows>> {
    return this.lists.show(asked, me);
  }

  /** The same as a workbook. */
  @Get('sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(escrowList) asked: Asked): Promise<Download> {
    return this.lists.sheet(asked);
  }
}
