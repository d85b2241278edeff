import { Body, Controller, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#kernel';
import { Done, Me, uploadsOf } from '#platform';
import { CapitalService } from '../capital/capital.service.js';
import { DecisionFormInput, TownshipApprovalInput } from '../collective/collective.input.js';
import { CollectiveService } from '../collective/collective.service.js';
import {
  ConsentWithdrawalInput,
  FileInput,
  GuarantorInput,
  MemberConsentInput,
  MortgageeInput,
} from './material.input.js';
import { GuarantorsService } from './guarantors.service.js';
import { MaterialsService } from './materials.service.js';
import { CapitalDecisionInput, CapitalInput } from '../desks/desk.input.js';
import { TransfersService } from '../transfers.service.js';

/** What is brought to a case: files, consents, the licence for outside capital. */
@Controller('transfers/:id')
export class MaterialsController {
  constructor(
    private readonly materials: MaterialsService,
    private readonly capital: CapitalService,
    private readonly collective: CollectiveService,
    private readonly guarantors: GuarantorsService,
    private readonly transfers: TransfersService,
  ) {}

  @Post('files')
  async files(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: FileInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const received = await this.materials.receive(uploadsOf(request, 'file'));
    return this.done(await this.materials.attach(id, input.kind, received, me), me, '传上来了。');
  }

  @Post('consents')
  async consent(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: MemberConsentInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const [scan] = await this.materials.receive(uploadsOf(request, 'file').slice(0, 1));
    return this.done(await this.materials.consent(id, input, scan ?? null, me), me, '同意记下了。');
  }

  @Post('consent-withdrawals')
  async takeBack(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ConsentWithdrawalInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const [scan] = await this.materials.receive(uploadsOf(request, 'file').slice(0, 1));
    return this.done(
      await this.materials.takeBack(id, input, scan ?? null, me),
      me,
      '撤回记下了，重新同意以前签不了合同。',
    );
  }

  @Post('mortgagee-consents')
  async mortgagee(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: MortgageeInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const [scan] = await this.materials.receive(uploadsOf(request, 'file').slice(0, 1));
    return this.done(await this.materials.mortgagee(id, input, scan ?? null, me), me, '抵押权人同意记下了。');
  }

  @Post('decision')
  async decision(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: DecisionFormInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    await this.collective.decide(id, input, await this.materials.receive(uploadsOf(request, 'file')), me);
    return this.done(id, me, '决议登记好了，够三分之二。');
  }

  @Post('township-approval')
  async township(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: TownshipApprovalInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const [scan] = await this.materials.receive(uploadsOf(request, 'file').slice(0, 1));
    await this.collective.approve(id, input, scan ?? null, me);
    return this.done(id, me, '批准登记好了。');
  }

  @Post('guarantor')
  async guarantor(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: GuarantorInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const [scan] = await this.materials.receive(uploadsOf(request, 'file').slice(0, 1));
    await this.guarantors.name(id, input, scan ?? null, me);
    return this.done(id, me, '担保人登记好了。');
  }

  @Post('capital-application')
  async apply(@Param('id', ParseUUIDPipe) id: string, @Body() input: CapitalInput, @Me() me: Actor): Promise<Done> {
    return this.done(
      (await this.capital.open(id, input, me)).record.id,
      me,
      '审批受理记下了，从次日起算 20 个工作日。',
    );
  }

  @Post('capital-decision')
  async decide(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: CapitalDecisionInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const [paper] = await this.materials.receive(uploadsOf(request, 'file').slice(0, 1));
    return this.done((await this.capital.decide(id, input, paper ?? null, me)).record.id, me, '审批结果记下了。');
  }

  private async done(id: string, me: Actor, said: string): Promise<Done> {
    return new Done(`/transfers/${id}`, () => this.transfers.see(id, me), said);
  }
}
