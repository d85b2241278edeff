import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#kernel';
import {
  type Asked,
  Asks,
  Done,
  Download,
  ForPosts,
  Me,
  Page,
  Scans,
  type Shown,
  Gives,
  listValue,
  Sends,
  sentTypes,
} from '#platform';
import { errorCsv, errorXlsx } from './error-sheet.js';
import { importSaid } from './import.acts.js';
import { ImportInput } from './import.input.js';
import { importList, quarantineList } from './import.list.js';
import { ImportLists } from './import-lists.service.js';
import { type ImportJson, type ImportPage, importOf, importPageView, importView } from './import.view.js';
import { quarantineLabels } from './import.words.js';
import { ImportsService } from './imports.service.js';

const MOST_ERRORS = 100_000;

/** Files on their way into the register. */
@Controller('register/imports')
@ForPosts('county_administrator')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly lists: ImportLists,
    private readonly scans: Scans,
  ) {}

  @Get()
  @Page('register/imports', { wide: true })
  @Gives(listValue(importList))
  list(@Asks(importList) asked: Asked) {
    return this.lists.show(asked);
  }

  @Get('sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(importList) asked: Asked): Promise<Download> {
    return this.lists.sheet(asked);
  }

  @Post()
  @Gives(importView)
  async lodge(@Body() input: ImportInput, @Req() request: FastifyRequest, @Me() me: Actor): Promise<Done<ImportJson>> {
    await this.scans.fill(ImportInput, input, request);
    const job = await this.imports.lodge(input.file, me);
    return new Done(`/register/imports/${job.id}`, importOf(job, null), importSaid.lodged);
  }

  @Get(':id')
  @Page('register/import', { wide: true })
  @Gives(importPageView)
  async show(
    @Param('id', ParseUUIDPipe) id: string,
    @Asks(quarantineList) asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Shown<ImportPage>> {
    const job = await this.imports.get(id);
    // Only while it works: who reads the result is not to lose the place.
    if (job.status === 'checking' || job.status === 'running') reply.header('Refresh', '3');
    return this.lists.rows(asked, job, await this.imports.earlier(job));
  }

  @Get(':id/errors.csv')
  @Sends(sentTypes.csv)
  async csv(@Param('id', ParseUUIDPipe) id: string): Promise<Download> {
    const job = await this.imports.get(id);
    return new Download(
      errorCsv(await this.imports.quarantine(id, MOST_ERRORS)),
      'text/csv; charset=utf-8',
      `${quarantineLabels.title} ${job.fileName}.csv`,
    );
  }

  @Get(':id/errors.xlsx')
  @Sends(sentTypes.sheet)
  async xlsx(@Param('id', ParseUUIDPipe) id: string): Promise<Download> {
    const job = await this.imports.get(id);
    return new Download(
      await errorXlsx(await this.imports.quarantine(id, MOST_ERRORS)),
      sentTypes.sheet,
      `${quarantineLabels.title} ${job.fileName}.xlsx`,
    );
  }
}
