import { Module, type Type } from '@nestjs/common';
import { type ActReader, Answers, Database, EvidenceSight, Sitemap, actsController } from '#platform';
import { CaseDesk, CasesModule } from '#cases';
import { OfficesModule } from '#offices';
import { PapersModule } from '#papers';
import { PartiesModule } from '#parties';
import { PublicationsModule } from '#publications';
import { ClaimCases } from './claim-cases.service.js';
import { ClaimIntake } from './claim-intake.service.js';
import { DueNotices } from './due-notices.js';
import { noticeActs } from './notice.acts.js';
import { noticeList } from './notice.list.js';
import { NoticeCases } from './notice-cases.service.js';
import { NoticeFactsService } from './notice.facts.js';
import { NoticeListService } from './notice-list.service.js';
import { NoticeReader } from './notice-reader.service.js';
import { NoticePeriodPapers } from './notice-period-papers.service.js';
import { NoticePublisher } from './notice-publisher.js';
import { NoticeSheetsController } from './notice-sheets.controller.js';
import { NoticesController } from './notices.controller.js';
import { noticeAddresses } from './notices.queries.js';
import { NoticesService } from './notices.service.js';
import { ObjectionsService } from './objections.service.js';
import { claimActs } from './priority-claim.acts.js';
import { PriorityClaimsService } from './priority-claims.service.js';
import type { ClaimFacts } from './priority-claim.workflow.js';

const placeOf = (asked: unknown): string => (typeof asked === 'string' ? asked.trim() : '');

@Module({
  imports: [OfficesModule, PapersModule, PartiesModule, PublicationsModule, CasesModule],
  controllers: [
    NoticeSheetsController,
    NoticesController,
    actsController(noticeActs, NoticeReader),
    actsController(claimActs, CaseDesk as Type<ActReader<ClaimFacts>>),
  ],
  providers: [
    ClaimCases,
    ClaimIntake,
    DueNotices,
    NoticeCases,
    NoticeFactsService,
    NoticeListService,
    NoticeReader,
    NoticePeriodPapers,
    NoticePublisher,
    NoticesService,
    ObjectionsService,
    PriorityClaimsService,
  ],
  exports: [NoticeReader, NoticesService, PriorityClaimsService],
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
  }
}
