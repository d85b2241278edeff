import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PapersModule } from '#papers';
import { CaseFile } from './case-file.entity.js';
import { CasesService } from './cases.service.js';
import { FollowedLetters } from './followed-letters.service.js';
import { ContactSeal } from './contact-seal.js';

@Module({
  imports: [TypeOrmModule.forFeature([CaseFile]), PapersModule],
  providers: [CasesService, ContactSeal, FollowedLetters],
  exports: [CasesService, FollowedLetters],
})
export class CasesModule {}
