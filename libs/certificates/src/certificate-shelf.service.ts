import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { PapersService, PrintsService } from '#papers';
import { Database, Files, historyOf } from '#platform';
import { EncumbrancesService } from '#rights';
import { CertificateStock } from './certificate-stock.entity.js';
import type { Certificate } from './certificate.entity.js';

/** What lies around a certificate: its paper, prints, letters, evidence, mortgages and sheets. */
@Injectable()
export class CertificateShelf {
  constructor(
    private readonly database: Database,
    private readonly papers: PapersService,
    private readonly prints: PrintsService,
    private readonly files: Files,
    private readonly encumbrances: EncumbrancesService,
  ) {}

  async of(certificate: Certificate, me: Actor) {
    const { reader } = this.database;
    const { id, paperId, rightId } = certificate;
    const staff = me.kind === 'staff';
    return {
      paper: await this.papers.get(paperId, reader),
      letters: await this.papers.of(reader, 'certificate', id),
      prints: staff ? await this.prints.of(paperId) : [],
      files: staff ? await this.files.of(reader, 'certificate', id) : [],
      encumbrances: await this.encumbrances.of({ rightId }),
      history: (await historyOf(reader, 'certificate', id)).map((line) => (staff ? line : { ...line, remark: null })),
      stock: staff
        ? await reader.find(CertificateStock, { where: { certificateId: id }, order: { notedAt: 'ASC' } })
        : [],
    };
  }
}
