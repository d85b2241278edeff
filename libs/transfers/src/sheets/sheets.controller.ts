import { Body, Controller, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#kernel';
import { type Paper, paperKinds } from '#papers';
import { Done, Me, uploadsOf } from '#platform';
import { DraftMandates } from '../drafts/draft-mandates.service.js';
import { MandateFormInput } from '../drafts/mandate.input.js';
import { MaterialsService } from '../applications/materials.service.js';
import { ConsentSheetInput, IntentSheetInput, MandateRevocationInput } from './sheet.input.js';
import { SheetsService } from './sheets.service.js';
import { TransfersService } from '../transfers.service.js';

/** Sheets to be printed and signed, letters to agents, and the notice of what goes back of a deposit. */
@Controller('transfers/:id')
export class SheetsController {
  constructor(
    private readonly sheets: SheetsService,
    private readonly mandates: DraftMandates,
    private readonly materials: MaterialsService,
    private readonly transfers: TransfersService,
  ) {}

  @Post('consent-sheets')
  async consent(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ConsentSheetInput,
    @Me() me: Actor,
  ): Promise<Done> {
    return this.made(id, await this.sheets.consent(id, input, me), me);
  }

  @Post('mandate-sheets')
  async letter(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: MandateFormInput,
    @Me() me: Actor,
  ): Promise<Done> {
    return this.made(id, await this.sheets.mandate(id, input, me), me);
  }

  @Post('intent-sheets')
  async intent(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: IntentSheetInput,
    @Me() me: Actor,
  ): Promise<Done> {
    return this.made(id, await this.sheets.intent(id, input, me), me);
  }

  @Post('release-notices')
  async release(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    return this.made(id, await this.sheets.release(id, me), me);
  }

  /** The signed letter comes back: from now on the agent may act within it. */
  @Post('mandates')
  async mandate(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: MandateFormInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const [scan] = await this.materials.receive(uploadsOf(request, 'file').slice(0, 1));
    await this.mandates.give(id, input, scan ?? null, me);
    return new Done(`/transfers/${id}`, () => this.transfers.see(id, me), '委托书登记好了。');
  }

  @Post('mandate-revocations')
  async revoke(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: MandateRevocationInput,
    @Me() me: Actor,
  ): Promise<Done> {
    await this.sheets.revoke(id, input, me);
    return new Done(`/transfers/${id}`, () => this.transfers.see(id, me), '委托书撤销了。');
  }

  private made(id: string, paper: Paper, me: Actor): Done {
    const said = `《${paperKinds[paper.kind].title}》印好了，编号 ${paper.number}，在下面“出具的文书”里打开。`;
    return new Done(`/transfers/${id}`, () => this.transfers.see(id, me), said);
  }
}
