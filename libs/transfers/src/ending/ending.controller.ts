import { Controller, Get } from '@nestjs/common';
import type { Actor } from '#kernel';
import { type Asked, Asks, type Download, ForPosts, Gives, Me, Page, Sends, listValue, sentTypes } from '#platform';
import { EndingLists } from './ending-lists.service.js';
import { endingList, endingView, landOutList } from './ending.list.js';

/** 快到期的、没交还的: renewal, land and deposit. */
@Controller('desk')
@ForPosts('town_clerk', 'town_trade', 'town_finance', 'county_reviewer', 'county_director', 'supervisor')
export class EndingController {
  constructor(private readonly ending: EndingLists) {}

  @Get('ending')
  @Page('desk/ending')
  @Gives(endingView)
  soon(@Asks(endingList) asked: Asked, @Me() me: Actor) {
    return this.ending.soon(asked, me);
  }

  @Get('ending/sheet')
  @Sends(sentTypes.sheet)
  soonSheet(@Asks(endingList) asked: Asked, @Me() me: Actor): Promise<Download> {
    return this.ending.soonSheet(asked, me);
  }

  @Get('land-out')
  @Page('desk/land-out')
  @Gives(listValue(landOutList))
  out(@Asks(landOutList) asked: Asked, @Me() me: Actor) {
    return this.ending.out(asked, me);
  }

  @Get('land-out/sheet')
  @Sends(sentTypes.sheet)
  outSheet(@Asks(landOutList) asked: Asked, @Me() me: Actor): Promise<Download> {
    return this.ending.outSheet(asked, me);
  }
}
