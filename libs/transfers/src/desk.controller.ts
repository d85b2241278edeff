import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '#kernel';
import { ForPosts, Me, Page } from '#platform';
import { DeskService, endingPosts } from './desk.service.js';
import { EndingList } from './ending-list.service.js';
import { DirectorService } from './director.service.js';
import { ListQuery } from './transfer.input.js';

/** The desks' queues and the director's page. */
@Controller()
export class DeskController {
  constructor(
    private readonly desk: DeskService,
    private readonly directors: DirectorService,
    private readonly ending: EndingList,
  ) {}

  @Get('desk')
  @Page('desk/queue')
  queue(@Query() query: ListQuery, @Me() me: Actor): Promise<object> {
    return this.desk.queue(me, query.after, query.limit);
  }

  /** 快到期的、没交还的: renewal, land and deposit. */
  @ForPosts(...endingPosts)
  @Get('desk/ending')
  @Page('desk/ending')
  ends(@Query() query: ListQuery, @Me() me: Actor): Promise<object> {
    return this.ending.show(me, query.after, query.limit);
  }

  @ForPosts('county_director', 'supervisor', 'county_reviewer', 'county_administrator')
  @Get('director')
  @Page('desk/director')
  director(@Query() query: ListQuery): Promise<object> {
    return this.directors.show(query.view ?? 'month');
  }
}
