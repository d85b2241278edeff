import { Controller, Get } from '@nestjs/common';
import { type Actor, type Post, staffPosts } from '#kernel';
import { type Asked, Asks, type Download, ForPosts, Me, Page, Gives, listValue, Sends, sentTypes } from '#platform';
import { letterList } from './letter.list.js';
import { noticeList } from './notice.list.js';
import { NoticeListService } from './notice-list.service.js';
import { LetterLists } from './letter-lists.service.js';

const readers = [
  'town_coordination',
  'town_information',
  'town_trade',
  'county_reviewer',
  'county_information',
  'county_director',
  'supervisor',
  'village_clerk',
] as const satisfies Post[];

/** Lists of the desks that notices make work for. */
@Controller()
export class LetterListsController {
  constructor(
    private readonly lists: LetterLists,
    private readonly listed: NoticeListService,
  ) {}

  /** The public list for the desks: a stranger turns the pages. */
  @ForPosts(...staffPosts)
  @Get('notices/sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(noticeList) asked: Asked): Promise<Download> {
    return this.listed.sheet(asked);
  }

  @ForPosts(...readers)
  @Get('objections')
  @Page('objections/index', { wide: true })
  @Gives(listValue(letterList))
  letters(@Asks(letterList) asked: Asked, @Me() me: Actor) {
    return this.lists.letters(asked, me);
  }

  @ForPosts(...readers)
  @Get('objections/sheet')
  @Sends(sentTypes.sheet)
  lettersSheet(@Asks(letterList) asked: Asked, @Me() me: Actor): Promise<Download> {
    return this.lists.lettersSheet(asked, me);
  }
}
