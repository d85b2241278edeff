import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OfficesModule } from '#offices';
import { AssistedController } from './assisted.controller.js';
import { AssistedSession } from './assisted-session.entity.js';
import { AssistedSessionsService } from './assisted-sessions.service.js';
import { Body } from './body.entity.js';
import { CollectiveDecision } from './collective-decision.entity.js';
import { Consent } from './consent.entity.js';
import { ConsentsService } from './consents.service.js';
import { DecisionsService } from './decisions.service.js';
import { Household } from './household.entity.js';
import { Mandate } from './mandate.entity.js';
import { MandatesService } from './mandates.service.js';
import { Member } from './member.entity.js';
import { PartiesService } from './parties.service.js';
import { Party } from './party.entity.js';
import { PartyFinders } from './party-finders.service.js';
import { Person } from './person.entity.js';
import { PersonFinder } from './person-finder.service.js';
import { PracticeCardsController } from './practice-cards.controller.js';
import { Vault } from './vault.js';

const entities = [Party, Person, Body, Household, Member, Consent, Mandate, CollectiveDecision, AssistedSession];
const services = [
  Vault,
  PartiesService,
  PartyFinders,
  PersonFinder,
  ConsentsService,
  MandatesService,
  DecisionsService,
  AssistedSessionsService,
];

@Module({
  imports: [TypeOrmModule.forFeature(entities), OfficesModule],
  controllers: [PracticeCardsController, AssistedController],
  providers: services,
  exports: services,
})
export class PartiesModule {}
