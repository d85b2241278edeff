import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { type Asked, Asks, Me, Page, Public, Shared, type Shown } from '#platform';
import { noticeList } from './notice.list.js';
import { NoticeListService } from './notice-list.service.js';
import { NoticePagesService } from './notice-pages.service.js';

/** Public notices, to everybody. */
@Public()
@Shared()
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly pages: NoticePagesService,
    private readonly listed: NoticeListService,
  ) {}

  @Get()
  @Page('notices/index', { wide: true })
  list(@Asks(noticeList) asked: Asked): Promise<Shown> {
    return this.listed.show(asked);
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
