import { Module } from '@nestjs/common';
import { PublicationsService } from './publications.service.js';
import { TerminalsService } from './terminals.service.js';
import { VenuesService } from './venues.service.js';

const services = [PublicationsService, VenuesService, TerminalsService];

@Module({
  providers: services,
  exports: services,
})
export class PublicationsModule {}
