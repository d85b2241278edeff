import { Injectable } from '@nestjs/common';
import { type Actor, Clock, dayOf } from '#kernel';
import { OfficesService } from '#offices';
import { type Asked, type Download, Lists } from '#platform';
import { type CertificateRow, certificateList, scopeOfCertificates } from './certificate.list.js';
import { tagOf } from './certificate.verdict.js';
import { certificateLabels, ownCertificates } from './certificate.words.js';

/** The list of certificates: a page of it, and as a workbook. */
@Injectable()
export class CertificateLists {
  constructor(
    private readonly lists: Lists,
    private readonly offices: OfficesService,
    private readonly clock: Clock,
  ) {}

  show(asked: Asked, me: Actor) {
    const staff = me.kind === 'staff';
    return this.lists.show(
      certificateList,
      asked,
      scopeOfCertificates(me),
      (row) => row,
      async (rows) => ({
        options: { office: await this.offices.choicesFor(me, asked.filters['office']) },
        title: staff ? certificateLabels.title : ownCertificates,
        rows: rows.map((row) => ({ ...row, issuedOn: dayOf(row.issuedAt), stateTag: this.tag(row) })),
        ...(staff ? {} : { sheet: '' }),
      }),
    );
  }

  sheet(asked: Asked, me: Actor): Promise<Download> {
    return this.lists.sheet(certificateList, asked, scopeOfCertificates(me), (rows) =>
      rows.map((row) => ({ ...row, stateWord: this.tag(row).label })),
    );
  }

  private tag({ state, termStart: start, termEnd: end }: CertificateRow): { label: string; tone: string } {
    return tagOf(state, { start, end }, this.clock.today());
  }
}
