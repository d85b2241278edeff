import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '#kernel';
import { ForPosts, Me, Page } from '#platform';
import { DeskService } from './desk.service.js';
import { DirectorService } from './director.service.js';
import { ListQuery } from './transfer.input.js';

/** The desks' queues and the director's page. */
@Controller()
export class DeskController {
  constructor(
    private readonly desk: DeskService,
    private readonly directors: DirectorService,
  ) {}

  @Get('desk')
  @Page('desk/queue')
  queue(@Query() query: ListQuery, @Me() me: Actor): Promise<object> {
    return this.desk.queue(me, query.after, query.limit);
  }

  @ForPosts('county_director', 'supervisor', 'county_reviewer', 'county_administrator')
  @Get('director')
  @Page('desk/director')
  director(@Query() query: ListQuery): Promise<object> {
    return this.directors.show(query.view ?? 'month');
  }
}
