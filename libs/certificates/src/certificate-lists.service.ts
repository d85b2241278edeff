import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { OfficesService } from '#offices';
import { type Asked, type Download, type ListView, Lists, type Shown } from '#platform';
import { type CertificateRow, certificateList, certificateRow, scopeOfCertificates } from './certificate.list.js';
import { statuses } from './certificate.verdict.js';
import { certificateLabels, ownCertificates } from './certificate.words.js';

/** The list of certificates: a page of it, and as a workbook. */
@Injectable()
export class CertificateLists {
  constructor(
    private readonly lists: Lists,
    private readonly offices: OfficesService,
    private readonly clock: Clock,
  ) {}

  show(asked: Asked, me: Actor): Promise<Shown<ListView<CertificateRow>>> {
    const staff = me.kind === 'staff';
    const today = this.clock.today();
    return this.lists.show(
      certificateList,
      asked,
      scopeOfCertificates(me),
      (row) => certificateRow(row, today),
      async () => ({
        options: { office: await this.offices.choicesFor(me, asked.filters['office']) },
        title: staff ? certificateLabels.title : ownCertificates,
        ...(staff ? {} : { sheet: '' }),
      }),
    );
  }

  sheet(asked: Asked, me: Actor): Promise<Download> {
    const today = this.clock.today();
    return this.lists.sheet(certificateList, asked, scopeOfCertificates(me), (rows) =>
      rows.map((row) => ({ ...row, status: statuses[certificateRow(row, today).status] })),
    );
  }
}
