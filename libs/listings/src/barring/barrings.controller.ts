import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { type Asked, Asks, Gives, Lists, Me, Page, type Shown, listValue } from '#platform';
import { BarringPages } from './barring-pages.service.js';
import { barringList, barringsOf } from './barring.list.js';
import { type BarringView, barringView } from './barring.view.js';

/** Who is barred, to the county's desks, and to whom it bars; nothing of it is public. */
@Controller('barrings')
export class BarringsController {
  constructor(
    private readonly pages: BarringPages,
    private readonly lists: Lists,
  ) {}

  @Get()
  @Page('listings/barrings', { wide: true })
  @Gives(listValue(barringList))
  list(@Asks(barringList) asked: Asked, @Me() me: Actor) {
    return this.lists.show(
      barringList,
      asked,
      barringsOf(me),
      (row) => row,
      () => ({}),
    );
  }

  @Get(':id')
  @Page('listings/barring', { wide: true })
  @Gives(barringView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<BarringView>> {
    return this.pages.see(id, me);
  }
}
