import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import {
  type Asked,
  Asks,
  type Download,
  ForPosts,
  Gives,
  type ListView,
  Me,
  Page,
  type Shown,
  Sends,
  sentTypes,
} from '#platform';
import { listValue, seconds } from '#platform';
import { type ClientListed, clientList } from './client.list.js';
import { ClientLists } from './client-list.service.js';
import { type Client, clientView } from './client.view.js';
import { ClientReader } from './client-reader.service.js';

/** Programs and their keys, to those who let them in; what is done stands in `client.acts.ts`. */
@Controller('clients')
@ForPosts('county_administrator', ...seconds)
export class ClientsController {
  constructor(
    private readonly pages: ClientReader,
    private readonly lists: ClientLists,
  ) {}

  @Get()
  @Page('clients/index', { wide: true })
  @Gives(listValue(clientList))
  list(@Asks(clientList) asked: Asked): Promise<Shown<ListView<ClientListed>>> {
    return this.lists.show(asked);
  }

  /** The same as a workbook. */
  @Get('sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(clientList) asked: Asked): Promise<Download> {
    return this.lists.sheet(asked);
  }

  @Get(':id')
  @Page('clients/show')
  @Gives(clientView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<Client>> {
    return this.pages.see(id, me);
  }
}
