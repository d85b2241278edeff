import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '#cases';
import { PapersModule } from '#papers';
import { PublicationsModule } from '#publications';
import { Notice } from './notice.entity.js';
import { NoticeFactsService } from './notice.facts.js';
import { NoticesService } from './notices.service.js';
import { PriorityClaim } from './priority-claim.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Notice, PriorityClaim]), PapersModule, PublicationsModule, CasesModule],
  providers: [NoticeFactsService, NoticesService],
  exports: [NoticesService],
})
export class NoticesModule {}
