import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, scopesOf } from '#kernel';
import { type Download, ForPosts, Gives, Me, Page, type Shown, Sends, sentTypes } from '#platform';
import { DeskSheets } from './desk-sheets.service.js';
import { DirectorService } from './director.service.js';
import { type County, countyView } from './director.view.js';
import { DirectorInput } from '../transfer.input.js';

/** The director's page. */
@Controller()
export class DeskController {
  constructor(
    private readonly directors: DirectorService,
    private readonly sheets: DeskSheets,
  ) {}

  @ForPosts('county_director', 'supervisor', 'county_reviewer', 'county_administrator')
  @Get('director')
  @Page('desk/director')
  @Gives(countyView)
  director(@Query() query: DirectorInput, @Me() me: Actor): Promise<Shown<County>> {
    return this.directors.show(query.view ?? 'month', scopesOf(me));
  }

  @ForPosts('county_director', 'supervisor', 'county_reviewer', 'county_administrator')
  @Get('director/sheet')
  @Sends(sentTypes.sheet)
  directorSheet(@Query() query: DirectorInput): Promise<Download> {
    return this.sheets.director(query.view ?? 'month');
  }
}
