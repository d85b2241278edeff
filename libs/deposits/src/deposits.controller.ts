import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, Clock, type Day, isDay, yuan } from '#kernel';
import {
  Done,
  Files,
  ForPosts,
  Fresh,
  Me,
  Page,
  ParameterStore,
  type Received,
  inputProblem,
  uploadsOf,
} from '#platform';
import {
  ClaimInput,
  DepositSearch,
  PaidInput,
  PaymentInput,
  RefusalInput,
  ReleaseInput,
  ReturnedInput,
  SecurityInput,
} from './deposit.input.js';
import { slipNumberOf } from './deposit-payments.service.js';
import { DepositDesk } from './deposit-desk.service.js';

const desk = ['town_finance', 'county_director', 'supervisor', 'county_administrator'] as const;

/** The finance desk: slips in, money out with two persons, each with a second factor shown just now (ASVS 7.5.3). */
@Controller('deposits')
@ForPosts(...desk)
export class DepositsController {
  constructor(
    private readonly desk: DepositDesk,
    private readonly files: Files,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Page('desk/queue', { wide: true })
  queue(@Query() search: DepositSearch, @Me() me: Actor): Promise<object> {
    return this.desk.queue(search.state ?? '', search.after ?? '', me);
  }

  @Get(':id')
  @Page('deposits/show', { wide: true })
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.desk.show(id, me);
  }

  @Post(':id/payments')
  async pay(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: PaymentInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const scan = await this.scan(request);
    const slip = {
      ...input,
      slipNumber: slipNumberOf(input.slipNumber),
      amountFen: yuan(input.amount),
      paidOn: dayIn(input.paidOn),
    };
    await this.desk.pay(id, { ...slip, payerAccount: input.payerAccount.replace(/[\s-]/g, '') }, scan, me);
    return this.done(id, me);
  }

  @Post(':id/releases')
  @Fresh()
  async release(@Param('id', ParseUUIDPipe) id: string, @Body() input: ReleaseInput, @Me() me: Actor): Promise<Done> {
    const amountFen = input.amount === undefined ? null : yuan(input.amount);
    await this.desk.release(id, { amountFen, reason: input.reason }, me);
    return this.done(id, me);
  }

  @Post(':id/claims')
  @Fresh()
  async claim(@Param('id', ParseUUIDPipe) id: string, @Body() input: ClaimInput, @Me() me: Actor): Promise<Done> {
    const asked = { ...input, amountFen: yuan(input.amount), payeeAccount: input.payeeAccount.replace(/[\s-]/g, '') };
    await this.desk.claim(id, asked, me);
    return this.done(id, me);
  }

  @Post(':id/outflows/:outflow/approval')
  @Fresh()
  async approve(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('outflow', ParseUUIDPipe) outflow: string,
    @Me() me: Actor,
  ): Promise<Done> {
    await this.desk.approve(id, outflow, me);
    return this.done(id, me);
  }

  @Post(':id/outflows/:outflow/refusal')
  async refuse(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('outflow', ParseUUIDPipe) outflow: string,
    @Body() input: RefusalInput,
    @Me() me: Actor,
  ): Promise<Done> {
    await this.desk.refuse(id, outflow, input.reason, me);
    return this.done(id, me);
  }

  @Post(':id/outflows/:outflow/payment')
  @Fresh()
  async paid(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('outflow', ParseUUIDPipe) outflow: string,
    @Body() input: PaidInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const scan = await this.scan(request);
    const paid = { slipNumber: slipNumberOf(input.slipNumber), paidOn: dayIn(input.paidOn) };
    await this.desk.paid(id, outflow, { ...paid, scan }, me);
    return this.done(id, me);
  }

  /** The bank sent it back. */
  @Post(':id/outflows/:outflow/bank-return')
  @Fresh()
  async sentBack(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('outflow', ParseUUIDPipe) outflow: string,
    @Body() input: ReturnedInput,
    @Me() me: Actor,
  ): Promise<Done> {
    const back = { returnedOn: pastDay(input.returnedOn, 'returnedOn', this.clock.today()), reason: input.reason };
    await this.desk.sentBack(id, outflow, back, me);
    return this.done(id, me);
  }

  /** A guarantee or an insurance in place of the money. */
  @Post(':id/securities')
  async secure(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: SecurityInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const scan = await this.scan(request, '请附上保函、保险单的扫描件。');
    const days = { validFrom: dayIn(input.validFrom, 'validFrom'), validTo: dayIn(input.validTo, 'validTo') };
    const { kind, issuer, number, amount } = input;
    await this.desk.secure(id, { kind, issuer, number, amountFen: yuan(amount), ...days }, scan, me);
    return this.done(id, me);
  }

  @Post(':id/retention')
  async retain(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    await this.desk.retain(id, me);
    return this.done(id, me);
  }

  @Post(':id/topup')
  async topUp(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    await this.desk.settle(id, 'ask_topup', me);
    return this.done(id, me);
  }

  @Post(':id/completion')
  async complete(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    await this.desk.settle(id, 'use_up', me);
    return this.done(id, me);
  }

  private done(id: string, me: Actor): Done {
    return new Done(`/deposits/${id}`, () => this.desk.show(id, me));
  }

  private async scan(request: FastifyRequest, missing = '请附上银行回单的照片或扫描件。'): Promise<Received> {
    const [upload] = uploadsOf(request, 'scan');
    if (!upload) throw inputProblem([{ pointer: '#/scan', detail: missing }]);
    const { maxUploadMb } = await this.parameters.on(this.clock.today());
    return this.files.receive(upload, maxUploadMb);
  }
}

function dayIn(text: string, field = 'paidOn'): Day {
  if (isDay(text)) return text;
  throw inputProblem([{ pointer: `#/${field}`, detail: `“${text}”不是有效日期。` }]);
}

function pastDay(text: string, field: string, today: Day): Day {
  const day = dayIn(text, field);
  if (day <= today) return day;
  throw inputProblem([{ pointer: `#/${field}`, detail: '不能晚于今天。' }]);
}
