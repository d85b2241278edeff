import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { type Actor, isDivisionCode, scopesOf } from '#kernel';
import { CONFIG, type Config, ForPosts, Me, Page, Public, generalProblems } from '#platform';
import { HallPageService } from './hall-page.service.js';
import { ScreensService } from './screens.service.js';

const twentySeconds = 20;

/** Screens in the halls, and who watches over them. */
@Controller('screens')
export class ScreensController {
  constructor(
    private readonly screens: ScreensService,
    private readonly halls: HallPageService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ForPosts(
    'county_information',
    'county_director',
    'county_reviewer',
    'county_administrator',
    'town_information',
    'town_trade',
    'supervisor',
  )
  @Get()
  @Page('screens/index')
  async list(@Me() me: Actor): Promise<object> {
    const [scope = this.config.county.code] = scopesOf(me);
    const terminals = await this.screens.standing(scope);
    return { title: '大厅屏幕', lost: terminals.filter((each) => each.lost).length, terminals };
  }

  /** The hall's page: each request is a heartbeat and shows the next notice; without a terminal's token nothing is logged. */
  @Public()
  @Get(':office')
  @Header('Refresh', String(twentySeconds))
  @Header('Cache-Control', 'no-store')
  @Page('notices/screen', { hall: true, refresh: twentySeconds })
  show(
    @Param('office') office: string,
    @Query('terminal') token: string | undefined,
    @Me() me: Actor,
  ): Promise<object> {
    return this.halls.next(officeOf(office), typeof token === 'string' && token !== '' ? token : null, me);
  }
}

function officeOf(text: string): string {
  if (!isDivisionCode(text)) throw generalProblems.notFound();
  return text;
}
