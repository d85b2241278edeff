import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Clock } from '#kernel';
import { AccountsService, ForPosts, Page, Shown, formOf } from '#platform';
import { AccountDesk } from './account-desk.service.js';
import { AccountSearch, Appointment, Restarting } from './account.input.js';
import { accountView } from './account.view.js';
import { OfficesService } from './offices.service.js';

const pageSize = 50;

/** The administrator's pages: who has an account, and which posts in which offices. */
@Controller('accounts')
@ForPosts('county_administrator')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly offices: OfficesService,
    private readonly clock: Clock,
    private readonly desk: AccountDesk,
  ) {}

  @Get()
  @Page('accounts/index', { wide: true })
  async list(@Query() search: AccountSearch): Promise<object> {
    const rows = await this.accounts.list(search.after, search.q, pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? shown.at(-1) : undefined;
    const next = last ? `/accounts?q=${encodeURIComponent(search.q)}&after=${encodeURIComponent(last.login)}` : '';
    const [today, names] = [this.clock.today(), await this.offices.names()];
    const accounts = shown.map((row) => accountView(row, today, names));
    return { title: '账号', q: search.q, accounts, next, previous: search.after ? '/accounts' : '' };
  }

  @Get(':id')
  @Page('accounts/show')
  async show(@Param('id', ParseUUIDPipe) id: string): Promise<Shown> {
    const view = await this.desk.see(id);
    return new Shown(view, { appointment: formOf(Appointment), restart: formOf(Restarting) });
  }
}
