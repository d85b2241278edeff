import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#kernel';
import { type Asked, Asks, Done, type Download, ForPosts, Me, Page, Scans, Gives, listValue } from '#platform';
import { encumbrancePosts, enteringPosts } from './encumbrance.posts.js';
import { EncumbranceEntry } from './encumbrance-entry.service.js';
import { encumbranceList } from './encumbrance.list.js';
import { EncumbranceLists } from './encumbrance-list.service.js';
import { EncumbranceDesk } from './encumbrance-desk.service.js';
import { MortgageObjectInput } from './encumbrance.input.js';

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
  @Gives(listValue(encumbranceList))
  list(@Asks(encumbranceList) asked: Asked, @Me() me: Actor) {
    return this.lists.show(asked, me);
  }

  @Get('sheet')
  sheet(@Asks(encumbranceList) asked: Asked, @Me() me: Actor): Promise<Download> {
    return this.lists.sheet(asked, me);
  }

  /** Finds what a mortgage is to lie on; nothing is written. */
  @Get('object')
  @ForPosts(...enteringPosts)
  @Page('confirm')
  form(@Me() me: Actor): Promise<object> {
    return this.entry.objectForm(me);
  }

  @Post('object')
  @ForPosts(...enteringPosts)
  async object(@Body() input: MortgageObjectInput, @Req() request: FastifyRequest): Promise<Done> {
    await this.scans.fill(MortgageObjectInput, input, request);
    const contractId = await this.entry.contractOf(input);
    return new Done(`/encumbrances/new?contract=${contractId}`, { contractId });
  }

  @Get(':id')
  @Page('encumbrances/show')
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.desk.see(id, me);
  }
}
