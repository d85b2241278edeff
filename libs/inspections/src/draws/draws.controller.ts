import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Actor, holds } from '#kernel';
import {
  type Asked,
  Asks,
  Gives,
  type ListView,
  Lists,
  Me,
  Page,
  Public,
  type Shown,
  everybody,
  listValue,
} from '#platform';
import { DrawPages } from './draw-pages.service.js';
import { type DrawRow, drawList } from './draw.list.js';
import { type DrawView, drawView } from './draw.view.js';

/** Draws, to everybody. */
@Controller('draws')
export class DrawsController {
  constructor(
    private readonly pages: DrawPages,
    private readonly lists: Lists,
  ) {}

  @Public()
  @Get()
  @Page('inspections/draws', { wide: true })
  @Gives(listValue(drawList))
  list(@Asks(drawList) asked: Asked, @Me() me: Actor): Promise<Shown<ListView<DrawRow>>> {
    const enters = holds(me, 'county_reviewer', 'supervisor');
    return this.lists.show(
      drawList,
      asked,
      everybody,
      (row) => row,
      () => Promise.resolve({ enters }),
    );
  }

  @Public()
  @Get(':id')
  @Page('inspections/draw')
  @Gives(drawView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<DrawView>> {
    return this.pages.see(id, me);
  }
}
