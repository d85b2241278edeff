import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, type Post, posts } from '#kernel';
import { type Download, ForPosts, Me, Page } from '#platform';
import { NoticeSearchInput } from './notice.input.js';
import { NoticeDesksService } from './notice-desks.service.js';
import { NoticePagesService } from './notice-pages.service.js';

const staffPosts = (Object.keys(posts) as Post[]).filter((post) => !['applicant', 'public', 'clock'].includes(post));

/** Desks whose work notices make. */
@Controller()
export class NoticeDesksController {
  constructor(
    private readonly desks: NoticeDesksService,
    private readonly pages: NoticePagesService,
  ) {}

  /** For the desks only: a stranger turns the pages. */
  @ForPosts(...staffPosts)
  @Get('notices/sheet')
  sheet(@Query() search: NoticeSearchInput): Promise<Download> {
    const { q, town, village, kind, band, state } = search;
    return this.pages.sheet({ q, town, village, kind, band, state, after: '' });
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
