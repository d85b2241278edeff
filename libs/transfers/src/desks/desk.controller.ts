import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, widestScope } from '#kernel';
import { type Download, ForPosts, Me, Page } from '#platform';
import { DeskSheets } from '../sheets/desk-sheets.service.js';
import { DeskService, endingPosts } from './desk.service.js';
import { EndingList } from '../endings/ending-list.service.js';
import { DirectorService } from './director.service.js';
import { ListQuery } from '../transfer.input.js';

/** The desks' queues and the director's page. */
@Controller()
export class DeskController {
  constructor(
    private readonly desk: DeskService,
    private readonly directors: DirectorService,
    private readonly ending: EndingList,
    private readonly sheets: DeskSheets,
  ) {}

  @Get('desk')
  @Page('desk/queue')
  queue(@Query() query: ListQuery, @Me() me: Actor): Promise<object> {
    return this.desk.queue(me, query.after, query.limit);
  }

  /** The whole queue as a workbook, for those who sort and sum. */
  @Get('desk/sheet')
  queueSheet(@Me() me: Actor): Promise<Download> {
    return this.sheets.queue(me);
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
  director(@Query() query: ListQuery, @Me() me: Actor): Promise<object> {
    return this.directors.show(query.view ?? 'month', widestScope(me));
  }

  @ForPosts('county_director', 'supervisor', 'county_reviewer', 'county_administrator')
  @Get('director/sheet')
  directorSheet(@Query() query: ListQuery): Promise<Download> {
    return this.sheets.director(query.view ?? 'month');
  }
}
