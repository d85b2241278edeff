import { Module } from '@nestjs/common';
import { OfficesModule } from '#offices';
import { EvidenceSight, actsController } from '#platform';
import { Numbers } from './numbers.service.js';
import { Paper } from './paper.entity.js';
import { paperActs } from './paper.acts.js';
import { PaperDesk } from './paper-desk.service.js';
import { PaperListController } from './paper-list.controller.js';
import { PapersController } from './papers.controller.js';
import { PapersService } from './papers.service.js';
import { Printer } from './printer.js';
import { PrintRequestWork } from './print-request.work.js';
import { PrintsController } from './prints.controller.js';
import { PrintsService } from './prints.service.js';
import { SignedCopies } from './signed-copies.service.js';
import { sealActs, sealsActs } from './seal.acts.js';
import { SealsController } from './seals.controller.js';
import { SealsService } from './seals.service.js';

@Module({
  imports: [OfficesModule],
  controllers: [
    PaperListController,
    PapersController,
    PrintsController,
    actsController(paperActs, PaperDesk),
    SealsController,
    actsController(sealsActs, null),
    actsController(sealActs, SealsService),
  ],
  providers: [PaperDesk, Numbers, Printer, PapersService, PrintsService, PrintRequestWork, SignedCopies, SealsService],
  exports: [Numbers, PapersService, PrintsService],
})
export class PapersModule {
  constructor(sight: EvidenceSight) {
    sight.register({
      subject: 'paper',
      // 签收件是签字盖章的原件：纸是给谁的，谁就能看。
      party: async (reader, files, partyId) => {
        const paper = files[0] && (await reader.findOneBy(Paper, { id: files[0].subjectId }));
        return paper?.partyIds.includes(partyId) ? files : [];
      },
    });
  }
}
