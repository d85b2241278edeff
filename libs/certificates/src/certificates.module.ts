import { Module } from '@nestjs/common';
import { EvidenceSight, actsController, doersOf } from '#platform';
import { OfficesModule } from '#offices';
import { PapersModule } from '#papers';
import { RightsModule } from '#rights';
import { TransfersModule, TransfersService } from '#transfers';
import { transferCertificateActs, certificateActs } from './certificate.acts.js';
import { CertificateActsService } from './certificate-acts.service.js';
import { CertificateClosing } from './certificate-closing.service.js';
import { CertificateFactsService } from './certificate-facts.service.js';
import { CertificateLists } from './certificate-lists.service.js';
import { CertificateReader } from './certificate-reader.service.js';
import { CertificateShelf } from './certificate-shelf.service.js';
import { CertificateSuccession } from './certificate-succession.service.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesService } from './certificates.service.js';
import { CodeGuesses } from './code-guesses.js';
import { IssuingDesk } from './issuing-desk.service.js';
import { VerificationController } from './verification.controller.js';
import { VerificationService } from './verification.service.js';
import { CertificateWork } from './certificate.work.js';

@Module({
  imports: [OfficesModule, RightsModule, PapersModule, TransfersModule],
  controllers: [
    CertificatesController,
    VerificationController,
    actsController(certificateActs, CertificateReader),
    actsController(transferCertificateActs, TransfersService),
  ],
  providers: [
    CertificateWork,
    ...doersOf(certificateActs, transferCertificateActs),
    CertificateClosing,
    CertificateFactsService,
    CertificateLists,
    CertificateReader,
    CertificateShelf,
    CertificateSuccession,
    CodeGuesses,
    IssuingDesk,
    VerificationService,
  ],
  exports: [CertificateActsService, CertificatesService, VerificationService],
})
export class CertificatesModule {
  constructor(sight: EvidenceSight) {
    sight.register({ subject: 'certificate' });
  }
}
