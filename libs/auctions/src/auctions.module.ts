import { Module } from '@nestjs/common';
import { InspectionsModule } from '#inspections';
import { ListingsModule } from '#listings';
import { OfficesModule } from '#offices';
import { PapersModule } from '#papers';
import { PartiesModule } from '#parties';
import { actsController } from '#platform';
import { AuctionCourse } from './auction-course.service.js';
import { AuctionDue } from './auction-due.service.js';
import { AuctionFinder } from './auction-finder.service.js';
import { AuctionGround } from './auction-ground.service.js';
import { AuctionOpening } from './auction-opening.service.js';
import { AuctionOutages } from './auction-outages.service.js';
import { AuctionTicker } from './auction-ticker.service.js';
import { AuctionsClock } from './auctions.clock.js';
import { BidderSeal } from './bidders/bidder-seal.js';
import { Bidders } from './bidders/bidders.service.js';
import { BidDesk } from './bids/bid-desk.service.js';
import { BidEngine } from './bids/bid-engine.js';
import { BidLog } from './bids/bid-log.js';
import { BidProcesses } from './bids/bid-processes.js';
import { BidTraces } from './bids/bid-traces.service.js';
import { BidsController } from './bids/bids.controller.js';
import { EntryClock } from './bids/entry-clock.js';
import { Intake } from './bids/intake.js';
import { Receipts } from './bids/receipts.service.js';
import { Batches } from './packs/batches.service.js';
import { PackBuilder } from './packs/pack-builder.service.js';
import { PackReader } from './packs/pack-facts.service.js';
import { SignedReceipts } from './packs/signed-receipts.service.js';
import { PacksController } from './packs/packs.controller.js';
import { FlagsController } from './flags/flags.controller.js';
import { Flags } from './flags/flags.service.js';
import { AuctionAwards } from './closing/auction-awards.service.js';
import { AuctionClosing } from './closing/auction-closing.service.js';
import { AuctionEndings } from './closing/auction-endings.service.js';
import { DealConfirmations } from './closing/deal-confirmations.service.js';
import { EqualClaims } from './closing/equal-claims.service.js';
import { NextBidder } from './closing/next-bidder.service.js';
import { ResultOpening } from './closing/result-opening.service.js';
import { AuctionHall } from './hall/auction-hall.service.js';
import { AuctionOffers } from './hall/auction-offers.service.js';
import { HallReader } from './hall/hall-reader.service.js';
import { AuctionsController } from './hall/auctions.controller.js';
import { pledgeActs } from './station/pledge.acts.js';
import { Pledges } from './station/pledges.service.js';
import { unsealingActs } from './unsealing/unsealing.acts.js';
import { Unsealings } from './unsealing/unsealings.service.js';

@Module({
  imports: [InspectionsModule, ListingsModule, OfficesModule, PapersModule, PartiesModule],
  controllers: [
    PacksController,
    FlagsController,
    actsController(unsealingActs, Unsealings),
    actsController(pledgeActs, Pledges),
    AuctionsController,
    BidsController,
  ],
  providers: [
    Batches,
    PackBuilder,
    PackReader,
    SignedReceipts,
    AuctionAwards,
    AuctionClosing,
    AuctionCourse,
    AuctionDue,
    AuctionEndings,
    AuctionFinder,
    AuctionHall,
    AuctionOffers,
    AuctionGround,
    AuctionOpening,
    AuctionOutages,
    AuctionTicker,
    AuctionsClock,
    BidDesk,
    BidEngine,
    BidLog,
    BidProcesses,
    BidTraces,
    Flags,
    BidderSeal,
    Bidders,
    DealConfirmations,
    EntryClock,
    EqualClaims,
    HallReader,
    Intake,
    NextBidder,
    Pledges,
    Receipts,
    ResultOpening,
    Unsealings,
  ],
  exports: [AuctionTicker],
})
export class AuctionsModule {}
