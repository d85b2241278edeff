import type { Type } from '@nestjs/common';
import { AuctionsModule } from '#auctions';
import { CasesModule } from '#cases';
import { CertificatesModule } from '#certificates';
import { ClientsModule } from '#clients';
import { DepositsModule } from '#deposits';
import { IndicatorsModule } from '#indicators';
import { InspectionsModule } from '#inspections';
import { LedgerModule } from '#ledger';
import { ListingsModule } from '#listings';
import { NoticesModule } from '#notices';
import { OfficesModule } from '#offices';
import { PapersModule } from '#papers';
import { PartiesModule } from '#parties';
import { PublicationsModule } from '#publications';
import { RightsModule } from '#rights';
import { TransfersModule } from '#transfers';
import { foundEntities, foundMigrations } from './found-in-libs.js';

/** The libs' modules, in the order of `libs/README.md`. */
// prettier-ignore
export const libs: Type[] = [
  OfficesModule,
  ClientsModule,
  PartiesModule,
  RightsModule,
  PapersModule,
  PublicationsModule,
  CasesModule,
  NoticesModule,
  LedgerModule,
  DepositsModule,
  InspectionsModule,
  TransfersModule,
  CertificatesModule,
  ListingsModule,
  AuctionsModule,
  IndicatorsModule,
];

/** Every migration that stands in a lib; TypeORM runs them in the order of their timestamps. */
export const migrations = foundMigrations();

/** Every entity of a lib, found where it stands. */
export const entities = await foundEntities();

/** The tables that forget: what is used up, given up or too old is deleted from them, and from no other. */
export const forgetting: readonly string[] = [
  'session',
  'recovery_code',
  'sign_in_failure',
  'page_memory',
  'idempotency_key',
  'clock_trouble',
  'quarantined_row',
  'application_draft',
  // Parcels that no longer lie over each other.
  'parcel_overlap',
  // The parcels of an application that is still being written.
  'transfer_parcel',
  // The parcels of a lot that is still being written.
  'listing_parcel',
  // What somebody no longer looks for.
  'saved_search',
  // Who goes, and what a neighbour said, until the survey is done.
  'inspection_surveyor',
  'inspection_neighbour',
  'office_care',
];
