import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { resolve } from 'node:path';
import { Clock } from '#kernel';
import { ActDesk } from './acts/act-desk.service.js';
import { actsController } from './acts/acts.controller.js';
import { Acts } from './acts/acts.service.js';
import { ManyActsController } from './acts/many-acts.controller.js';
import { ManyActs } from './acts/many-acts.service.js';
import { AccessModule } from './access/access.module.js';
import { Assets } from './assets.js';
import { AllowedMethods } from './allowed-methods.js';
import { Answers } from './answers.js';
import { CONFIG, type Config } from './config.js';
import { Calendars } from './calendars.js';
import { CalculatorController } from './calendar/calculator.controller.js';
import { calendarActs } from './calendar/calendar.acts.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarKeeper } from './calendar/calendar-keeper.service.js';
import { ClockController } from './clock/clock.controller.js';
import { ClockTimer } from './clock/clock-timer.js';
import { ClockTroubles } from './clock/clock-troubles.js';
import { Sweeper } from './clock/sweeper.js';
import { TrainingClock } from './clock/training-clock.service.js';
import { Database } from './database.js';
import { Deadlines } from './deadlines.js';
import { FinderWords } from './finders/finder-words.interceptor.js';
import { FindersController } from './finders/finders.controller.js';
import { Finders } from './finders/finders.service.js';
import { ActInputs } from './acts/act-inputs.service.js';
import { Scans } from './acts/scans.service.js';
import { Files } from './files.js';
import { IdempotencyKeys } from './idempotency-keys.service.js';
import { EvidenceSight } from './evidence-sight.js';
import { FileLeftovers } from './file-leftovers.service.js';
import { FilesController } from './files.controller.js';
import { Frames } from './frames.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { Feeds } from './lists/feeds.service.js';
import { FrequentPairs } from './lists/frequent-pairs.js';
import { Signals } from './live/signals.js';
import { Watchers } from './live/watchers.service.js';
import { Lists } from './lists/lists.service.js';
import { ParameterStore } from './parameter-store.js';
import { parameterActs } from './parameters/parameter.acts.js';
import { ParameterDesk } from './parameters/parameter-desk.service.js';
import { ParametersController } from './parameters/parameters.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { ProblemsController } from './problems.controller.js';
import { Respond } from './respond.interceptor.js';
import { KeySetController } from './signing/key-set.controller.js';
import { SigningKeyRotation } from './signing/signing-key-rotation.service.js';
import { signingKeyActs } from './signing/signing-key.acts.js';
import { SigningKeysController } from './signing/signing-keys.controller.js';
import { SigningKeys } from './signing/signing-keys.service.js';
import { SignInTraces } from './sign-in-traces.service.js';
import { StepGate } from './acts/step-gate.js';
import { Steps } from './steps.js';
import { Templates } from './templates.js';
import { Versions } from './versions.js';
import { WorkController } from './work/work.controller.js';
import { WorkDesk } from './work/work-desk.service.js';
import { WorkHands } from './work/work-hands.service.js';
import { WorkPage } from './work/work-page.service.js';
import { OwnNews } from './own-news.js';
import { Sitemap } from './sitemap.js';
import { requestPipe } from './validation.js';

const shared = [
  Versions,
  Answers,
  FrequentPairs,
  Lists,
  Feeds,
  WorkDesk,
  WorkHands,
  WorkPage,
  CalendarKeeper,
  TrainingClock,
  Database,
  Calendars,
  ParameterStore,
  ParameterDesk,
  SigningKeys,
  SigningKeyRotation,
  Deadlines,
  StepGate,
  Steps,
  Acts,
  ActDesk,
  ActInputs,
  ManyActs,
  EvidenceSight,
  OwnNews,
  Sitemap,
  Files,
  Scans,
  Finders,
  Frames,
  ClockTroubles,
  Sweeper,
  ClockTimer,
  Signals,
  Watchers,
];

/** Everything that touches Nest, TypeORM, Handlebars or the disk, once for all libs. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, clock: Clock, wall: Clock): DynamicModule {
    return {
      module: PlatformModule,
      imports: [AccessModule.with(wall)],
      controllers: [
        CalculatorController,
        CalendarController,
        actsController(calendarActs, null),
        ClockController,
        FilesController,
        FindersController,
        ManyActsController,
        OpenApiController,
        ParametersController,
        actsController(parameterActs, ParameterDesk),
        ProblemsController,
        KeySetController,
        SigningKeysController,
        actsController(signingKeyActs, null),
        WorkController,
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: Assets, useFactory: () => new Assets(resolve(process.cwd(), 'public')) },
        {
          provide: Templates,
          inject: [Assets],
          useFactory: (assets: Assets) => new Templates(resolve(process.cwd(), 'templates'), assets),
        },
        ...shared,
        FileLeftovers,
        IdempotencyKeys,
        SignInTraces,
        AllowedMethods,
        { provide: APP_INTERCEPTOR, useClass: Respond },
        // After the answer's own: what is looked for is looked for in an open request.
        { provide: APP_INTERCEPTOR, useClass: FinderWords },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: requestPipe },
      ],
      exports: [CONFIG, Clock, Assets, Templates, ...shared],
    };
  }
}
