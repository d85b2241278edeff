import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { Database, type Tx } from '#platform';
import { rangeOf } from '#rights';
import { EndingsService, type TerminationInput, type TransferFacts } from '#transfers';
import { CertificateClosing } from './certificate-closing.service.js';
import { Certificate } from './certificate.entity.js';
import { certificateProblems } from './certificate.problems.js';
import { certificateWorkflow } from './certificate.workflow.js';
import { IssuingDesk, noteIssue, useStock } from './issuing-desk.service.js';

/** A certificate begins with the last step of its case and ends with the right it proves. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly database: Database,
    private readonly endings: EndingsService,
    private readonly desk: IssuingDesk,
    private readonly closing: CertificateClosing,
    private readonly clock: Clock,
  ) {}

  /** 发证：the case's step and the certificate in one act; two certifiers at once make one certificate. */
  async issue(transferId: string, actor: Actor, stockNumber?: string): Promise<Certificate> {
    return this.database.transaction((tx) => this.issueIn(tx, transferId, actor, stockNumber));
  }

  /** 提前终止：the right ends, and its certificate is cancelled in the same act. */
  async terminate(transferId: string, input: TerminationInput, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.endings.terminate(tx, transferId, input, actor);
      await this.closing.withCase(tx, facts, input, actor, this.clock.now());
      return facts;
    });
  }

  private async issueIn(
    tx: Tx,
    transferId: string,
    actor: Actor,
    stockNumber: string | undefined,
  ): Promise<Certificate> {
    const facts = await this.endings.certified(tx, transferId, actor);
    if (facts.right?.standing !== 'active') throw certificateProblems.noRight();
    const now = this.clock.now();
    const view = await this.desk.view(tx, facts, stockNumber, now);
    const { record: deal } = facts;
    const about = {
      subject: 'transfer',
      subjectId: deal.id,
      officeCode: deal.officeCode,
      partyIds: [...facts.parties],
    };
    const paper = await this.desk.papers.issue(tx, { kind: 'certificate', view, ...about }, actor, now);
    const certificate = tx.create(Certificate, {
      number: paper.number,
      paperId: paper.id,
      transferId: deal.id,
      rightId: facts.right.id,
      holderId: deal.transfereeId,
      holderName: view.holder,
      state: certificateWorkflow.first,
      stateSince: now,
      dueAt: null,
      revision: 1,
      rulesDay: deal.rulesDay,
      officeCode: deal.officeCode,
      bornOfficeCode: deal.officeCode,
      place: deal.place,
      areaMu: deal.areaMu,
      parcelCount: facts.parcels.length,
      term: rangeOf(facts.term),
      issuedAt: now,
      issuedBy: actor.name,
      issuedById: actor.accountId,
      previousId: null,
      nextId: null,
    });
    await tx.insert(Certificate, certificate);
    await noteIssue(tx, certificate, '发证', actor, now, { transfer: deal.id });
    if (stockNumber !== undefined) await useStock(tx, certificate, stockNumber, actor, now);
    return certificate;
  }
}
