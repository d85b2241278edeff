import type { Type } from '@nestjs/common';
import { Cases1761000009000, CasesModule, DecisionsTellTheFacts1761000021300 } from '#cases';
import {
  ClaimsAnsweredByLaw1761000021000,
  ClaimsLapse1761000024100,
  Notices1761000010000,
  NoticesModule,
  NoticeLists1761000025100,
} from '#notices';
import { Certificates1761000014000, CertificatesModule, IssuedAnew1761000014100 } from '#certificates';
import { Indicators1761000018000, IndicatorsModule, ReviewsCountedOnce1761000021200 } from '#indicators';
import {
  DepositAnswersToTheEnd1761000022200,
  Deposits1761000011000,
  DepositsModule,
  EscrowAccounts1761000022300,
  OutflowsKept1761000022000,
  PayeeKept1761000011100,
} from '#deposits';
import { Inspections1761000012000, InspectionsModule } from '#inspections';
import { Offices1761000000400, OfficesModule } from '#offices';
import { Papers1761000007000, PapersModule } from '#papers';
import { ConsentOfItsWords1761000020000, Parties1761000005000, PartiesModule } from '#parties';
import {
  Access1761000000100,
  AccountStarts1761000023100,
  Clock1761000000200,
  EvidenceParties1761000023000,
  KeysEnd1761000000310,
  ListVersions1761000025000,
  LostAnswers1761000000300,
  Platform1761000000000,
} from '#platform';
import { Publications1761000008000, PublicationsModule } from '#publications';
import {
  ADealAsAgreed1761000020100,
  ApplicationDrafts1761000013100,
  DecisionBeforeHold1761000013300,
  DraftsOfOneGrammar1761000025400,
  LandAndPeople1761000020300,
  Renewals1761000013200,
  ReviewsSayWhy1761000021100,
  TermsAsked1761000020200,
  Transfers1761000013000,
  TransfersModule,
} from '#transfers';
import {
  ManagementRights1761000006100,
  Register1761000006000,
  RightMoves1761000024000,
  PortionGrantors1761000006300,
  RegisterImports1761000006200,
  ReservationsEnd1761000022100,
  RightsModule,
} from '#rights';

/** The libs' modules, in the order of `libs/README.md`. */
// prettier-ignore
export const libs: Type[] = [
  OfficesModule,
  PartiesModule,
  RightsModule,
  PapersModule,
  PublicationsModule,
  CasesModule,
  NoticesModule,
  DepositsModule,
  InspectionsModule,
  TransfersModule,
  CertificatesModule,
  IndicatorsModule,
];

/** Every migration, in the order of its timestamp. */
export const migrations: (new () => object)[] = [
  Platform1761000000000,
  Access1761000000100,
  Clock1761000000200,
  LostAnswers1761000000300,
  KeysEnd1761000000310,
  Offices1761000000400,
  Parties1761000005000,
  Register1761000006000,
  ManagementRights1761000006100,
  RegisterImports1761000006200,
  PortionGrantors1761000006300,
  Papers1761000007000,
  Publications1761000008000,
  Cases1761000009000,
  DecisionsTellTheFacts1761000021300,
  Notices1761000010000,
  Deposits1761000011000,
  PayeeKept1761000011100,
  Inspections1761000012000,
  Transfers1761000013000,
  ApplicationDrafts1761000013100,
  Renewals1761000013200,
  DecisionBeforeHold1761000013300,
  Certificates1761000014000,
  IssuedAnew1761000014100,
  Indicators1761000018000,
  ConsentOfItsWords1761000020000,
  ADealAsAgreed1761000020100,
  TermsAsked1761000020200,
  LandAndPeople1761000020300,
  ClaimsAnsweredByLaw1761000021000,
  ReviewsSayWhy1761000021100,
  ReviewsCountedOnce1761000021200,
  OutflowsKept1761000022000,
  ReservationsEnd1761000022100,
  DepositAnswersToTheEnd1761000022200,
  EscrowAccounts1761000022300,
  EvidenceParties1761000023000,
  AccountStarts1761000023100,
  RightMoves1761000024000,
  ClaimsLapse1761000024100,
  ListVersions1761000025000,
  NoticeLists1761000025100,
  DraftsOfOneGrammar1761000025400,
];

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
  // The parcels of an application that is still being written.
  'transfer_parcel',
  // Who goes, and what a neighbour said, until the survey is done.
  'inspection_surveyor',
  'inspection_neighbour',
  'office_care',
];
