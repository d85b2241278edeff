import { Module } from '@nestjs/common';
import { EvidenceSight, actsController } from '#platform';
import { OfficesModule } from '#offices';
import { HallPageService } from './hall-page.service.js';
import { postingActs } from './posting.acts.js';
import { PostingWork } from './posting.work.js';
import { PostingLists } from './posting-lists.service.js';
import { PostingsController } from './postings.controller.js';
import { Postings } from './postings.service.js';
import { PublicationsService } from './publications.service.js';
import { Publishers } from './publishers.js';
import { screenActs } from './screen.acts.js';
import { ScreenDesk } from './screen-desk.service.js';
import { ScreenLists } from './screen-lists.service.js';
import { ScreensController } from './screens.controller.js';
import { ScreensService } from './screens.service.js';
import { TerminalsService } from './terminals.service.js';
import { VenuesService } from './venues.service.js';

const shown = [PublicationsService, Publishers, VenuesService];

@Module({
  imports: [OfficesModule],
  controllers: [
    PostingsController,
    ScreensController,
    actsController(postingActs, Postings),
    actsController(screenActs, ScreenDesk),
  ],
  providers: [
    ...shown,
    HallPageService,
    PostingLists,
    Postings,
    PostingWork,
    ScreenDesk,
    ScreenLists,
    ScreensService,
    TerminalsService,
  ],
  exports: shown,
})
export class PublicationsModule {
  constructor(sight: EvidenceSight) {
    sight.register({ subject: 'venue_posting' });
  }
}
