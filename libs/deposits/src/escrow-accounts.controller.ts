import { Controller, Get } from '@nestjs/common';
import type { Actor } from '#kernel';
import { ForPosts, Me, Page } from '#platform';
import { EscrowAccounts } from './escrow-accounts.service.js';

/** The towns' escrow accounts: seen by who works with the money, set by the county's administrator. */
@Controller('escrow-accounts')
@ForPosts('county_administrator', 'county_director', 'supervisor', 'town_finance', 'town_trade')
export class EscrowAccountsController {
  constructor(private readonly accounts: EscrowAccounts) {}

  @Get()
  @Page('escrow/index', { wide: true })
  list(@Me() me: Actor): Promise<object> {
    return this.accounts.see('', me);
  }
}
