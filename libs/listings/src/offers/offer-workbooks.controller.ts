import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#kernel';
import {
  type Asked,
  Asks,
  Done,
  Download,
  ForPosts,
  Gives,
  Me,
  Page,
  Scans,
  Sends,
  type Shown,
  listValue,
  sentTypes,
} from '#platform';
import { OfferPages } from './offer-pages.service.js';
import { lineLabels } from './offer-sheet.words.js';
import { offerClerks, workbookSaid } from './offer-workbook.acts.js';
import { OfferWorkbookInput } from './offer-workbook.input.js';
import { lineList, workbookList } from './offer-workbook.list.js';
import {
  type OfferWorkbookJson,
  type OfferWorkbookPage,
  workbookPageView,
  workbookView,
} from './offer-workbook.view.js';
import { OfferWorkbooks } from './offer-workbooks.service.js';

/** Workbooks of a whole village's offers; what is drafted of one stands in `offer-workbook.acts.ts`. */
@Controller('listings/workbooks')
@ForPosts(...offerClerks)
export class OfferWorkbooksController {
  constructor(
    private readonly workbooks: OfferWorkbooks,
    private readonly pages: OfferPages,
    private readonly scans: Scans,
  ) {}

  @Get()
  @Page('listings/workbooks', { wide: true })
  @Gives(listValue(workbookList))
  list(@Asks(workbookList) asked: Asked, @Me() me: Actor) {
    return this.pages.show(asked, me);
  }

  /** The empty sheet of a village. */
  @Get('sheets/:village')
  @Sends(sentTypes.sheet)
  template(@Param('village') village: string, @Me() me: Actor): Promise<Download> {
    return this.pages.template(village, me);
  }

  @Post()
  @Gives(workbookView)
  async lodge(
    @Body() input: OfferWorkbookInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done<OfferWorkbookJson>> {
    await this.scans.fill(OfferWorkbookInput, input, request);
    const { id } = await this.workbooks.lodge(input.village, input.file, me);
    return new Done(`/listings/workbooks/${id}`, await this.workbooks.see(id, me), workbookSaid.lodged);
  }

  @Get(':id')
  @Page('listings/workbook', { wide: true })
  @Gives(workbookPageView)
  async show(
    @Param('id', ParseUUIDPipe) id: string,
    @Asks(lineList) asked: Asked,
    @Me() me: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Shown<OfferWorkbookPage>> {
    const shown = await this.pages.one(asked, id, me);
    if (shown.view.status === 'checking' || shown.view.status === 'running') reply.header('Refresh', '3');
    return shown;
  }

  @Get(':id/errors')
  @Sends(sentTypes.sheet)
  async errors(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Download> {
    return new Download(await this.pages.errors(id, me), sentTypes.sheet, `${lineLabels.title}.xlsx`);
  }
}
