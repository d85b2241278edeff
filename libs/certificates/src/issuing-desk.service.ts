import { Injectable } from '@nestjs/common';
import type { Act, BirthWords } from '#platform';
import { EncumbrancesService } from '#rights';
import { TransferPapers, PaperParties, type TransferFacts } from '#transfers';
import { firstCertificate } from './certificate.letter.js';
import { CertificateStock } from './certificate-stock.entity.js';
import type { Certificate } from './certificate.entity.js';

/** What a certificate says, gathered for the act that issues it. */
@Injectable()
export class IssuingDesk {
  constructor(
    private readonly transferPapers: TransferPapers,
    private readonly parties: PaperParties,
    private readonly encumbrances: EncumbrancesService,
  ) {}

  async view(
    { tx, today: issuedOn }: Act,
    facts: TransferFacts,
    stockNumber: string | undefined,
  ): Promise<ReturnType<typeof firstCertificate>> {
    const holder = await this.parties.partyOf(tx, facts.record.transfereeId);
    const issuer = await this.parties.issuerName(tx, facts.record.issuerCode);
    const { sketch } = await this.transferPapers.land(tx, facts);
    const encumbrances = facts.right ? await this.encumbrances.of({ rightId: facts.right.id }, tx) : [];
    return firstCertificate(facts, holder, issuer, sketch, { encumbrances, stockNumber, issuedOn });
  }
}

/** The first line of a certificate's own history. */
export const issuedAs = (label: string, number: string, detail: Record<string, unknown>): BirthWords => ({
  ...{ action: 'issue', label },
  detail: { number, ...detail },
});

/** Books a sheet of certificate paper as used for the first copy. */
export async function useStock({ tx, actor, now }: Act, { id }: Certificate, serial: string): Promise<void> {
  const used = { serial, outcome: 'used', copyNumber: 1, reason: '', notedBy: actor.name, notedAt: now } as const;
  await tx.insert(CertificateStock, { ...used, certificateId: id });
}
