import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceSight } from '#platform';
import { CasesModule } from '#cases';
import { PapersModule } from '#papers';
import { PartiesModule } from '#parties';
import { PublicationsModule } from '#publications';
import { ClaimClock } from './claim-clock.js';
import { ClaimStores } from './claim-stores.js';
import { DueNotices } from './due-notices.js';
import { EvidenceInbox } from './evidence-inbox.js';
import { Notice } from './notice.entity.js';
import { NoticeDesksController } from './notice-desks.controller.js';
import { NoticeDesksService } from './notice-desks.service.js';
import { NoticeFactsService } from './notice.facts.js';
import { NoticePeriodPapers } from './notice-period-papers.service.js';
import { NoticeListService } from './notice-list.service.js';
import { NoticePagesService } from './notice-pages.service.js';
import { NoticeStand } from './notice-stand.js';
import { NoticeVenuesController } from './notice-venues.controller.js';
import { NoticeVenuesService } from './notice-venues.service.js';
import { NoticesController } from './notices.controller.js';
import { NoticesService } from './notices.service.js';
import { ObjectionClocks } from './objection-clocks.js';
import { ObjectionPagesService } from './objection-pages.service.js';
import { ObjectionReceiptsController } from './objection-receipts.controller.js';
import { ObjectionsController } from './objections.controller.js';
import { ObjectionsService } from './objections.service.js';
import { PriorityClaim } from './priority-claim.entity.js';
import { PriorityClaimsController } from './priority-claims.controller.js';
import { PriorityClaimsService } from './priority-claims.service.js';
import { PriorityPagesService } from './priority-pages.service.js';
import { ScreensController } from './screens.controller.js';
import { ScreensService } from './screens.service.js';

const acts = [NoticesService, NoticeVenuesService, ObjectionsService, PriorityClaimsService, ScreensService];
const reads = [
  NoticeFactsService,
  NoticeDesksService,
  NoticeListService,
  NoticePagesService,
  ObjectionPagesService,
  PriorityPagesService,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([Notice, PriorityClaim]),
    PapersModule,
    PartiesModule,
    PublicationsModule,
    CasesModule,
  ],
  controllers: [
    NoticeDesksController,
    ObjectionReceiptsController,
    ObjectionsController,
    PriorityClaimsController,
    NoticeVenuesController,
    NoticesController,
    ScreensController,
  ],
  providers: [
    ...acts,
    ...reads,
    NoticePeriodPapers,
    NoticeStand,
    ObjectionClocks,
    ClaimClock,
    ClaimStores,
    EvidenceInbox,
    DueNotices,
  ],
  exports: [...acts, NoticePagesService],
})
export class NoticesModule {
  constructor(sight: EvidenceSight) {
    sight.register({ subject: 'notice' });
    sight.register({ subject: 'case_file' });
    sight.register({
      subject: 'priority_claim',
      party: async (reader, [first, ...more], partyId) =>
        first && (await reader.existsBy(PriorityClaim, { id: first.subjectId, partyId })) ? [first, ...more] : [],
    });
  }
}
