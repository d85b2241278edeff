import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { type Download, Gives, Me, Page, Public, Sends, type Shown, sentTypes } from '#platform';
import { SavedSearchPages } from './saved-search-pages.service.js';
import { type SearchView, type SearchesView, searchView, searchesView } from './saved-search.view.js';

/** What somebody looks for again and again; the address of a feed is the secret that opens it. */
@Controller('searches')
export class SavedSearchesController {
  constructor(private readonly pages: SavedSearchPages) {}

  @Get()
  @Page('listings/searches')
  @Gives(searchesView)
  all(@Me() me: Actor): Promise<Shown<SearchesView>> {
    return this.pages.all(me);
  }

  @Public()
  @Get('feed/:token')
  @Sends(sentTypes.feed)
  feed(@Param('token') token: string): Promise<Download> {
    return this.pages.feed(token);
  }

  @Get(':id')
  @Page('listings/search')
  @Gives(searchView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<SearchView>> {
    return this.pages.see(id, me);
  }
}
