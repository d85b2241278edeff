import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Me, Page, Public } from '#platform';
import { NoticeSearchInput } from './notice.input.js';
import { NoticePagesService } from './notice-pages.service.js';

/** Public notices, to everybody. */
@Public()
@Controller('notices')
export class NoticesController {
  constructor(private readonly pages: NoticePagesService) {}

  @Get()
  @Page('notices/index', { wide: true })
  list(@Query() search: NoticeSearchInput): Promise<object> {
    const { q, town, village, kind, band, state, after } = search;
    return this.pages.list({ q, town, village, kind, band, state, after });
  }

  @Get(':id')
  @Page('notices/show', { wide: true })
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.pages.see(id, me);
  }

  @Get(':id/board')
  @Page('notices/board', { wide: true })
  board(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.pages.board(id, me);
  }
}
