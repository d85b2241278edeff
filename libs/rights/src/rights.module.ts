import { Module } from '@nestjs/common';
import { EvidenceSight, actsController } from '#platform';
import { OfficesModule } from '#offices';
import { Household, PartiesModule } from '#parties';
import { bodyActs } from './body/body.acts.js';
import { BodiesController } from './body/bodies.controller.js';
import { BodyDesk } from './body/body-desk.service.js';
import { bodyOffice } from './body/body.list.js';
import { landChangeActs } from './change/land-change.acts.js';
import { LandChangeDesk } from './change/land-change-desk.service.js';
import { LandChangeLists } from './change/land-change-lists.service.js';
import { LandChangeWork } from './change/land-change.work.js';
import { LandChangesController } from './change/land-changes.controller.js';
import { LandChangesService } from './change/land-changes.service.js';
import { RightSubjects } from './change/right-subjects.js';
import { contractActs } from './contract/contract.acts.js';
import { ContractDesk } from './contract/contract-desk.service.js';
import { officeOfContract } from './contracts.queries.js';
import { ContractsClock } from './contracts.clock.js';
import { encumbranceActs, encumbrancesActs } from './encumbrance.acts.js';
import { EncumbranceDesk } from './encumbrance-desk.service.js';
import { EncumbranceLists } from './encumbrance-list.service.js';
import { EncumbrancesController } from './encumbrances.controller.js';
import { encumbranceRow } from './encumbrances.queries.js';
import { EncumbrancesService } from './encumbrances.service.js';
import { HouseholdDesk } from './household/household-desk.service.js';
import { householdActs } from './household/household.acts.js';
import { ImportLists } from './import/import-lists.service.js';
import { importActs } from './import/import.acts.js';
import { ImportWork } from './import/import.work.js';
import { ImportsController } from './import/imports.controller.js';
import { ImportsService } from './import/imports.service.js';
import { LandListsController } from './land-lists.controller.js';
import { LandFinders } from './land-finders.service.js';
import { LandService } from './land.service.js';
import { ParcelOverlaps } from './parcel-overlaps.service.js';
import { EncumbranceEntry } from './encumbrance-entry.service.js';
import { RegisterListController } from './register-list.controller.js';
import { RegisterController } from './register.controller.js';
import { RightsService } from './rights.service.js';
import { TrainingRegister } from './training/training-register.js';

const services = [
  LandFinders,
  LandService,
  ParcelOverlaps,
  RightsService,
  EncumbrancesService,
  EncumbranceDesk,
  EncumbranceLists,
  EncumbranceEntry,
  TrainingRegister,
  HouseholdDesk,
  BodyDesk,
  ImportsService,
  ImportLists,
  ImportWork,
  LandChangeDesk,
  LandChangeLists,
  LandChangeWork,
  LandChangesService,
  RightSubjects,
  ContractsClock,
  ContractDesk,
];

@Module({
  imports: [OfficesModule, PartiesModule],
  // The imports first: `register/imports` is no household.
  controllers: [
    ImportsController,
    actsController(importActs, ImportsService),
    LandChangesController,
    actsController(landChangeActs, LandChangeDesk),
    actsController(contractActs, ContractDesk),
    RegisterListController,
    LandListsController,
    BodiesController,
    actsController(bodyActs, BodyDesk),
    RegisterController,
    actsController(householdActs, HouseholdDesk),
    EncumbrancesController,
    actsController(encumbrancesActs, null),
    actsController(encumbranceActs, EncumbranceDesk),
  ],
  providers: services,
  exports: services,
})
export class RightsModule {
  constructor(sight: EvidenceSight) {
    sight.register({ subject: 'land_change' });
    sight.register({ subject: 'body', office: bodyOffice });
    sight.register({ subject: 'contract', office: officeOfContract });
    sight.register({
      subject: 'household',
      office: async (reader, id) => (await reader.findOne(Household, { where: { id } }))?.officeCode ?? null,
    });
    sight.register({
      subject: 'encumbrance',
      office: async (reader, id) => (await encumbranceRow(reader, id))?.officeCode ?? null,
    });
  }
}
