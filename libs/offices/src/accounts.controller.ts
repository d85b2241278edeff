import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { type Asked, Asks, type Download, ForPosts, Gives, Me, Page, Shown, formOf, Sends, sentTypes } from '#platform';
import { AccountDesk } from './account-desk.service.js';
import { AccountLists } from './account-list.service.js';
import { accountList } from './account.list.js';
import { type Account, type Accounts, accountView, accountsView } from './account.view.js';
import { Appointment, Restarting } from './account.input.js';

/** The administrator's pages: who has an account, and which posts in which offices. */
@Controller('accounts')
@ForPosts('county_administrator')
export class AccountsController {
  constructor(
    private readonly lists: AccountLists,
    private readonly desk: AccountDesk,
  ) {}

  @Get()
  @Page('accounts/index', { wide: true })
  @Gives(accountsView)
  list(@Asks(accountList) asked: Asked, @Me() me: Actor): Promise<Shown<Accounts>> {
    return this.lists.show(asked, me);
  }

  /** The same as a workbook. */
  @Get('sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(accountList) asked: Asked): Promise<Download> {
    return this.lists.sheet(asked);
  }

  @Get(':id')
  @Page('accounts/show')
  @Gives(accountView)
  async show(@Param('id', ParseUUIDPipe) id: string): Promise<Shown<Account>> {
    const view = await this.desk.see(id);
    return new Shown(view, { appointment: formOf(Appointment), restart: formOf(Restarting) });
  }
}
