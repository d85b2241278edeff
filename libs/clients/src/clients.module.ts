import { Module } from '@nestjs/common';
import { OfficesModule } from '#offices';
import { actsController, doersOf } from '#platform';
import { clientActs, clientsActs } from './client.acts.js';
import { ClientLists } from './client-list.service.js';
import { ClientWork } from './client.work.js';
import { ClientsController } from './clients.controller.js';
import { ClientReader } from './client-reader.service.js';

@Module({
  imports: [OfficesModule],
  controllers: [ClientsController, actsController(clientsActs, null), actsController(clientActs, ClientReader)],
  providers: [...doersOf(clientsActs, clientActs), ClientReader, ClientLists, ClientWork],
})
export class ClientsModule {}
