import { Body, Controller, Get, Header, Inject, Param, Post, Query } from '@nestjs/common';
import { type Actor, isDivisionCode, reaches, scopesOf } from '#kernel';
import { CONFIG, type Config, Done, ForPosts, Me, Page, Public, generalProblems } from '#platform';
import { HallPageService } from './hall-page.service.js';
import { TerminalInput } from './notice.input.js';
import { noticeProblems } from './notice.problems.js';
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

  @ForPosts('county_information', 'county_administrator', 'town_information')
  @Post(':office/terminals')
  async register(@Param('office') office: string, @Body() input: TerminalInput, @Me() me: Actor): Promise<Done> {
    if (!reaches(me, officeOf(office))) throw noticeProblems.notYourPlace();
    const { terminal, token } = await this.screens.register({ ...input, officeCode: office }, me);
    const address = `${this.config.publicUrl}/screens/${office}?terminal=${token}`;
    return new Done(
      '/screens',
      { id: terminal.id, name: terminal.name, token, address },
      `屏幕已登记。在屏幕上打开：${address}`,
    );
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
