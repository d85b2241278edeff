import { Module } from '@nestjs/common';
import { DepositsModule } from '#deposits';
import { LedgerModule } from '#ledger';
import { NoticesModule } from '#notices';
import { OfficesModule } from '#offices';
import { PapersModule } from '#papers';
import { PartiesModule } from '#parties';
import { EvidenceSight, actsController, doersOf } from '#platform';
import { RightsModule } from '#rights';
import { TransfersModule } from '#transfers';
import { ListingEntry } from './listing-entry.service.js';
import { ListingHoldings } from './listing-holdings.service.js';
import { ListingLists } from './listing-lists.service.js';
import { ListingExhibits, ListingPages } from './listing-pages.service.js';
import { ListingFinder, ListingHolders } from './listing-reader.service.js';
import { InterestFinder, InterestSurroundings } from './interest-facts.service.js';
import { InterestPages } from './interest-pages.service.js';
import { interestActs } from './interest.acts.js';
import { InterestWork } from './interest.work.js';
import { InterestsClock } from './interests.clock.js';
import { InterestsController } from './interests.controller.js';
import { listingActs, listingsActs } from './listing.acts.js';
import { listingLetterActs } from './listing-letter.acts.js';
import { ListingWork } from './listing.work.js';
import { ListingClocks } from './listing-clocks.service.js';
import { QuestionPages } from './question-pages.service.js';
import { questionActs } from './question.acts.js';
import { QuestionsClock } from './questions.clock.js';
import { QuestionsController } from './questions.controller.js';
import { RightDealPages } from './right-deal-pages.service.js';
import { RightDealFinder } from './right-deal-reader.service.js';
import { RightDealNotice } from './right-deal-notice.service.js';
import { rightDealActs } from './right-deal.acts.js';
import { RightDealWork } from './right-deal.work.js';
import { RightDealsClock } from './right-deals.clock.js';
import { RightDealsController } from './right-deals.controller.js';
import { ListingsClock } from './listings.clock.js';
import { ClosingsController, ListingsController } from './listings.controller.js';
import { ListingCalendar } from './listing-calendar.service.js';
import { ListingMap } from './listing-map.service.js';
import { WantedPages } from './wanted-pages.service.js';
import { wantedActs, wantedsActs } from './wanted.acts.js';
import { WantedClock } from './wanted.clock.js';
import { WantedController } from './wanted.controller.js';
import { SavedSearchNews } from './saved-search-news.service.js';
import { SavedSearchPages } from './saved-search-pages.service.js';
import { searchActs, searchesActs } from './saved-search.acts.js';
import { SavedSearchesController } from './saved-searches.controller.js';
import { PricesController } from './prices.controller.js';
import { OfferDrafts } from './offer-drafts.service.js';
import { OfferPages } from './offer-pages.service.js';
import { workbookActs } from './offer-workbook.acts.js';
import { OfferWorkbooksController } from './offer-workbooks.controller.js';
import { OfferWorkbooks } from './offer-workbooks.service.js';
import { Prices } from './prices.service.js';

@Module({
  imports: [
    OfficesModule,
    PartiesModule,
    RightsModule,
    PapersModule,
    NoticesModule,
    LedgerModule,
    DepositsModule,
    TransfersModule,
  ],
  controllers: [
    ClosingsController,
    OfferWorkbooksController,
    actsController(workbookActs, OfferWorkbooks),
    ListingsController,
    InterestsController,
    PricesController,
    RightDealsController,
    QuestionsController,
    WantedController,
    SavedSearchesController,
    actsController(questionActs, QuestionPages),
    actsController(rightDealActs, RightDealPages),
    actsController(interestActs, InterestPages),
    actsController(searchesActs, null),
    actsController(searchActs, SavedSearchPages),
    actsController(wantedsActs, null),
    actsController(wantedActs, WantedPages),
    actsController(listingsActs, null),
    actsController(listingActs, ListingPages),
    actsController(listingLetterActs, ListingPages),
  ],
  providers: [
    ...doersOf(workbookActs, listingsActs, listingActs, listingLetterActs, interestActs, questionActs, rightDealActs),
    ...doersOf(wantedsActs, wantedActs, searchesActs, searchActs),
    InterestFinder,
    InterestPages,
    InterestSurroundings,
    InterestWork,
    InterestsClock,
    ListingEntry,
    ListingExhibits,
    ListingFinder,
    ListingHoldings,
    ListingHolders,
    RightDealFinder,
    RightDealNotice,
    RightDealPages,
    RightDealWork,
    RightDealsClock,
    ListingCalendar,
    ListingLists,
    ListingMap,
    ListingPages,
    ListingWork,
    ListingsClock,
    OfferDrafts,
    OfferPages,
    Prices,
    ListingClocks,
    QuestionPages,
    QuestionsClock,
    SavedSearchNews,
    SavedSearchPages,
    WantedClock,
    WantedPages,
  ],
})
export class ListingsModule {
  constructor(sight: EvidenceSight) {
    for (const subject of ['listing', 'interest', 'right_deal'])
      sight.register({
        subject,
        party: (_reader, files, party) => Promise.resolve(files.filter((file) => file.partyIds.includes(party))),
      });
  }
}
