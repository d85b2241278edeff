import { Module } from '@nestjs/common';
import { OfficesModule } from '#offices';
import { PapersModule } from '#papers';
import { EvidenceSight, StepGate, actsController } from '#platform';
import { CaseActs } from './case-acts.service.js';
import { caseActs } from './case.acts.js';
import { CaseDesk } from './case-desk.service.js';
import { CaseFile } from './case-file.entity.js';
import { type CaseFacts, waits } from './case-kind.js';
import { CaseLists } from './case-lists.service.js';
import { CaseWork } from './case.work.js';
import { CasesController } from './cases.controller.js';
import { CasesService } from './cases.service.js';
import { ContactSeal } from './contact-seal.js';
import { FollowedLetters } from './followed-letters.service.js';

@Module({
  imports: [OfficesModule, PapersModule],
  controllers: [CasesController, actsController(caseActs, CaseDesk)],
  providers: [CaseActs, CaseDesk, CaseLists, CaseWork, CasesService, ContactSeal, FollowedLetters],
  exports: [CaseDesk, CasesService, FollowedLetters],
})
export class CasesModule {
  constructor(gate: StepGate, sight: EvidenceSight) {
    sight.register({
      subject: 'case_file',
      party: async (reader, [first, ...more], partyId) =>
        first && (await reader.existsBy(CaseFile, { id: first.subjectId, partyId })) ? [first, ...more] : [],
    });
    // Whichever step led there: what waits for no answer any more leaves the list of those that do.
    gate.follow({ subject: 'case_file' }, async (act, { record }: CaseFacts) => {
      const answeredAt = waits(record) ? null : (record.answeredAt ?? act.now);
      if (answeredAt?.getTime() !== record.answeredAt?.getTime())
        await act.tx.update(CaseFile, { id: record.id }, { answeredAt });
    });
  }
}
