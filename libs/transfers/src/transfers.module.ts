import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { DepositsModule } from '#deposits';
import { InspectionsModule } from '#inspections';
import { LedgerModule } from '#ledger';
import { NoticesModule } from '#notices';
import { OfficesModule } from '#offices';
import { PapersModule } from '#papers';
import { PartiesModule } from '#parties';
import { PublicationsModule } from '#publications';
import { actsController, doersOf } from '#platform';
import { RightSubjects, RightsModule } from '#rights';
import { sheetActs } from './sheets/sheet.acts.js';
import { numbersOf } from './transfers.queries.js';
import { transferActs } from './transfer.acts.js';
import { transferHelps } from './transfer.helps.acts.js';
import { TransferLists } from './desks/transfer-lists.service.js';
import { DeskSheets } from './desks/desk-sheets.service.js';
import { ConsequenceWork } from './desks/consequence.work.js';
import { TransferWork } from './desks/transfer.work.js';
import { DirectorService } from './desks/director.service.js';
import { FollowService } from './follow/follow.service.js';
import { Applicants } from './application/applicants.service.js';
import { ApplicationDesk } from './application/application-desk.service.js';
import { DealsService } from './application/deals.service.js';
import { ApplicationsService } from './application/applications.service.js';
import { PaperParties } from './letters/paper-parties.service.js';
import { ApplicationsController } from './drafts/applications.controller.js';
import { TransferFiles } from './views/files.js';
import { TownPrices } from './facts/town-prices.service.js';
import { TransferReader } from './facts/transfer-facts.service.js';
import { SpokenFacts } from './facts/spoken-facts.service.js';
import { GroundClock } from './ending/ground.clock.js';
import { TermReminders } from './ending/term-reminders.clock.js';
import { FollowedCase } from './follow/followed-case.service.js';
import { TransferSurroundings } from './facts/transfer-surroundings.service.js';
import { TransferPapers } from './letters/transfer-papers.service.js';
import { TransferSketch } from './views/land-sketch.service.js';
import { DeskController } from './desks/desk.controller.js';
import { DeskFacts } from './facts/desk-facts.service.js';
import { EndingsService } from './ending/endings.service.js';
import { NoticeStanding } from './holdings/notice-standing.service.js';
import { NoticeWriter } from './holdings/notice-writer.service.js';
import { Holdings } from './holdings/holdings.service.js';
import { EndingController } from './ending/ending.controller.js';
import { EndingLists } from './ending/ending-lists.service.js';
import { TransfersClock } from './transfers.clock.js';
import { TransfersController } from './transfers.controller.js';
import { TransferExhibits, TransfersService } from './transfers.service.js';
import { CounterClock } from './drafts/assistance.clock.js';
import { ReceiptsController } from './drafts/receipts.controller.js';
import { ReceiptsService } from './drafts/receipts.service.js';
import { DraftCases } from './drafts/draft-cases.service.js';
import { DraftContracts } from './drafts/draft-contracts.service.js';
import { DraftLand } from './drafts/draft-land.service.js';
import { DraftHandingIn } from './drafts/handing-in.service.js';
import { DraftReader } from './drafts/draft-reader.service.js';
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
  DraftReader,
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
    LedgerModule,
  ],
  controllers: [
    ReceiptsController,
    DraftsController,
    DeskController,
    EndingController,
    ApplicationsController,
    TransfersController,
    ...tables.map((table) => actsController(table, TransfersService)),
  ],
  providers: [
    ...counter,
    ...doersOf(...tables),
    TransferLists,
    TransferWork,
    ConsequenceWork,
    DeskSheets,
    DirectorService,
    FollowService,
    Applicants,
    ApplicationDesk,
    TownPrices,
    DealsService,
    TransferExhibits,
    TransferReader,
    TransferFiles,
    TransferPapers,
    TransferSketch,
    TransferSurroundings,
    SpokenFacts,
    TermReminders,
    GroundClock,
    FollowedCase,
    DeskFacts,
    NoticeStanding,
    NoticeWriter,
    PaperParties,
    EndingLists,
    Holdings,
    TransfersClock,
    TransfersService,
  ],
  exports: [
    DealsService,
    ApplicationsService,
    TransferReader,
    TransferPapers,
    TransferSketch,
    EndingsService,
    PaperParties,
    TransfersService,
  ],
})
export class TransfersModule {
  constructor(subjects: RightSubjects) {
    subjects.register('transfer', numbersOf);
  }
}
