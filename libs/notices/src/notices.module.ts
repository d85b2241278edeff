import { Module } from '@nestjs/common';
import { Answers, Database, EvidenceSight, Sitemap, actsController } from '#platform';
import { CasesModule } from '#cases';
import { OfficesModule } from '#offices';
import { PapersModule } from '#papers';
import { PartiesModule } from '#parties';
import { PublicationsModule } from '#publications';
import { ClaimFactsService } from './claim-facts.service.js';
import { ClaimIntake } from './claim-intake.service.js';
import { DueNotices } from './due-notices.js';
import { LetterShelf } from './letter-shelf.service.js';
import { noticeActs } from './notice.acts.js';
import { noticeList } from './notice.list.js';
import { LetterListsController } from './letter-lists.controller.js';
import { LetterLists } from './letter-lists.service.js';
import { NoticeFactsService } from './notice.facts.js';
import { NoticeListService } from './notice-list.service.js';
import { NoticePagesService } from './notice-pages.service.js';
import { NoticePeriodPapers } from './notice-period-papers.service.js';
import { NoticePublisher } from './notice-publisher.js';
import { NoticesController } from './notices.controller.js';
import { noticeAddresses } from './notices.queries.js';
import { NoticesService } from './notices.service.js';
import { objectionActs } from './objection.acts.js';
import { ObjectionPagesService } from './objection-pages.service.js';
import { ObjectionReceiptsController } from './objection-receipts.controller.js';
import { ObjectionsController } from './objections.controller.js';
import { ObjectionsService } from './objections.service.js';
import { claimActs } from './priority-claim.acts.js';
import { PriorityClaim } from './priority-claim.entity.js';
import { PriorityClaimsController } from './priority-claims.controller.js';
import { PriorityClaimsService } from './priority-claims.service.js';
import { PriorityPagesService } from './priority-pages.service.js';
import { NoticeWork } from './notice.work.js';

const placeOf = (asked: unknown): string => (typeof asked === 'string' ? asked.trim() : '');

@Module({
  imports: [OfficesModule, PapersModule, PartiesModule, PublicationsModule, CasesModule],
  controllers: [
    LetterListsController,
    ObjectionReceiptsController,
    ObjectionsController,
    PriorityClaimsController,
    NoticesController,
    actsController(noticeActs, NoticePagesService),
    actsController(objectionActs, ObjectionPagesService),
    actsController(claimActs, PriorityPagesService),
  ],
  providers: [
    NoticeWork,
    ClaimFactsService,
    ClaimIntake,
    DueNotices,
    LetterShelf,
    LetterLists,
    NoticeFactsService,
    NoticeListService,
    NoticePagesService,
    NoticePeriodPapers,
    NoticePublisher,
    NoticesService,
    ObjectionPagesService,
    ObjectionsService,
    PriorityClaimsService,
    PriorityPagesService,
  ],
  exports: [NoticePagesService, NoticesService, PriorityClaimsService],
})
export class NoticesModule {
  constructor(sight: EvidenceSight, answers: Answers, sitemap: Sitemap, database: Database) {
    sitemap.register(() => noticeAddresses(database));
    answers.register(
      noticeList.spec.at,
      'notices',
      ({ village, town }) => placeOf(village) || placeOf(town).slice(0, 9),
    );
    sight.register({ subject: 'notice' });
    sight.register({ subject: 'case_file' });
    sight.register({
      subject: 'priority_claim',
      party: async (reader, [first, ...more], partyId) =>
        first && (await reader.existsBy(PriorityClaim, { id: first.subjectId, partyId })) ? [first, ...more] : [],
    });
  }
}
