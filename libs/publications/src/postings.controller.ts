import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Actor, Clock, staffPosts } from '#kernel';
import {
  type Asked,
  Asks,
  type Download,
  ForPosts,
  Gives,
  Me,
  Page,
  Sends,
  Shown,
  listValue,
  sentTypes,
} from '#platform';
import { postingActsOf } from './posting.acts.js';
import { postingList } from './posting.list.js';
import { type Posting, postingView } from './posting.view.js';
import { PostingLists } from './posting-lists.service.js';
import { Postings } from './postings.service.js';
import { dailyProvers } from './venue-kinds.js';

/** Texts at their venues, and what waits to be put up and proven. */
@Controller()
export class PostingsController {
  constructor(
    private readonly postings: Postings,
    private readonly lists: PostingLists,
    private readonly clock: Clock,
  ) {}

  @ForPosts(...dailyProvers)
  @Get('board-photos')
  @Page('postings/index', { wide: true })
  @Gives(listValue(postingList))
  list(@Asks(postingList) asked: Asked, @Me() me: Actor) {
    return this.lists.show(asked, me);
  }

  @ForPosts(...dailyProvers)
  @Get('board-photos/sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(postingList) asked: Asked, @Me() me: Actor): Promise<Download> {
    return this.lists.sheet(asked, me);
  }

  @ForPosts(...staffPosts)
  @Get('postings/:id')
  @Page('postings/show')
  @Gives(postingView)
  async show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<Posting>> {
    const facts = await this.postings.read(id, me);
    const view = await this.postings.shown(facts);
    return new Shown(view, () => ({ acts: postingActsOf(facts, me, this.clock.now()) }));
  }
}
