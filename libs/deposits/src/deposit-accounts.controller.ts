import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#kernel';
import { ForPosts, Fresh, Me, Page } from '#platform';
import { DepositAccounts } from './deposit-accounts.service.js';
import { LookInput } from './deposit.input.js';

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

  /** Answers with the number itself, which no cache and no repeated request keeps. */
  @Post(':account/looks')
  @Fresh()
  @ForPosts('town_finance')
  @HttpCode(200)
  @Page('deposits/account')
  look(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('account', ParseUUIDPipe) account: string,
    @Body() input: LookInput,
    @Me() me: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    void reply.header('Cache-Control', 'no-store');
    return this.accounts.look(id, account, input.reason, me);
  }
}
