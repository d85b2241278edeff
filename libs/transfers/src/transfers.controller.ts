import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Me, Page, Public } from '#platform';
import { ActPages } from './page/act-pages.service.js';
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
    private readonly pages: ActPages,
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

  /** The form of an act that needs words or a second thought: GET of the very address that takes the POST. */
  @Get('transfers/:id/:noun')
  @Page('confirm')
  form(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('noun') noun: string,
    @Me() me: Actor,
    @Query() query: ListQuery,
  ): Promise<object> {
    return this.pages.of(id, noun, me, query.household ?? null);
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
