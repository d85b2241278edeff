import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { AccountStarts, AccountsService, ForPosts, Fresh, Me, Page, Shown, formOf } from '#platform';
import { AccountDesk } from './account-desk.service.js';
import { AccountOpening, AccountSearch, Appointment, Restarting } from './account.input.js';
import { accountView } from './account.view.js';
import { OfficesService } from './offices.service.js';

const pageSize = 50;

/** The administrator's pages: who has an account, and which posts in which offices. */
@Controller('accounts')
@ForPosts('county_administrator')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly starts: AccountStarts,
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

  @Get('new')
  @Page('accounts/new')
  form(): object {
    return { title: '开账号', fields: formOf(AccountOpening) };
  }

  /** Answers with the start password itself, which is shown this once. */
  @Post()
  @Fresh()
  @HttpCode(201)
  @Page('accounts/start-password')
  async open(@Body() input: AccountOpening, @Me() me: Actor): Promise<object> {
    const posts = [{ post: input.post, officeCode: await this.offices.codeOf(input.office) }];
    const given = { login: input.login, name: input.name, kind: 'staff' as const, posts };
    const started = await this.starts.open(given, input.reason || '新开账号', me);
    return startedView('账号开好了', started, given, '七天内有效');
  }

  @Get(':id')
  @Page('accounts/show')
  async show(@Param('id', ParseUUIDPipe) id: string): Promise<Shown> {
    const view = await this.desk.see(id);
    return new Shown(view, { appointment: formOf(Appointment), restart: formOf(Restarting) });
  }

  @Post(':id/start-password')
  @Fresh()
  @HttpCode(200)
  @Page('accounts/start-password')
  async restart(@Param('id', ParseUUIDPipe) id: string, @Body() input: Restarting, @Me() me: Actor): Promise<object> {
    const started = await this.starts.restart(id, input.reason, me);
    const title = started.waits ? '已申请重发初始密码' : '初始密码重发了';
    return startedView(title, started, await this.accounts.get(id), '二十四小时内有效');
  }
}

/** What is shown once; who waits for a second person holds only the first half. */
function startedView(
  title: string,
  started: { id: string; startPassword: string; waits: boolean },
  { name, login }: { name: string; login: string },
  validText: string,
): object {
  return { title, ...started, name, login, validText, href: `/accounts/${started.id}` };
}
