import { Injectable } from '@nestjs/common';
import { type Actor, dayOf } from '#kernel';
import { PapersService } from '#papers';
import { record as note, type Tx } from '#platform';
import { EncumbrancesService } from '#rights';
import { CasePapers, PaperParties, type TransferFacts } from '#transfers';
import { firstCertificate } from './certificate-paper.view.js';
import { CertificateStock } from './certificate-stock.entity.js';
import type { Certificate } from './certificate.entity.js';

/** What a certificate says, gathered for the act that issues it. */
@Injectable()
export class IssuingDesk {
  constructor(
    readonly papers: PapersService,
    private readonly casePapers: CasePapers,
    private readonly parties: PaperParties,
    private readonly encumbrances: EncumbrancesService,
  ) {}

  async view(
    tx: Tx,
    facts: TransferFacts,
    stockNumber: string | undefined,
    now: Date,
  ): Promise<ReturnType<typeof firstCertificate>> {
    const holder = await this.parties.partyOf(tx, facts.record.transfereeId);
    const issuer = await this.parties.issuerName(tx, facts.record.issuerCode);
    const { sketch } = await this.casePapers.letters.land(tx, facts);
    const encumbrances = facts.right ? await this.encumbrances.of({ rightId: facts.right.id }, tx) : [];
    const issuedOn = dayOf(now);
    return firstCertificate(facts, holder, issuer, sketch, { encumbrances, stockNumber, issuedOn });
  }
}

/** The first line of a certificate's own history. */
export async function noteIssue(
  tx: Tx,
  certificate: Certificate,
  label: string,
  actor: Actor,
  now: Date,
  detail: Record<string, unknown>,
): Promise<void> {
  const act = { subject: 'certificate', subjectId: certificate.id, action: 'issue', label, toState: certificate.state };
  await note(
    tx,
    { ...act, officeCode: certificate.officeCode, detail: { number: certificate.number, ...detail } },
    actor,
    now,
  );
}

/** Books a sheet of certificate paper as used for the first copy. */
export async function useStock(
  tx: Tx,
  certificate: Certificate,
  serial: string,
  actor: Actor,
  now: Date,
): Promise<void> {
  const used = { serial, outcome: 'used', copyNumber: 1, reason: '', notedBy: actor.name, notedAt: now } as const;
  await tx.insert(CertificateStock, { ...used, certificateId: certificate.id });
}
