import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { DepositsModule } from '#deposits';
import { InspectionsModule } from '#inspections';
import { NoticesModule } from '#notices';
import { OfficesModule } from '#offices';
import { PapersModule } from '#papers';
import { PartiesModule } from '#parties';
import { PublicationsModule } from '#publications';
import { actsController, doersOf } from '#platform';
import { RightsModule } from '#rights';
import { sheetActs } from './sheets/sheet.acts.js';
import { transferActs } from './transfer.acts.js';
import { transferHelps } from './transfer.helps.acts.js';
import { CaseLists } from './desks/case-lists.service.js';
import { DeskSheets } from './sheets/desk-sheets.service.js';
import { ConsequenceWork } from './desks/consequence.work.js';
import { TransferWork } from './desks/transfer.work.js';
import { DirectorService } from './desks/director.service.js';
import { FollowService } from './follow/follow.service.js';
import { Applicants } from './applications/applicants.service.js';
import { ApplicationDesk } from './applications/application-desk.service.js';
import { ApplicationsService } from './applications/applications.service.js';
import { PaperParties } from './papers/paper-parties.service.js';
import { ApplicationsController } from './applications/applications.controller.js';
import { CaseFiles } from './page/case-files.js';
import { CaseFacts } from './facts/case-facts.service.js';
import { SpokenFacts } from './facts/spoken-facts.service.js';
import { TermReminders } from './endings/term-reminders.clock.js';
import { FollowedCase } from './follow/followed-case.service.js';
import { CaseSurroundings } from './facts/case-surroundings.service.js';
import { CasePapers } from './papers/case-papers.service.js';
import { CaseSketch } from './page/case-sketch.service.js';
import { DeskController } from './desks/desk.controller.js';
import { DeskFacts } from './facts/desk-facts.service.js';
import { EndingsService } from './endings/endings.service.js';
import { NoticeStanding } from './notice-standing.service.js';
import { NoticeWriter } from './notice-writer.service.js';
import { Holdings } from './endings/holdings.service.js';
import { ReviewPapers } from './papers/review-papers.service.js';
import { CaseLetters } from './papers/case-letters.service.js';
import { StagePapers } from './papers/stage-papers.service.js';
import { StageRecords } from './papers/stage-records.service.js';
import { EndingList } from './endings/ending-list.service.js';
import { TermEndPapers } from './papers/term-end-papers.service.js';
import { TransfersClock } from './transfers.clock.js';
import { TransfersController } from './transfers.controller.js';
import { CaseExhibits, TransfersService } from './transfers.service.js';
import { CounterClock } from './assistance/assistance.clock.js';
import { ReceiptsController } from './assistance/receipts.controller.js';
import { ReceiptsService } from './assistance/receipts.service.js';
import { DraftCases } from './drafts/draft-cases.service.js';
import { DraftContracts } from './drafts/draft-contracts.service.js';
import { DraftLand } from './drafts/draft-land.service.js';
import { DraftHandingIn } from './drafts/handing-in.service.js';
import { DraftPages } from './drafts/draft-pages.service.js';
import { DraftTerms } from './drafts/draft-terms.service.js';
import { DraftWho } from './drafts/draft-who.service.js';
import { DraftsController } from './drafts/drafts.controller.js';
import { DraftsService } from './drafts/drafts.service.js';

/** The counter: applications being written, and acting for a person who is present. */
const counter = [
  CounterClock,
  DraftCases,
  DraftContracts,
  DraftLand,
  DraftHandingIn,
  DraftPages,
  DraftTerms,
  DraftWho,
  DraftsService,
  ReceiptsService,
];

/** What a person can do with a case, table by table. */
const tables = [transferActs, transferHelps, sheetActs];

@Module({
  imports: [
    OfficesModule,
    PartiesModule,
    RightsModule,
    PapersModule,
    PublicationsModule,
    CasesModule,
    NoticesModule,
    DepositsModule,
    InspectionsModule,
  ],
  controllers: [
    ReceiptsController,
    DraftsController,
    DeskController,
    ApplicationsController,
    TransfersController,
    ...tables.map((table) => actsController(table, TransfersService)),
  ],
  providers: [
    ...counter,
    ...doersOf(...tables),
    CaseLists,
    TransferWork,
    ConsequenceWork,
    DeskSheets,
    DirectorService,
    FollowService,
    Applicants,
    ApplicationDesk,
    CaseExhibits,
    CaseFacts,
    CaseFiles,
    CasePapers,
    CaseSketch,
    CaseSurroundings,
    SpokenFacts,
    TermReminders,
    FollowedCase,
    DeskFacts,
    NoticeStanding,
    NoticeWriter,
    PaperParties,
    EndingList,
    TermEndPapers,
    Holdings,
    ReviewPapers,
    CaseLetters,
    StagePapers,
    StageRecords,
    TransfersClock,
    TransfersService,
  ],
  exports: [ApplicationsService, CaseFacts, CasePapers, CaseSketch, EndingsService, PaperParties, TransfersService],
})
export class TransfersModule {}
