import { Controller, Get } from '@nestjs/common';
import type { Actor } from '#kernel';
import { type Download, ForPosts, Gives, Me, Page, Public, Sends, Shown, sentTypes } from '#platform';
import { type FlagsView, flagsView } from './flag.view.js';
import { flagUnits } from './flag.words.js';
import { Flags } from './flags.service.js';

/** What looks odd in our own doings. */
@Controller('auctions/flags')
export class FlagsController {
  constructor(private readonly flags: Flags) {}

  @Public()
  @Get()
  @Page('auctions/flags', { wide: true })
  @Gives(flagsView)
  async show(@Me() me: Actor): Promise<Shown<FlagsView>> {
    return new Shown(await this.flags.see(me), { units: flagUnits });
  }

  @Get('sheet')
  @ForPosts('supervisor')
  @Sends(sentTypes.sheet)
  sheet(@Me() me: Actor): Promise<Download> {
    return this.flags.sheet(me);
  }
}
