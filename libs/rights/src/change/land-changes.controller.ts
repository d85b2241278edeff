import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { type Asked, Asks, ForPosts, Gives, Me, Page, type Shown } from '#platform';
import { LandChangeDesk } from './land-change-desk.service.js';
import { LandChangeLists } from './land-change-lists.service.js';
import { landChangeList, landChangeListView } from './land-change.list.js';
import { landChangePosts } from './land-change.posts.js';
import { type LandChangeView, landChangeView } from './land-change.view.js';

/** Rows of the register that would move land under cases and rights: a list to be decided. */
@Controller('register/changes')
@ForPosts(...landChangePosts)
export class LandChangesController {
  constructor(
    private readonly desk: LandChangeDesk,
    private readonly lists: LandChangeLists,
  ) {}

  @Get()
  @Page('register/changes', { wide: true })
  @Gives(landChangeListView)
  list(@Asks(landChangeList) asked: Asked, @Me() me: Actor) {
    return this.lists.show(asked, me);
  }

  @Get(':id')
  @Page('register/change')
  @Gives(landChangeView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<LandChangeView>> {
    return this.desk.see(id, me);
  }
}
