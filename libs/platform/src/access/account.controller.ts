import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#kernel';
import { CONFIG, type Config } from '../config.js';
import { formOf } from '../fields/form-of.js';
import { Done, Page, Shown } from '../page.js';
import { Me } from '../public.js';
import { Gives } from '../views/gives.js';
import { type DoneView, doneView } from '../views/shared.view.js';
import { seconds } from './account-starts.service.js';
import { MySession, Unready } from '../access.decorators.js';
import { accessSaid } from './access.acts.js';
import { Binding, Confirmation, PasswordChange, SignIn, passwordHints } from './access.input.js';
import { accessProblems } from './access.problems.js';
import { accessWays } from './access.words.js';
import {
  type Enrolment,
  type OwnAccount,
  type ProofAsked,
  type RecoveryCodes,
  enrolmentView,
  ownAccountOf,
  ownAccountView,
  proofView,
  recoveryView,
} from './account.view.js';
import { localPath } from '../local-path.js';
import { OwnAccountService } from './own-account.service.js';
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
  @Gives(ownAccountView)
  async show(@MySession() session: Session): Promise<Shown<OwnAccount>> {
    const hints = { newPassword: passwordHints[this.config.passwordProfile] };
    return new Shown(ownAccountOf(session, await this.own.sessions(session)), {
      staff: session.kind === 'staff',
      second: session.posts.some((held) => seconds.some((post) => post === held.post)),
      administrator: session.posts.some((held) => held.post === 'county_administrator'),
      password: formOf(PasswordChange, { hints }),
    });
  }

  @Post('sessions/:id/end')
  @Gives(doneView)
  async endSession(@Param('id') id: string, @MySession() session: Session, @Me() me: Actor): Promise<Done<DoneView>> {
    await this.own.endSession(session, id, me);
    return new Done<DoneView>('/account', null, accessSaid.ended);
  }

  @Post('password')
  @Gives(doneView)
  async changePassword(
    @Body() input: PasswordChange,
    @MySession() session: Session,
    @Me() me: Actor,
  ): Promise<Done<DoneView>> {
    await this.own.changePassword(session, input.oldPassword, input.newPassword, me);
    return new Done<DoneView>('/account', null, accessSaid.passwordChanged);
  }

  @Get('authenticator')
  @Page('account/authenticator')
  @Gives(enrolmentView)
  async enrolment(@MySession() session: Session): Promise<Shown<Enrolment>> {
    await this.freshIfBound(session);
    const enrolment = await this.own.enrolment(session);
    return new Shown(enrolment, async () => {
      const { toString: drawCode } = await import('qrcode');
      const drawing = await drawCode(enrolment.uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
      const image = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;
      return { image, groups: enrolment.secret.match(/.{1,4}/g) ?? [], fields: formOf(Binding) };
    });
  }

  /** Answers with the recovery codes themselves, which are shown this once. */
  @Post('authenticator')
  @HttpCode(200)
  @Page('account/recovery-codes')
  @Gives(recoveryView)
  async bind(@Body() input: Binding, @MySession() session: Session, @Me() me: Actor): Promise<RecoveryCodes> {
    await this.freshIfBound(session);
    return { codes: await this.own.bind(session, input.code, me) };
  }

  @Get('confirmation')
  @Page('account/confirmation')
  @Gives(proofView)
  async confirmation(@Query('next') next: unknown, @MySession() session: Session): Promise<Shown<ProofAsked>> {
    const view = { digits: session.enrolled, minutes: await this.sessions.freshMinutes() };
    // Who has no authenticator shows the password again.
    const asked = session.enrolled ? formOf(Confirmation) : formOf(SignIn).filter(({ name }) => name === 'password');
    const fields = asked.map((field) => ({ ...field, id: 'proof', name: 'proof' }));
    return new Shown(view, { next: localPath(next) ?? '/', fields });
  }

  @Post('confirmation')
  @Gives(doneView)
  async confirm(
    @Body() { proof, next }: Confirmation,
    @MySession() session: Session,
    @Req() request: FastifyRequest,
  ): Promise<Done<DoneView>> {
    const origin = this.cookies.originOf(request, this.sessions.loginKey(session.login));
    await this.sessions.confirm(session, proof, origin);
    return new Done<DoneView>(localPath(next) ?? '/', null, accessSaid.confirmed, true);
  }

  /** Whoever takes an open browser must not bind an authenticator of their own (ASVS 6.5.6). */
  private async freshIfBound(session: Session): Promise<void> {
    if (!session.enrolled || (await this.sessions.isFresh(session))) return;
    throw accessProblems.confirm({
      way: { href: '/account/confirmation?next=/account/authenticator', label: accessWays.confirm },
    });
  }
}
