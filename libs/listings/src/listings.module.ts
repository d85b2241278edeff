import { Module } from '@nestjs/common';
import { DepositsModule } from '#deposits';
import { LedgerModule } from '#ledger';
import { OfficesModule } from '#offices';
import { PapersModule } from '#papers';
import { PartiesModule } from '#parties';
import { EvidenceSight, actsController, doersOf } from '#platform';
import { RightsModule } from '#rights';
import { TransfersModule } from '#transfers';
import { ListingHoldings } from './listing-holdings.service.js';
import { ListingLists } from './listing-lists.service.js';
import { ListingExhibits, ListingPages } from './listing-pages.service.js';
import { ListingFinder } from './listing-reader.service.js';
import { InterestFinder, InterestSurroundings } from './interest-facts.service.js';
import { InterestPages } from './interest-pages.service.js';
import { interestActs } from './interest.acts.js';
import { InterestWork } from './interest.work.js';
import { InterestsClock } from './interests.clock.js';
import { InterestsController } from './interests.controller.js';
import { listingActs, listingsActs } from './listing.acts.js';
import { ListingWork } from './listing.work.js';
import { ListingsClock } from './listings.clock.js';
import { ListingsController } from './listings.controller.js';
import { PricesController } from './prices.controller.js';
import { Prices } from './prices.service.js';

@Module({
  imports: [OfficesModule, PartiesModule, RightsModule, PapersModule, LedgerModule, DepositsModule, TransfersModule],
  controllers: [
    ListingsController,
    InterestsController,
    PricesController,
    actsController(interestActs, InterestPages),
    actsController(listingsActs, null),
    actsController(listingActs, ListingPages),
  ],
  providers: [
    ...doersOf(listingsActs, listingActs, interestActs),
    InterestFinder,
    InterestPages,
    InterestSurroundings,
    InterestWork,
    InterestsClock,
    ListingExhibits,
    ListingFinder,
    ListingHoldings,
    ListingLists,
    ListingPages,
    ListingWork,
    ListingsClock,
    Prices,
  ],
})
export class ListingsModule {
  constructor(sight: EvidenceSight) {
    for (const subject of ['listing', 'interest'])
      sight.register({
        subject,
        party: (_reader, files, party) => Promise.resolve(files.filter((file) => file.partyIds.includes(party))),
      });
  }
}
