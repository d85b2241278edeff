import { Module } from '@nestjs/common';
import { OfficesModule } from '#offices';
import { actsController, doersOf } from '#platform';
import { clientActs, clientsActs } from './client.acts.js';
import { ClientLists } from './client-list.service.js';
import { ClientWork } from './client.work.js';
import { ClientsController } from './clients.controller.js';
import { ClientPages } from './client-pages.service.js';

@Module({
  imports: [OfficesModule],
  controllers: [ClientsController, actsController(clientsActs, null), actsController(clientActs, ClientPages)],
  providers: [...doersOf(clientsActs, clientActs), ClientPages, ClientLists, ClientWork],
})
export class ClientsModule {}
