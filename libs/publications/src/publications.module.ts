import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Erratum } from './erratum.entity.js';
import { Publication } from './publication.entity.js';
import { PublicationsService } from './publications.service.js';
import { Terminal } from './terminal.entity.js';
import { TerminalsService } from './terminals.service.js';
import { VenueCheck } from './venue-check.entity.js';
import { VenueDark } from './venue-dark.entity.js';
import { VenuePosting } from './venue-posting.entity.js';
import { VenuesService } from './venues.service.js';

const services = [PublicationsService, VenuesService, TerminalsService];

@Module({
  imports: [TypeOrmModule.forFeature([Publication, Erratum, VenuePosting, VenueDark, VenueCheck, Terminal])],
  providers: services,
  exports: services,
})
export class PublicationsModule {}
