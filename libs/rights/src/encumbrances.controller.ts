import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#kernel';
import { type Asked, Asks, Done, type Download, ForPosts, Me, Page, Scans, type Shown } from '#platform';
import { encumbrancePosts } from './encumbrance.posts.js';
import { EncumbranceEntry } from './encumbrance-entry.service.js';
import { encumbranceList } from './encumbrance.list.js';
import { EncumbranceLists } from './encumbrance-list.service.js';
import { EncumbranceDesk } from './encumbrance-desk.service.js';
import { EncumbranceInput, MortgageObjectInput } from './encumbrance.input.js';

const isId = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f-]{36}$/.test(text);

/** Mortgages on contracts and on management rights (承包法第四十七条). */
@Controller('encumbrances')
@ForPosts(...encumbrancePosts)
export class EncumbrancesController {
  constructor(
    private readonly desk: EncumbranceDesk,
    private readonly lists: EncumbranceLists,
    private readonly entry: EncumbranceEntry,
    private readonly scans: Scans,
  ) {}

  @Get()
  @Page('encumbrances/index', { wide: true })
  list(@Asks(encumbranceList) asked: Asked, @Me() me: Actor): Promise<Shown> {
    return this.lists.show(asked, me);
  }

  @Get('sheet')
  sheet(@Asks(encumbranceList) asked: Asked, @Me() me: Actor): Promise<Download> {
    return this.lists.sheet(asked, me);
  }

  @Get('new')
  @Page('confirm')
  form(@Query('contract') contract: unknown, @Query('right') right: unknown, @Me() me: Actor): Promise<object> {
    const about = { ...(isId(contract) ? { contractId: contract } : {}), ...(isId(right) ? { rightId: right } : {}) };
    return this.entry.form(about, me);
  }

  @Post('object')
  async object(@Body() input: MortgageObjectInput, @Req() request: FastifyRequest, @Me() me: Actor): Promise<Done> {
    await this.scans.fill(MortgageObjectInput, input, request);
    const contractId = await this.entry.contractOf(input, me);
    return new Done(`/encumbrances/new?contract=${contractId}`, { contractId });
  }

  @Post()
  async note(@Body() input: EncumbranceInput, @Req() request: FastifyRequest, @Me() me: Actor): Promise<Done> {
    await this.scans.fill(EncumbranceInput, input, request);
    const id = await this.entry.enter(input, me);
    return new Done(`/encumbrances/${id}`, () => this.desk.see(id, me), '抵押登记好了。');
  }

  @Get(':id')
  @Page('encumbrances/show')
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.desk.see(id, me);
  }
}
