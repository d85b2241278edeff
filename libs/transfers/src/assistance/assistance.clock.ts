import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Sweeper } from '#platform';
import { DraftsService } from '../drafts/drafts.service.js';
import { AssistanceService } from './assistance.service.js';

/** What nobody ends by hand: assistances that were left, drafts that have become cases. */
@Injectable()
export class CounterClock implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly assistance: AssistanceService,
    private readonly drafts: DraftsService,
  ) {}

  onModuleInit(): void {
    this.sweeper.every({ name: 'assistances that were left', everyMinutes: 1, run: (now) => this.assistance.closeForgotten(now) });
    this.sweeper.every({ name: 'drafts that are over', everyMinutes: 60, run: (now) => this.drafts.tidy(now) });
  }
}
