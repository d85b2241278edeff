import { Global, Module } from '@nestjs/common';
import { actsController } from '#platform';
import { AccountDesk } from './account-desk.service.js';
import { AccountLists } from './account-list.service.js';
import { accountActs, accountsActs } from './account.acts.js';
import { startActs } from './account-start.acts.js';
import { AccountStartsController } from './account-starts.controller.js';
import { AccountsController } from './accounts.controller.js';
import { countyActs, rehearsalActs } from './county.acts.js';
import { CountyController } from './county.controller.js';
import { CountyService } from './county.service.js';
import { officeActs } from './office.acts.js';
import { OfficesController } from './offices.controller.js';
import { OfficesService } from './offices.service.js';
import { RehearsalsService } from './rehearsals.service.js';
import { StartDesk } from './start-desk.service.js';
import { TrainingStaff } from './training-staff.service.js';

/** Divisions through time and the offices that serve them. */
@Global()
@Module({
  controllers: [
    OfficesController,
    actsController(officeActs, OfficesService),
    CountyController,
    actsController(countyActs, null),
    actsController(rehearsalActs, RehearsalsService),
    AccountsController,
    actsController(accountsActs, null),
    AccountStartsController,
    actsController(startActs, StartDesk),
    actsController(accountActs, AccountDesk),
  ],
  providers: [AccountDesk, AccountLists, StartDesk, OfficesService, CountyService, RehearsalsService, TrainingStaff],
  exports: [OfficesService, CountyService, TrainingStaff],
})
export class OfficesModule {}
