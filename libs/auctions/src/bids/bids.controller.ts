import { Controller, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#kernel';
import { Done, Gives, Me, OwnKeys, SessionCookies, Takes, networkOf, requestContext } from '#platform';
import { BidDesk } from './bid-desk.service.js';
import { BidTraces } from './bid-traces.service.js';
import { BidInput } from './bid.input.js';
import type { Asked } from './bid-desk.service.js';
import { bidSaid } from './bid.acts.js';
import { Intake } from './intake.js';
import { type ReceiptView, receiptOf, receiptView } from './receipt.view.js';

/** Where bids come in. Each is answered by its receipt; whoever did not hear the answer asks again with the same key. */
@OwnKeys()
@Controller('auctions/:id')
export class BidsController {
  constructor(
    private readonly desk: BidDesk,
    private readonly intake: Intake,
    private readonly cookies: SessionCookies,
    private readonly traces: BidTraces,
  ) {}

  @Post('bids')
  @Takes(BidInput)
  @Gives(receiptView)
  bid(
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done<ReceiptView>> {
    return this.take('bid', id, request, me);
  }

  /** 委托最高价: up to there the exchange bids by the smallest step that leads. */
  @Post('maxima')
  @Takes(BidInput)
  @Gives(receiptView)
  maximum(
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done<ReceiptView>> {
    return this.take('maximum', id, request, me);
  }

  /** 拍卖法第三十六条：不得撤回。Asked for, it is refused with a receipt. */
  @Post('withdrawals')
  @Gives(receiptView)
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done<ReceiptView>> {
    return this.take('withdrawal', id, request, me);
  }

  private async take(
    kind: Asked['kind'],
    auctionId: string,
    request: FastifyRequest,
    me: Actor,
  ): Promise<Done<ReceiptView>> {
    const taken = await this.intake.of(request);
    const { amountYuan } = (request.body ?? {}) as { amountYuan?: unknown };
    const key = requestContext.getStore()?.idempotency?.key ?? '';
    await this.traces.see(auctionId, me, { address: networkOf(request), device: this.cookies.deviceOf(request) });
    const receipt = await this.desk.bid(me, { auctionId, kind, amountYuan, key, taken });
    return new Done(`/auctions/${auctionId}`, receiptOf(receipt), bidSaid[kind]);
  }
}
