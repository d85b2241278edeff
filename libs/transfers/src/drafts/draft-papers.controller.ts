import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#kernel';
import { Done, Me, Page, type Received, uploadsOf } from '#platform';
import { FileInput, MemberConsentInput } from '../applications/material.input.js';
import { MaterialsService } from '../applications/materials.service.js';
import { DecisionFormInput, TownshipApprovalInput } from '../collective/collective.input.js';
import { MandateFormInput } from './mandate.input.js';
import { DraftCollective } from './draft-collective.service.js';
import { DraftMandates } from './draft-mandates.service.js';
import { DraftMaterials } from './draft-materials.service.js';
import { DraftPages } from './draft-pages.service.js';
import { hrefOf } from './draft.head.js';

/** The last two steps: papers, consents, decision, mandate; and reading it over. */
@Controller('transfers/new/:draft')
export class DraftPapersController {
  constructor(
    private readonly pages: DraftPages,
    private readonly papers: DraftMaterials,
    private readonly materials: MaterialsService,
    private readonly collective: DraftCollective,
    private readonly mandates: DraftMandates,
  ) {}

  @Get('materials')
  @Page('transfers/form-materials')
  async list(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    const draft = await this.pages.drafts.get(id, me);
    return this.papers.materials(draft, this.pages.caseOf(draft), me);
  }

  @Post('files')
  async files(
    @Param('draft', ParseUUIDPipe) id: string,
    @Body() input: FileInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const transferId = this.pages.caseOf(await this.pages.drafts.get(id, me));
    await this.materials.attach(transferId, input.kind, await this.materials.receive(uploadsOf(request, 'file')), me);
    return new Done(hrefOf(id, 'materials'), { transferId }, '传好了。');
  }

  @Get('consents')
  @Page('confirm')
  async consentForm(
    @Param('draft', ParseUUIDPipe) id: string,
    @Query('household') household: unknown,
    @Me() me: Actor,
  ): Promise<object> {
    const draft = await this.pages.drafts.get(id, me);
    return this.papers.consent(draft, this.pages.caseOf(draft), typeof household === 'string' ? household : '', me);
  }

  @Post('consents')
  async consent(
    @Param('draft', ParseUUIDPipe) id: string,
    @Body() input: MemberConsentInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const transferId = this.pages.caseOf(await this.pages.drafts.get(id, me));
    await this.materials.consent(transferId, input, await this.scan(request), me);
    return new Done(hrefOf(id, 'materials'), { transferId }, '这一个人的同意记下了。');
  }

  @Get('decision')
  @Page('confirm')
  async decisionForm(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    const draft = await this.pages.drafts.get(id, me);
    return this.collective.form(draft, this.pages.caseOf(draft), 'decision', me);
  }

  @Post('decision')
  async decide(
    @Param('draft', ParseUUIDPipe) id: string,
    @Body() input: DecisionFormInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const transferId = this.pages.caseOf(await this.pages.drafts.get(id, me));
    await this.collective.desk.decide(transferId, input, await this.materials.receive(uploadsOf(request, 'file')), me);
    return new Done(hrefOf(id, 'materials'), { transferId }, '决议登记好了，够三分之二。');
  }

  @Get('township-approval')
  @Page('confirm')
  async approvalForm(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    const draft = await this.pages.drafts.get(id, me);
    return this.collective.form(draft, this.pages.caseOf(draft), 'township-approval', me);
  }

  @Post('township-approval')
  async approve(
    @Param('draft', ParseUUIDPipe) id: string,
    @Body() input: TownshipApprovalInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const transferId = this.pages.caseOf(await this.pages.drafts.get(id, me));
    await this.collective.desk.approve(transferId, input, await this.scan(request), me);
    return new Done(hrefOf(id, 'materials'), { transferId }, '批准登记好了。');
  }

  @Get('mandate')
  @Page('confirm')
  async mandateForm(
    @Param('draft', ParseUUIDPipe) id: string,
    @Query('household') household: unknown,
    @Me() me: Actor,
  ): Promise<object> {
    return this.mandates.form(await this.pages.drafts.get(id, me), typeof household === 'string' ? household : '');
  }

  @Post('mandate')
  async mandate(
    @Param('draft', ParseUUIDPipe) id: string,
    @Body() input: MandateFormInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const transferId = this.pages.caseOf(await this.pages.drafts.get(id, me));
    await this.mandates.give(transferId, input, await this.scan(request), me);
    return new Done(hrefOf(id, 'materials'), { transferId }, '委托书登记好了。');
  }

  @Get('check')
  @Page('transfers/form-check')
  async check(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    const draft = await this.pages.drafts.get(id, me);
    return this.papers.check(draft, this.pages.caseOf(draft), me);
  }

  private async scan(request: FastifyRequest): Promise<Received | null> {
    const [scan] = await this.materials.receive(uploadsOf(request, 'file').slice(0, 1));
    return scan ?? null;
  }
}
