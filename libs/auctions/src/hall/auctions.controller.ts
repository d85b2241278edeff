import { Controller, Get, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#kernel';
import {
  type Asked,
  Asks,
  Gives,
  type ListView,
  Lists,
  Me,
  Page,
  Public,
  SendsEvents,
  type Shown,
  Watchers,
  everybody,
  listValue,
} from '#platform';
import { auctionChannel } from '../bids/told.js';
import { AuctionHall } from './auction-hall.service.js';
import { AuctionOffers } from './auction-offers.service.js';
import { type AuctionRow, auctionList } from './auction.list.js';
import {
  type AuctionLine,
  type AuctionView,
  type BidQuestion,
  auctionView,
  linesView,
  questionView,
} from './hall.view.js';

const fifteenSeconds = 15;

/** What is bid for, and how it goes, to everybody. */
@Controller('auctions')
export class AuctionsController {
  constructor(
    private readonly hall: AuctionHall,
    private readonly offers: AuctionOffers,
    private readonly lists: Lists,
    private readonly watchers: Watchers,
  ) {}

  @Public()
  @Get()
  @Page('auctions/index', { wide: true })
  @Gives(listValue(auctionList))
  list(@Asks(auctionList) asked: Asked): Promise<Shown<ListView<AuctionRow>>> {
    return this.lists.show(
      auctionList,
      asked,
      everybody,
      (row) => row,
      () => ({ options: {} }),
    );
  }

  /** The hall; without a script it comes anew by itself. */
  @Public()
  @Get(':id')
  @Page('auctions/show', { wide: true, refresh: fifteenSeconds })
  @Gives(auctionView)
  async show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<AuctionView>> {
    return this.hall.see(id, me, await this.offers.of(id, me));
  }

  @Public()
  @Get(':id/attempts')
  @Gives(linesView)
  attempts(
    @Param('id', ParseUUIDPipe) id: string,
    @Query('after') after: unknown,
    @Me() me: Actor,
  ): Promise<{ rows: AuctionLine[]; now: Date }> {
    return this.hall.lines(id, wholeOf(after), me);
  }

  /** An amount in words, before it is bid. */
  @Get(':id/question')
  @Page('auctions/question')
  @Gives(questionView)
  question(
    @Param('id', ParseUUIDPipe) id: string,
    @Query('amountYuan') amountYuan: unknown,
  ): Promise<Shown<BidQuestion>> {
    return this.hall.question(id, amountYuan);
  }

  @Public()
  @Get(':id/stream')
  @SendsEvents()
  stream(
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.watchers.watch(auctionChannel, id, request, reply);
  }
}

/** A sequence number as it was asked; 0, which none has, for what is no number. */
const wholeOf = (asked: unknown): number => (/^\d{1,9}$/.test(String(asked)) ? Number(asked) : 0);
