import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, type Post, widestScope } from '#kernel';
import { type Asked, Asks, type Download, ForPosts, Gives, Me, Page, type Shown, Sends, sentTypes } from '#platform';
import { endingList } from '../ending/ending.list.js';
import { type Ending, endingView } from '../ending/ending.view.js';
import { DeskSheets } from './desk-sheets.service.js';
import { EndingList } from '../ending/ending-list.service.js';
import { DirectorService } from './director.service.js';
import { type County, countyView } from './director.view.js';
import { DirectorInput } from '../transfer.input.js';

/** Who sees to renewals, land and deposits when rights end. */
const endingPosts = [
  'town_clerk',
  'town_trade',
  'town_finance',
  'county_reviewer',
  'county_director',
  'supervisor',
] as const satisfies Post[];

/** What ends, and the director's page. */
@Controller()
export class DeskController {
  constructor(
    private readonly directors: DirectorService,
    private readonly ending: EndingList,
    private readonly sheets: DeskSheets,
  ) {}

  /** 快到期的、没交还的: renewal, land and deposit. */
  @ForPosts(...endingPosts)
  @Get('desk/ending')
  @Page('desk/ending')
  @Gives(endingView)
  ends(@Asks(endingList) asked: Asked, @Me() me: Actor): Promise<Shown<Ending>> {
    return this.ending.show(asked, me);
  }

  @ForPosts('county_director', 'supervisor', 'county_reviewer', 'county_administrator')
  @Get('director')
  @Page('desk/director')
  @Gives(countyView)
  director(@Query() query: DirectorInput, @Me() me: Actor): Promise<Shown<County>> {
    return this.directors.show(query.view ?? 'month', widestScope(me));
  }

  @ForPosts('county_director', 'supervisor', 'county_reviewer', 'county_administrator')
  @Get('director/sheet')
  @Sends(sentTypes.sheet)
  directorSheet(@Query() query: DirectorInput): Promise<Download> {
    return this.sheets.director(query.view ?? 'month');
  }
}
