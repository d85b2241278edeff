import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { ForPosts, Gives, Me, Page, type Shown } from '#platform';
import { type Accounts, accountsView } from './deposit-accounts.view.js';
import { DepositAccounts } from './deposit-accounts.service.js';

/** The accounts of one deposit. Whole numbers are told to the finance desk alone, each time for a reason that is kept. */
@Controller('deposits/:id/accounts')
@ForPosts('town_finance', 'county_director', 'supervisor', 'county_administrator')
export class DepositAccountsController {
  constructor(private readonly accounts: DepositAccounts) {}

  @Get()
  @Page('deposits/accounts')
  @Gives(accountsView)
  list(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<Accounts>> {
    return this.accounts.page(id, me);
  }
}
