import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceSight, actsController } from '#platform';
import { OfficesModule } from '#offices';
import { PartiesModule } from '#parties';
import { ContractExtension } from './contract-extension.entity.js';
import { Contract } from './contract.entity.js';
import { Encumbrance } from './encumbrance.entity.js';
import { encumbranceActs, encumbrancesActs } from './encumbrance.acts.js';
import { EncumbranceDesk } from './encumbrance-desk.service.js';
import { EncumbranceLists } from './encumbrance-list.service.js';
import { EncumbrancesController } from './encumbrances.controller.js';
import { encumbranceRow } from './encumbrances.queries.js';
import { EncumbrancesService } from './encumbrances.service.js';
import { RegisterImport } from './import/import.entity.js';
import { ImportLists } from './import/import-lists.service.js';
import { importActs } from './import/import.acts.js';
import { ImportsController } from './import/imports.controller.js';
import { ImportsService } from './import/imports.service.js';
import { QuarantinedRow } from './import/quarantined-row.entity.js';
import { Issuer } from './issuer.entity.js';
import { LandFinders } from './land-finders.service.js';
import { LandService } from './land.service.js';
import { ManagementRight } from './management-right.entity.js';
import { MortgageeConsent } from './mortgagee-consent.entity.js';
import { ParcelShape } from './parcel-shape.entity.js';
import { EncumbranceEntry } from './encumbrance-entry.service.js';
import { Parcel } from './parcel.entity.js';
import { RegisterListController } from './register-list.controller.js';
import { RegisterController } from './register.controller.js';
import { RightPortion } from './right-portion.entity.js';
import { RightsService } from './rights.service.js';
import { TrainingRegister } from './training/training-register.js';

const entities = [
  Issuer,
  Contract,
  ContractExtension,
  Parcel,
  ParcelShape,
  ManagementRight,
  RightPortion,
  Encumbrance,
  MortgageeConsent,
  RegisterImport,
  QuarantinedRow,
];
const services = [
  LandFinders,
  LandService,
  RightsService,
  EncumbrancesService,
  EncumbranceDesk,
  EncumbranceLists,
  EncumbranceEntry,
  TrainingRegister,
  ImportsService,
  ImportLists,
];

@Module({
  imports: [TypeOrmModule.forFeature(entities), OfficesModule, PartiesModule],
  // The imports first: `register/imports` is no household.
  controllers: [
    ImportsController,
    actsController(importActs, ImportsService),
    RegisterListController,
    RegisterController,
    EncumbrancesController,
    actsController(encumbrancesActs, null),
    actsController(encumbranceActs, EncumbranceDesk),
  ],
  providers: services,
  exports: services,
})
export class RightsModule {
  constructor(sight: EvidenceSight) {
    sight.register({
      subject: 'encumbrance',
      office: async (reader, id) => (await encumbranceRow(reader, id))?.officeCode ?? null,
    });
  }
}
