import { Controller, Get } from '@nestjs/common';
import type { Actor } from '#kernel';
import {
  type Asked,
  Asks,
  type Download,
  ForPosts,
  Gives,
  Me,
  Page,
  type Shown,
  seconds,
  Sends,
  sentTypes,
} from '#platform';
import { AccountLists } from './account-list.service.js';
import { type Starts, startsView } from './account.view.js';
import { startList } from './account-start.list.js';

/** The second person's list: whose account of staff is to be started, asked by whom, and why. */
@Controller('account-starts')
@ForPosts(...seconds)
export class AccountStartsController {
  constructor(private readonly lists: AccountLists) {}

  @Get()
  @Page('accounts/starts')
  @Gives(startsView)
  list(@Asks(startList) asked: Asked, @Me() me: Actor): Promise<Shown<Starts>> {
    return this.lists.starts(asked, me);
  }

  @Get('sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(startList) asked: Asked): Promise<Download> {
    return this.lists.startsSheet(asked);
  }
}
