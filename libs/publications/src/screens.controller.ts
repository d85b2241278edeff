import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { type Actor, type Post, isDivisionCode } from '#kernel';
import {
  type Asked,
  Asks,
  type Download,
  ForPosts,
  Me,
  Page,
  Public,
  type Shown,
  generalProblems,
  Gives,
  listValue,
  Sends,
  sentTypes,
} from '#platform';
import { type Hall, hallView } from './hall.view.js';
import { HallPageService } from './hall-page.service.js';
import { screenList } from './screen.list.js';
import { silenceValues } from './screen.view.js';
import { ScreenLists } from './screen-lists.service.js';

const twentySeconds = 20;
const watchers = [
  'county_information',
  'county_director',
  'county_reviewer',
  'county_administrator',
  'town_information',
  'town_trade',
  'supervisor',
] as const satisfies Post[];

/** Screens in the halls, and who watches over them. */
@Controller('screens')
export class ScreensController {
  constructor(
    private readonly lists: ScreenLists,
    private readonly halls: HallPageService,
  ) {}

  @ForPosts(...watchers)
  @Get()
  @Page('screens/index')
  @Gives(listValue(screenList, silenceValues))
  list(@Asks(screenList) asked: Asked, @Me() me: Actor) {
    return this.lists.show(asked, me);
  }

  @ForPosts(...watchers)
  @Get('sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(screenList) asked: Asked, @Me() me: Actor): Promise<Download> {
    return this.lists.sheet(asked, me);
  }

  /** The hall's page: each request is a heartbeat and shows the next notice; without a terminal's token nothing is logged. */
  @Public()
  @Get(':office')
  @Header('Refresh', String(twentySeconds))
  @Header('Cache-Control', 'no-store')
  @Page('screens/hall', { hall: true, refresh: twentySeconds })
  @Gives(hallView)
  show(@Param('office') office: string, @Query('terminal') token: string | undefined): Promise<Shown<Hall>> {
    return this.halls.next(officeOf(office), typeof token === 'string' && token !== '' ? token : null);
  }
}

function officeOf(text: string): string {
  if (!isDivisionCode(text)) throw generalProblems.notFound();
  return text;
}
