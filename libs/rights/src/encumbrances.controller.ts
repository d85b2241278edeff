import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
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
  listValue,
  Sends,
  sentTypes,
} from '#platform';
import { encumbrancePosts } from './encumbrance.posts.js';
import { encumbranceList } from './encumbrance.list.js';
import { EncumbranceLists } from './encumbrance-list.service.js';
import { EncumbranceDesk } from './encumbrance-desk.service.js';
import { type Mortgage, mortgageView } from './encumbrance.view.js';

/** Mortgages on contracts and on management rights (承包法第四十七条). */
@Controller('encumbrances')
@ForPosts(...encumbrancePosts)
export class EncumbrancesController {
  constructor(
    private readonly desk: EncumbranceDesk,
    private readonly lists: EncumbranceLists,
  ) {}

  @Get()
  @Page('encumbrances/index', { wide: true })
  @Gives(listValue(encumbranceList))
  list(@Asks(encumbranceList) asked: Asked, @Me() me: Actor) {
    return this.lists.show(asked, me);
  }

  @Get('sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(encumbranceList) asked: Asked, @Me() me: Actor): Promise<Download> {
    return this.lists.sheet(asked, me);
  }

  @Get(':id')
  @Page('encumbrances/show')
  @Gives(mortgageView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<Mortgage>> {
    return this.desk.see(id, me);
  }
}
