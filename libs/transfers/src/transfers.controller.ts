import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Me, Page, Public } from '#platform';
import { CaseLists } from './desks/case-lists.service.js';
import { FollowInput } from './follow/follow.input.js';
import { FollowService } from './follow/follow.service.js';
import { ListQuery } from './transfer.input.js';
import { TransfersService } from './transfers.service.js';

/** Cases: the list a reader may see, one case, and the pages that ask once more before an act. */
@Controller()
export class TransfersController {
  constructor(
    private readonly transfers: TransfersService,
    private readonly lists: CaseLists,
    private readonly following: FollowService,
  ) {}

  @Get('transfers')
  @Page('transfers/index')
  list(@Query() query: ListQuery, @Me() me: Actor): Promise<object> {
    return this.lists.list(query, me);
  }

  @Get('transfers/:id')
  @Page('transfers/show')
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.transfers.see(id, me);
  }

  @Public()
  @Get('follow')
  @Page('follow/show')
  follow(): object {
    return this.following.blank();
  }

  /** 查进度: number and code from the receipt; a wrong guess costs time. */
  @Public()
  @Post('follow')
  @Page('follow/show')
  async find(@Body() input: FollowInput): Promise<object> {
    return this.following.find(input);
  }
}
