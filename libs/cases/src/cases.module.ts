import { Module } from '@nestjs/common';
import { PapersModule } from '#papers';
import { CasesService } from './cases.service.js';
import { FollowedLetters } from './followed-letters.service.js';
import { ContactSeal } from './contact-seal.js';

@Module({
  imports: [PapersModule],
  providers: [CasesService, ContactSeal, FollowedLetters],
  exports: [CasesService, FollowedLetters],
})
export class CasesModule {}
