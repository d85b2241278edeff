import { Injectable, type OnModuleInit } from '@nestjs/common';
import { timedStates } from '#kernel';
import { Sweeper } from '#platform';
import { AuctionCourse } from './auction-course.service.js';
import { AuctionEndings } from './closing/auction-endings.service.js';
import { AuctionFinder } from './auction-finder.service.js';
import { auctionWorkflow } from './auction.workflow.js';
import { auctionWork } from './auction.words.js';

/** An auction begins at its hour also where no ticker runs. */
@Injectable()
export class AuctionsClock implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly finder: AuctionFinder,
    private readonly course: AuctionCourse,
    private readonly endings: AuctionEndings,
  ) {}

  onModuleInit(): void {
    this.sweeper.register({
      subject: 'auction',
      label: auctionWork,
      states: timedStates(auctionWorkflow),
      settle: async (act, id) => this.course.start(act, await this.finder.locked(act, id)),
      href: (id) => `/auctions/${id}`,
    });
    this.sweeper.every({ name: 'auctions whose lot is over', everyMinutes: 1, run: () => this.endings.due() });
  }
}
