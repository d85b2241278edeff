import { Body, Controller, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#kernel';
import { Done, Me, uploadsOf } from '#platform';
import { ClosingService } from '../closing.service.js';
import { CountyDeskService } from './county-desk.service.js';
import { MaterialsService } from '../applications/materials.service.js';
import { SuccessionService } from '../endings/succession.service.js';
import { TownDeskService } from './town-desk.service.js';
import {
  FilingInput,
  OpinionInput,
  ReasonInput,
  ReturnInput,
  ReviewInput,
  SigningInput,
  YieldInput,
} from './desk.input.js';
import type { TransferFacts } from '../transfer.facts.js';
import { TransfersService } from '../transfers.service.js';

/** What the desks do, each act a noun under the case. */
@Controller('transfers/:id')
export class ReviewsController {
  constructor(
    private readonly town: TownDeskService,
    private readonly county: CountyDeskService,
    private readonly closing: ClosingService,
    private readonly transfers: TransfersService,
    private readonly succession: SuccessionService,
    private readonly materials: MaterialsService,
  ) {}

  @Post('acceptance')
  async accept(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    return this.done(await this.town.accept(id, me), me, '已受理，地块留给本案。');
  }

  @Post('return')
  async sendBack(@Param('id', ParseUUIDPipe) id: string, @Body() input: ReturnInput, @Me() me: Actor): Promise<Done> {
    return this.done(await this.town.sendBack(id, input, me), me, '已退回补正，缺的一次说全了。');
  }

  @Post('endorsement')
  async endorse(@Param('id', ParseUUIDPipe) id: string, @Body() input: OpinionInput, @Me() me: Actor): Promise<Done> {
    return this.done(await this.town.endorse(id, input, me), me, '初审通过，意见书已出，等实地调查。');
  }

  @Post('push')
  async push(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    return this.done(await this.town.push(id, me), me, '已报县，从明天起算 1 个工作日。');
  }

  @Post('review')
  async review(@Param('id', ParseUUIDPipe) id: string, @Body() input: ReviewInput, @Me() me: Actor): Promise<Done> {
    return this.done(await this.county.keepReview(id, input, me), me, '核查意见存好了，还没有提交。');
  }

  @Post('approval')
  async approve(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    return this.done(await this.county.approve(id, me), me, '审核通过，公示已发布，等三处凭证。');
  }

  @Post('rejection')
  async reject(@Param('id', ParseUUIDPipe) id: string, @Body() input: ReasonInput, @Me() me: Actor): Promise<Done> {
    return this.done(await this.town.reject(id, input, me), me, '已决定不予通过，占用的地块放开了。');
  }

  @Post('recall')
  async recall(@Param('id', ParseUUIDPipe) id: string, @Body() input: ReasonInput, @Me() me: Actor): Promise<Done> {
    return this.done(await this.county.recall(id, input, me), me, '公示已撤回，退回镇里改。');
  }

  @Post('clearance')
  async clear(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    return this.done(await this.closing.clearByHand(id, me), me, '公示结束，可以签合同了。');
  }

  @Post('signing')
  async sign(@Param('id', ParseUUIDPipe) id: string, @Body() input: SigningInput, @Me() me: Actor): Promise<Done> {
    return this.done(await this.closing.sign(id, input, me), me, '合同已登记。');
  }

  @Post('filing')
  async file(@Param('id', ParseUUIDPipe) id: string, @Body() input: FilingInput, @Me() me: Actor): Promise<Done> {
    return this.done(await this.closing.file(id, input, me), me, '备案已登记。');
  }

  @Post('deposit-confirmation')
  async pay(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    return this.done(await this.closing.payByHand(id, me), me, '风险保障金已到账。');
  }

  @Post('record')
  async record(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    return this.done(await this.closing.record(id, me), me, '权利已登记，鉴证书已出具。');
  }

  /** 由优先权人承接: answers with the claimant's own new case. */
  @Post('yield')
  async yield(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: YieldInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const [choice] = await this.materials.receive(uploadsOf(request, 'choice').slice(0, 1));
    const next = await this.succession.yield(id, input.claimId, choice ?? null, me);
    return new Done(
      `/transfers/${next}`,
      () => this.transfers.see(next, me),
      '本案结束，已为选定的优先权人另立一案，地块留给他。',
    );
  }

  @Post('discontinuation')
  async discontinue(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    return this.done(await this.succession.discontinue(id, me), me, '本案已终止，双方的通知书已出。');
  }

  private async done(facts: TransferFacts, me: Actor, said: string): Promise<Done> {
    return new Done(`/transfers/${facts.record.id}`, () => this.transfers.seeAgain(facts, me), said);
  }
}
