import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Actor, speaksFor, staffPosts } from '#kernel';
import { OfficesService } from '#offices';
import { landClasses } from '#rights';
import {
  type Asked,
  Asks,
  type Download,
  Feeds,
  ForPosts,
  Gives,
  type ListView,
  Lists,
  Me,
  Page,
  Public,
  Sends,
  type Shown,
  everybody,
  listValue,
  sentTypes,
} from '#platform';
import { WantedPages } from './wanted-pages.service.js';
import { type WantedRow, wantedList } from './wanted.list.js';
import { type WantedView, wantedView } from './wanted.view.js';

/** What is wanted, to everybody. */
@Controller('wanted')
export class WantedController {
  constructor(
    private readonly pages: WantedPages,
    private readonly lists: Lists,
    private readonly feeds: Feeds,
    private readonly offices: OfficesService,
  ) {}

  @Public()
  @Get()
  @Page('listings/wanted-board', { wide: true })
  @Gives(listValue(wantedList))
  list(@Asks(wantedList) asked: Asked, @Me() me: Actor): Promise<Shown<ListView<WantedRow>>> {
    return this.lists.show(
      wantedList,
      asked,
      everybody,
      (row) => row,
      async () => {
        const towns = await this.offices.towns();
        const town = towns.map(({ code, name }) => ({ value: code.slice(0, 9), label: name }));
        return { options: { town }, landClasses, writes: speaksFor(me) !== null };
      },
    );
  }

  @Public()
  @Get('feed')
  @Sends(sentTypes.feed)
  feed(@Asks(wantedList) asked: Asked): Promise<Download> {
    return this.feeds.show(wantedList, asked, everybody, (row) => row);
  }

  @ForPosts(...staffPosts)
  @Get('sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(wantedList) asked: Asked): Promise<Download> {
    return this.lists.sheet(wantedList, asked, everybody, (rows) =>
      rows.map((row) => ({ ...row, landClass: row.landClass && (landClasses[row.landClass] ?? row.landClass) })),
    );
  }

  @Public()
  @Get(':id')
  @Page('listings/wanted')
  @Gives(wantedView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<WantedView>> {
    return this.pages.see(id, me);
  }
}
