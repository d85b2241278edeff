import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Actor, staffPosts } from '#kernel';
import {
  type Asked,
  Asks,
  type Download,
  ForPosts,
  Me,
  OwnNews,
  Page,
  Public,
  Shown,
  Gives,
  listValue,
  Sends,
  sentTypes,
} from '#platform';
import { transferList } from './transfer.list.js';
import { TransferLists } from './desks/transfer-lists.service.js';
import { FollowInput } from './follow/follow.input.js';
import { FollowService, followed } from './follow/follow.service.js';
import { type Followed, followedView } from './follow/followed.view.js';
import { type Transfer, transferView } from './views/transfer.view.js';
import { TransfersService } from './transfers.service.js';

/** Cases: the list a reader may see, one case, and the pages that ask once more before an act. */
@Controller()
export class TransfersController {
  constructor(
    private readonly transfers: TransfersService,
    private readonly lists: TransferLists,
    private readonly following: FollowService,
    private readonly news: OwnNews,
  ) {}

  @Get('transfers')
  @Page('transfers/index')
  @Gives(listValue(transferList))
  async list(@Asks(transferList) asked: Asked, @Me() me: Actor) {
    const { view, page } = await this.lists.show(asked, me);
    const own = async () => (me.kind === 'party' ? this.news.of(me) : []);
    return new Shown(view, async () => ({ ...(typeof page === 'function' ? await page() : page), news: await own() }));
  }

  /** The same list as a workbook, for those who sort and sum. */
  @ForPosts(...staffPosts)
  @Get('transfers/sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(transferList) asked: Asked, @Me() me: Actor): Promise<Download> {
    return this.lists.sheet(asked, me);
  }

  @Get('transfers/:id')
  @Page('transfers/show')
  @Gives(transferView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<Transfer>> {
    return this.transfers.see(id, me);
  }

  @Public()
  @Get('follow')
  @Page('follow/show')
  @Gives(followedView)
  follow(): Shown<Followed> {
    return followed();
  }

  /** 查进度: number and code from the receipt; a wrong guess costs time. */
  @Public()
  @Post('follow')
  @Page('follow/show')
  @Gives(followedView)
  find(@Body() input: FollowInput): Promise<Shown<Followed>> {
    return this.following.find(input);
  }
}
