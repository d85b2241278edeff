import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import {
  type Asked,
  Asks,
  type Download,
  Feeds,
  Gives,
  type ListView,
  Me,
  Page,
  Public,
  Shared,
  type Shown,
  everybody,
  listValue,
  Sends,
  sentTypes,
} from '#platform';
import { type Board, boardView } from './board.view.js';
import { type NoticeRow, noticeList } from './notice.list.js';
import { NoticeListService } from './notice-list.service.js';
import { type Notice, noticeView } from './notice.view.js';
import { NoticeReader } from './notice-reader.service.js';

/** Public notices, to everybody. */
@Public()
@Shared()
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly pages: NoticeReader,
    private readonly listed: NoticeListService,
    private readonly feeds: Feeds,
  ) {}

  @Get()
  @Page('notices/index', { wide: true })
  @Gives(listValue(noticeList))
  list(@Asks(noticeList) asked: Asked): Promise<Shown<ListView<NoticeRow>>> {
    return this.listed.show(asked);
  }

  @Get('feed')
  @Sends(sentTypes.feed)
  feed(@Asks(noticeList) asked: Asked): Promise<Download> {
    return this.feeds.show(noticeList, asked, everybody, this.listed.items());
  }

  @Get(':id')
  @Page('notices/show', { wide: true })
  @Gives(noticeView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<Notice>> {
    return this.pages.see(id, me);
  }

  @Get(':id/board')
  @Page('notices/board', { wide: true })
  @Gives(boardView)
  board(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<Board>> {
    return this.pages.board(id, me);
  }
}
