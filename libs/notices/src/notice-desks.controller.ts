import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, staffPosts } from '#kernel';
import { type Asked, Asks, type Download, ForPosts, Me, Page } from '#platform';
import { noticeList } from './notice.list.js';
import { NoticeListService } from './notice-list.service.js';
import { NoticeDesksService } from './notice-desks.service.js';

/** Desks whose work notices make. */
@Controller()
export class NoticeDesksController {
  constructor(
    private readonly desks: NoticeDesksService,
    private readonly listed: NoticeListService,
  ) {}

  /** For the desks only: a stranger turns the pages. */
  @ForPosts(...staffPosts)
  @Get('notices/sheet')
  sheet(@Asks(noticeList) asked: Asked): Promise<Download> {
    return this.listed.sheet(asked);
  }

  @ForPosts(
    'town_coordination',
    'town_information',
    'town_trade',
    'county_reviewer',
    'county_information',
    'county_director',
    'supervisor',
    'village_clerk',
  )
  @Get('objections')
  @Page('desk/queue', { wide: true })
  letters(@Query('after') after: string | undefined, @Me() me: Actor): Promise<object> {
    return this.desks.letters(me, typeof after === 'string' ? after : '');
  }

  @ForPosts('village_clerk')
  @Get('board-photos')
  @Page('desk/queue', { wide: true })
  boardPhotos(@Me() me: Actor): Promise<object> {
    return this.desks.boardPhotos(me);
  }
}
