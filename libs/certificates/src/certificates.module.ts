import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceSight } from '#platform';
import { OfficesModule } from '#offices';
import { PapersModule } from '#papers';
import { RightsModule } from '#rights';
import { TransfersModule } from '#transfers';
import { CertificateActsDesk } from './certificate-acts-desk.service.js';
import { CertificateActsService } from './certificate-acts.service.js';
import { CertificateAnewController } from './certificate-anew.controller.js';
import { AnewDesk, CertificateAnewService } from './certificate-anew.service.js';
import { CertificateChange } from './certificate-change.entity.js';
import { CertificateClosing } from './certificate-closing.service.js';
import { CertificateFactsService } from './certificate-facts.service.js';
import { CertificatePages } from './certificate-pages.service.js';
import { CertificateShelf } from './certificate-shelf.service.js';
import { CertificateStock } from './certificate-stock.entity.js';
import { Certificate } from './certificate.entity.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesService } from './certificates.service.js';
import { CodeGuesses } from './code-guesses.js';
import { IssuingDesk } from './issuing-desk.service.js';
import { IssuingController } from './issuing.controller.js';
import { VerificationController } from './verification.controller.js';
import { VerificationService } from './verification.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Certificate, CertificateChange, CertificateStock]),
    OfficesModule,
    RightsModule,
    PapersModule,
    TransfersModule,
  ],
  controllers: [IssuingController, CertificatesController, CertificateAnewController, VerificationController],
  providers: [
    AnewDesk,
    CertificateAnewService,
    CertificateActsDesk,
    CertificateActsService,
    CertificateClosing,
    CertificateFactsService,
    CertificatePages,
    CertificatesService,
    CertificateShelf,
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
