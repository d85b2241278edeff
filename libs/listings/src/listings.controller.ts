import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Actor, staffPosts } from '#kernel';
import {
  type Asked,
  Asks,
  type Download,
  ForPosts,
  Gives,
  type ListView,
  Me,
  Page,
  Public,
  Sends,
  type Shown,
  listValue,
  sentTypes,
} from '#platform';
import { type ListingRow, deskList, listingList } from './listing.list.js';
import { recordList } from './listing-record.list.js';
import { ListingCalendar } from './listing-calendar.service.js';
import { ListingLists } from './listing-lists.service.js';
import { ListingPages } from './listing-pages.service.js';
import { type ListingRound, roundView } from './listing-consents.view.js';
import { type ListingView, listingView } from './listing.view.js';

/** Closing days, for calendars. */
@Public()
@Controller()
export class ClosingsController {
  constructor(private readonly calendar: ListingCalendar) {}

  @Get('listings.ics')
  @Sends(sentTypes.calendar)
  all(@Asks(listingList) asked: Asked): Promise<Download> {
    return this.calendar.of(asked);
  }

  @Get('listings/:id/closing.ics')
  @Sends(sentTypes.calendar)
  one(@Param('id', ParseUUIDPipe) id: string): Promise<Download> {
    return this.calendar.one(id);
  }
}

/** What is offered, to everybody; and the desk's own list. */
@Controller('listings')
export class ListingsController {
  constructor(
    private readonly pages: ListingPages,
    private readonly lists: ListingLists,
  ) {}

  @Public()
  @Get()
  @Page('listings/index', { wide: true })
  @Gives(listValue(listingList))
  list(@Asks(listingList) asked: Asked): Promise<Shown<ListView<ListingRow>>> {
    return this.lists.show(asked);
  }

  @Public()
  @Get('feed')
  @Sends(sentTypes.feed)
  feed(@Asks(listingList) asked: Asked): Promise<Download> {
    return this.lists.feed(asked);
  }

  @ForPosts(...staffPosts)
  @Get('sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(listingList) asked: Asked): Promise<Download> {
    return this.lists.sheet(asked);
  }

  @ForPosts(...staffPosts)
  @Get('desk')
  @Page('listings/desk', { wide: true })
  @Gives(listValue(deskList))
  desk(@Asks(deskList) asked: Asked, @Me() me: Actor) {
    return this.lists.desk(asked, me);
  }

  /** What is kept of lots that are over, and until when. */
  @ForPosts('county_director', 'supervisor', 'county_administrator')
  @Get('records')
  @Page('listings/records', { wide: true })
  @Gives(listValue(recordList))
  records(@Asks(recordList) asked: Asked) {
    return this.lists.records(asked);
  }

  @Public()
  @Get(':id')
  @Page('listings/show', { wide: true })
  @Gives(listingView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<ListingView>> {
    return this.pages.see(id, me);
  }

  @ForPosts(...staffPosts)
  @Get(':id/round')
  @Page('listings/round', { wide: true })
  @Gives(roundView)
  round(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<ListingRound>> {
    return this.pages.round(id, me);
  }
}
