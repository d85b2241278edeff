import { Module } from '@nestjs/common';
import { OfficesModule } from '#offices';
import { AssistedController } from './assisted.controller.js';
import { AssistedForm } from './assisted-form.service.js';
import { AssistedSessionsService } from './assisted-sessions.service.js';
import { ConsentsService } from './consents.service.js';
import { DecisionsService } from './decisions.service.js';
import { PowersOfAttorneyService } from './powers-of-attorney.service.js';
import { PartiesService } from './parties.service.js';
import { PartyFinders } from './party-finders.service.js';
import { PersonFinder } from './person-finder.service.js';
import { PracticeCardsController } from './practice-cards.controller.js';
import { Vault } from './vault.js';

const services = [
  Vault,
  PartiesService,
  PartyFinders,
  PersonFinder,
  ConsentsService,
  PowersOfAttorneyService,
  DecisionsService,
  AssistedSessionsService,
  AssistedForm,
];

@Module({
  imports: [OfficesModule],
  controllers: [PracticeCardsController, AssistedController],
  providers: services,
  exports: services,
})
export class PartiesModule {}
