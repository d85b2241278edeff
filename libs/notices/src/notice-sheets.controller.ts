import { Controller, Get } from '@nestjs/common';
import { staffPosts } from '#kernel';
import { type Asked, Asks, type Download, ForPosts, Sends, sentTypes } from '#platform';
import { noticeList } from './notice.list.js';
import { NoticeListService } from './notice-list.service.js';

/** The public list as a workbook, for the desks: a stranger turns the pages. */
@Controller()
export class NoticeSheetsController {
  constructor(private readonly listed: NoticeListService) {}

  @ForPosts(...staffPosts)
  @Get('notices/sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(noticeList) asked: Asked): Promise<Download> {
    return this.listed.sheet(asked);
  }
}
