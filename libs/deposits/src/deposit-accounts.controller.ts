import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { ForPosts, Me, Page } from '#platform';
import { DepositAccounts } from './deposit-accounts.service.js';

/** The accounts of one deposit. Whole numbers are told to the finance desk alone, each time for a reason that is kept. */
@Controller('deposits/:id/accounts')
@ForPosts('town_finance', 'county_director', 'supervisor', 'county_administrator')
export class DepositAccountsController {
  constructor(private readonly accounts: DepositAccounts) {}

  @Get()
  @Page('deposits/accounts')
  list(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.accounts.page(id, me);
  }
}
