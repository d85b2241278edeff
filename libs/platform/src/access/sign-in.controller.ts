import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#kernel';
import { formOf } from '../fields/form-of.js';
import { Done, Page, Shown } from '../page.js';
import { Me, Public } from '../public.js';
import { Gives } from '../views/gives.js';
import { type DoneView, doneView } from '../views/shared.view.js';
import { MySession, Unready } from '../access.decorators.js';
import { accessSaid } from './access.acts.js';
import { SignIn } from './access.input.js';
import {
  type SessionView,
  type SignInPage,
  type SignedInView,
  sessionView,
  signInView,
  signedInView,
} from './account.view.js';
import { AccountsService } from './accounts.service.js';
import { localPath } from '../local-path.js';
import { trainingCode } from './second-factor.js';
import { SessionCookies } from './session-cookies.js';
import type { Session } from './session.js';
import { SessionsService, type SignedIn } from './sessions.service.js';
import { trainingPassword } from './training-accounts.js';

/** Coming in and going out. */
@Controller()
export class SignInController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly accounts: AccountsService,
    private readonly cookies: SessionCookies,
  ) {}

  @Public()
  @Get('sign-in')
  @Page('sign-in/new')
  @Gives(signInView)
  async form(@Query('next') next: unknown): Promise<Shown<SignInPage>> {
    const training = await this.accounts.trainingAccounts();
    const accounts = training.map(({ role, name, login, enrolled }) => ({
      role,
      name,
      login,
      password: trainingPassword,
      code: enrolled ? trainingCode : '',
    }));
    return new Shown({ accounts }, { next: localPath(next) ?? '', fields: formOf(SignIn) });
  }

  @Public()
  @Post('sign-in')
  @Gives(signedInView)
  async signIn(
    @Body() input: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Done<SignedInView>> {
    const signedIn = await this.enter(input, request);
    this.cookies.give(reply, signedIn, this.sessions.loginKey(input.login));
    const start = signedIn.kind === 'staff' ? '/desk' : '/transfers';
    const next = signedIn.ready ? (localPath(input.next) ?? start) : '/account';
    const said = signedIn.ready ? accessSaid.signedIn : accessSaid.unready;
    return new Done(next, { expiresAt: signedIn.expiresAt }, said);
  }

  /** For programs: a token for `Authorization: Bearer`. Told once, so it is never kept as the answer to an Idempotency-Key. */
  @Public()
  @Post('sessions')
  @HttpCode(201)
  @Gives(sessionView)
  async open(@Body() input: SignIn, @Req() request: FastifyRequest): Promise<SessionView> {
    const { token, expiresAt } = await this.enter(input, request);
    return { token, expiresAt };
  }

  @Unready()
  @Post('sign-out')
  @Gives(doneView)
  signOut(
    @MySession() session: Session,
    @Me() me: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Done<DoneView>> {
    return this.leave(session, me, reply);
  }

  @Unready()
  @Delete('sessions/current')
  @Gives(doneView)
  close(
    @MySession() session: Session,
    @Me() me: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Done<DoneView>> {
    return this.leave(session, me, reply);
  }

  private async leave(session: Session, me: Actor, reply: FastifyReply): Promise<Done<DoneView>> {
    await this.sessions.signOut(session, me);
    this.cookies.take(reply);
    return new Done<DoneView>('/', null, accessSaid.signedOut);
  }

  private enter(input: SignIn, request: FastifyRequest): Promise<SignedIn> {
    const origin = this.cookies.originOf(request, this.sessions.loginKey(input.login));
    return this.sessions.signIn(input.login, input.password, input.code, origin);
  }
}
