import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { DepositsModule } from '#deposits';
import { LedgerModule } from '#ledger';
import { NoticesModule } from '#notices';
import { OfficesModule } from '#offices';
import { PapersModule } from '#papers';
import { PartiesModule } from '#parties';
import { EvidenceSight, actsController, doersOf } from '#platform';
import { RightsModule } from '#rights';
import { TransfersModule } from '#transfers';
import { BarringAppealSide } from './barring/barring-appeal-side.service.js';
import { BarringPages } from './barring/barring-pages.service.js';
import { BarringFinder } from './barring/barring-reader.service.js';
import { barringActs, defaultActs } from './barring/barring.acts.js';
import { BarringsClock } from './barring/barrings.clock.js';
import { BarringsController } from './barring/barrings.controller.js';
import { biddingActs } from './bidding/bidding.acts.js';
import { BiddingOpenings } from './bidding-openings.js';
import { LotAwards } from './lot-awards.service.js';
import { ListingEntry } from './listing-entry.service.js';
import { ListingHoldings } from './listing-holdings.service.js';
import { ListingLists } from './listing-lists.service.js';
import { ListingExhibits, ListingPages } from './listing-pages.service.js';
import { ListingFinder, ListingHolders } from './listing-reader.service.js';
import { InterestFinder, InterestSurroundings } from './interests/interest-facts.service.js';
import { InterestPages } from './interests/interest-pages.service.js';
import { interestActs } from './interests/interest.acts.js';
import { InterestWork } from './interests/interest.work.js';
import { Admissions } from './interests/admissions.service.js';
import { InterestsController } from './interests/interests.controller.js';
import { listingActs, listingsActs } from './listing.acts.js';
import { listingLetterActs } from './listing-letter.acts.js';
import { ListingWork } from './listing.work.js';
import { ListingClocks } from './listing-clocks.service.js';
import { QuestionPages } from './questions/question-pages.service.js';
import { questionActs } from './questions/question.acts.js';
import { QuestionsClock } from './questions/questions.clock.js';
import { QuestionsController } from './questions/questions.controller.js';
import { RightDealPages } from './right-deals/right-deal-pages.service.js';
import { RightDealFinder } from './right-deals/right-deal-reader.service.js';
import { RightDealNotice } from './right-deals/right-deal-notice.service.js';
import { rightDealActs } from './right-deals/right-deal.acts.js';
import { RightDealWork } from './right-deals/right-deal.work.js';
import { RightDealsClock } from './right-deals/right-deals.clock.js';
import { RightDealsController } from './right-deals/right-deals.controller.js';
import { ListingsClock } from './listings.clock.js';
import { ClosingsController, ListingsController } from './listings.controller.js';
import { ListingCalendar } from './listing-calendar.service.js';
import { ListingMap } from './listing-map.service.js';
import { WantedPages } from './wanted/wanted-pages.service.js';
import { wantedActs, wantedsActs } from './wanted/wanted.acts.js';
import { WantedClock } from './wanted/wanted.clock.js';
import { WantedController } from './wanted/wanted.controller.js';
import { SavedSearchNews } from './searches/saved-search-news.service.js';
import { SavedSearchPages } from './searches/saved-search-pages.service.js';
import { searchActs, searchesActs } from './searches/saved-search.acts.js';
import { SavedSearchesController } from './searches/saved-searches.controller.js';
import { PricesController } from './prices/prices.controller.js';
import { OfferDrafts } from './offers/offer-drafts.service.js';
import { OfferPages } from './offers/offer-pages.service.js';
import { workbookActs } from './offers/offer-workbook.acts.js';
import { OfferWorkbooksController } from './offers/offer-workbooks.controller.js';
import { OfferWorkbooks } from './offers/offer-workbooks.service.js';
import { Prices } from './prices/prices.service.js';

@Module({
  imports: [
    OfficesModule,
    PartiesModule,
    RightsModule,
    PapersModule,
    CasesModule,
    NoticesModule,
    LedgerModule,
    DepositsModule,
    TransfersModule,
  ],
  controllers: [
    BarringsController,
    actsController(barringActs, BarringPages),
    actsController(defaultActs, InterestPages),
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
    actsController(biddingActs, ListingPages),
  ],
  providers: [
    ...doersOf(workbookActs, listingsActs, listingActs, listingLetterActs, interestActs, questionActs, rightDealActs),
    ...doersOf(defaultActs, barringActs, biddingActs),
    BiddingOpenings,
    LotAwards,
    BarringAppealSide,
    BarringFinder,
    BarringPages,
    BarringsClock,
    ...doersOf(wantedsActs, wantedActs, searchesActs, searchActs),
    InterestFinder,
    InterestPages,
    InterestSurroundings,
    InterestWork,
    Admissions,
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
  exports: [BiddingOpenings, LotAwards],
})
export class ListingsModule {
  constructor(sight: EvidenceSight) {
    for (const subject of ['listing', 'interest', 'right_deal', 'barring'])
      sight.register({
        subject,
        party: (_reader, files, party) => Promise.resolve(files.filter((file) => file.partyIds.includes(party))),
      });
  }
}
