import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Clock } from '#kernel';
import { AccessGuard } from './access.guard.js';
import { AccountController } from './account.controller.js';
import { AccountStartWork } from './account-start.work.js';
import { AccountStarts } from './account-starts.service.js';
import { AccountsService } from './accounts.service.js';
import { ApiKeys } from './api-keys.service.js';
import { OwnAccountService } from './own-account.service.js';
import { SessionCookies } from './session-cookies.js';
import { SessionsService } from './sessions.service.js';
import { SignInController } from './sign-in.controller.js';
import { WallClock } from './wall-clock.js';

/** Who is asking: accounts, posts, sessions and the closed guard. */
@Global()
@Module({})
export class AccessModule {
  static with(wall: Clock): DynamicModule {
    return {
      module: AccessModule,
      controllers: [SignInController, AccountController],
      providers: [
        { provide: WallClock, useValue: wall },
        SessionCookies,
        SessionsService,
        AccountsService,
        AccountStarts,
        AccountStartWork,
        ApiKeys,
        OwnAccountService,
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [WallClock, SessionCookies, SessionsService, AccountsService, AccountStarts, ApiKeys],
    };
  }
}
