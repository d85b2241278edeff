import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AssistedSessionsService } from '#parties';
import { Sweeper } from '#platform';
import { DraftsService } from './drafts.service.js';

/** What nobody ends by hand: assistances that were left, drafts that have become cases. */
@Injectable()
export class CounterClock implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly assisted: AssistedSessionsService,
    private readonly drafts: DraftsService,
  ) {}

  onModuleInit(): void {
    this.sweeper.every({
      name: 'assistances that were left',
      everyMinutes: 1,
      run: (now) => this.assisted.closeForgotten(now),
    });
    this.sweeper.every({ name: 'drafts that are over', everyMinutes: 60, run: (now) => this.drafts.tidy(now) });
  }
}
