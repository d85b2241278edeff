import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, posts } from '#kernel';
import { CONFIG, type Config } from '../config.js';
import { formOf } from '../fields/form-of.js';
import { Done, Page, Shown } from '../page.js';
import { Me } from '../public.js';
import { seconds } from './account-starts.service.js';
import { MySession, Unready } from './access.decorators.js';
import { Binding, Confirmation, PasswordChange, SignIn } from './access.input.js';
import { accessProblems } from './access.problems.js';
import { localPath } from './local-path.js';
import { OwnAccountService, type OwnSession } from './own-account.service.js';
import { passwordHints } from './passwords.js';
import { SessionCookies } from './session-cookies.js';
import type { Session } from './session.js';
import { SessionsService } from './sessions.service.js';

/** What a person sees and changes of their own account. */
@Controller('account')
@Unready()
export class AccountController {
  constructor(
    private readonly own: OwnAccountService,
    private readonly sessions: SessionsService,
    private readonly cookies: SessionCookies,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Page('account/show')
  async show(@MySession() session: Session): Promise<Shown> {
    const hints = { newPassword: passwordHints[this.config.passwordProfile] };
    return new Shown(ownView(session, await this.own.sessions(session)), {
      password: formOf(PasswordChange, { hints }),
    });
  }

  @Post('sessions/:id/end')
  async endSession(@Param('id') id: string, @MySession() session: Session, @Me() me: Actor): Promise<Done> {
    await this.own.endSession(session, id, me);
    return new Done('/account', {}, '那里已经退出。');
  }

  @Post('password')
  async changePassword(@Body() input: PasswordChange, @MySession() session: Session, @Me() me: Actor): Promise<Done> {
    await this.own.changePassword(session, input.oldPassword, input.newPassword, me);
    return new Done('/account', {}, '密码已改，其他地方的登录都已退出。');
  }

  @Get('authenticator')
  @Page('account/authenticator')
  async enrolment(@MySession() session: Session): Promise<Shown> {
    await this.freshIfBound(session);
    const { secret, uri } = await this.own.enrolment(session);
    const { toString: drawCode } = await import('qrcode');
    const drawing = await drawCode(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
    const view = {
      title: '绑定动态口令',
      secret: secret.replaceAll(/(.{4})(?=.)/g, '$1 '),
      image: `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`,
    };
    return new Shown(view, { fields: formOf(Binding) });
  }

  /** Answers with the recovery codes themselves, which are shown this once. */
  @Post('authenticator')
  @HttpCode(200)
  @Page('account/recovery-codes')
  async bind(@Body() input: Binding, @MySession() session: Session, @Me() me: Actor): Promise<object> {
    await this.freshIfBound(session);
    return { title: '备用码', codes: await this.own.bind(session, input.code, me) };
  }

  @Get('confirmation')
  @Page('account/confirmation')
  async confirmation(@Query('next') next: unknown, @MySession() session: Session): Promise<Shown> {
    const view = {
      title: '请再确认一次是您本人',
      next: localPath(next) ?? '/',
      digits: session.enrolled,
      minutes: await this.sessions.freshMinutes(),
    };
    // Who has no authenticator shows the password again.
    const asked = session.enrolled ? formOf(Confirmation) : formOf(SignIn).filter(({ name }) => name === 'password');
    return new Shown(view, { fields: asked.map((field) => ({ ...field, id: 'proof', name: 'proof' })) });
  }

  @Post('confirmation')
  async confirm(
    @Body() input: Confirmation,
    @MySession() session: Session,
    @Req() request: FastifyRequest,
  ): Promise<Done> {
    await this.sessions.confirm(
      session,
      input.proof,
      this.cookies.originOf(request, this.sessions.loginKey(session.login)),
    );
    return new Done(localPath(input.next) ?? '/', {}, '核对过了。刚才填的还在，请再按一次。', true);
  }

  /** Whoever takes an open browser must not bind an authenticator of their own (ASVS 6.5.6). */
  private async freshIfBound(session: Session): Promise<void> {
    if (!session.enrolled || (await this.sessions.isFresh(session))) return;
    throw accessProblems.confirm({
      way: { href: '/account/confirmation?next=/account/authenticator', label: '输入验证码' },
    });
  }
}

function ownView(session: Session, sessions: readonly OwnSession[]): object {
  return {
    title: '我的账号',
    login: session.login,
    name: session.name,
    kind: session.kind,
    staff: session.kind === 'staff',
    ready: session.ready,
    enrolled: session.enrolled,
    expiresAt: session.expiresAt,
    second: session.posts.some((held) => seconds.some((post) => post === held.post)),
    administrator: session.posts.some((held) => held.post === 'county_administrator'),
    sessions: sessions.map((each) => ({
      where: `网络 ${each.network}`,
      startedAt: each.startedAt,
      seenAt: each.seenAt,
      current: each.id === session.id,
      endHref: `/account/sessions/${each.id}/end`,
    })),
    posts: session.posts.map((held) => ({
      post: held.post,
      label: posts[held.post].label,
      officeCode: held.officeCode,
    })),
  };
}
