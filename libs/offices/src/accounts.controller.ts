import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { AccountStarts, AccountsService, Acts, Done, ForPosts, Fresh, Me, Page } from '#platform';
import { AccountOpening, AccountSearch, Appointment, Restarting, postOptions } from './account.input.js';
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
    private readonly acts: Acts,
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
    return { title: '开账号', posts: postOptions };
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
  async show(@Param('id', ParseUUIDPipe) id: string): Promise<object> {
    return { ...(await this.view(id)), options: postOptions };
  }

  @Post(':id/posts')
  @Fresh()
  async appoint(@Param('id', ParseUUIDPipe) id: string, @Body() input: Appointment, @Me() me: Actor): Promise<Done> {
    const held = { post: input.post, officeCode: await this.offices.codeOf(input.office) };
    await this.acts.begin(me, (act) => this.accounts.grant(act, id, held));
    return this.done(id, '岗位已加上，马上生效。');
  }

  @Post(':id/posts/:held/end')
  @Fresh()
  async endPost(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('held', ParseUUIDPipe) held: string,
    @Me() me: Actor,
  ): Promise<Done> {
    await this.acts.begin(me, (act) => this.accounts.endPost(act, id, held));
    return this.done(id, '岗位已免去，马上生效。');
  }

  @Post(':id/closure')
  @Fresh()
  async disable(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    await this.acts.begin(me, (act) => this.accounts.disable(act, id));
    return this.done(id, '账号已停用，登录都已退出。');
  }

  @Post(':id/reopening')
  @Fresh()
  async enable(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    await this.acts.begin(me, (act) => this.accounts.enable(act, id));
    return this.done(id, '账号已启用。');
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

  private async view(id: string): Promise<object> {
    return accountView(await this.accounts.get(id), this.clock.today(), await this.offices.names());
  }

  private async done(id: string, flash: string): Promise<Done> {
    return new Done(`/accounts/${id}`, () => this.view(id), flash);
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
