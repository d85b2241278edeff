import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, holds } from '#kernel';
import { Done, ForPosts, Fresh, Me, Page, Scans } from '#platform';
import { EscrowInput } from './deposit.input.js';
import { EscrowAccounts } from './escrow-accounts.service.js';

/** The towns' escrow accounts: seen by who works with the money, set by the county's administrator. */
@Controller('escrow-accounts')
@ForPosts('county_administrator', 'county_director', 'supervisor', 'town_finance', 'town_trade')
export class EscrowAccountsController {
  constructor(
    private readonly accounts: EscrowAccounts,
    private readonly scans: Scans,
  ) {}

  @Get()
  @Page('escrow/index', { wide: true })
  async list(@Me() me: Actor): Promise<object> {
    return { ...(await this.accounts.page()), mayChange: holds(me, 'county_administrator') };
  }

  @Post()
  @Fresh()
  @ForPosts('county_administrator')
  async set(@Body() input: EscrowInput, @Req() request: FastifyRequest, @Me() me: Actor): Promise<Done> {
    await this.scans.fill(EscrowInput, input, request);
    await this.accounts.set(input, me);
    return new Done('/escrow-accounts', () => this.list(me), '专户登记好了，以后的缴款通知书印这个账户。');
  }
}
