import { Injectable } from '@nestjs/common';
import { PapersService } from '#papers';
import type { Act, Elsewhere } from '#platform';
import { rangeOf } from '#rights';
import { EndingsService, type TerminationInput, type TransferFacts } from '#transfers';
import { CertificateClosing } from './certificate-closing.service.js';
import { Certificate } from './certificate.entity.js';
import type { IssueInput } from './certificate.input.js';
import { certificateLetter } from './certificate.letter.js';
import { certificateProblems } from './certificate.problems.js';
import { issueWords } from './certificate.words.js';
import { certificateWorkflow } from './certificate.workflow.js';
import { IssuingDesk, issuedAs, useStock } from './issuing-desk.service.js';

/** A certificate begins with the last step of its case and ends with the right it proves. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly endings: EndingsService,
    private readonly desk: IssuingDesk,
    private readonly papers: PapersService,
    private readonly closing: CertificateClosing,
  ) {}

  /** 发证：the case's step and the certificate in one act; two certifiers at once make one certificate. */
  async certify(act: Act, facts: TransferFacts, { stockNumber }: IssueInput): Promise<Elsewhere> {
    await this.endings.certify(act, facts);
    if (facts.right?.status !== 'active') throw certificateProblems.noRight();
    const certificate = await this.write(act, facts, facts.right.id, stockNumber);
    if (stockNumber !== undefined) await useStock(act, certificate, stockNumber);
    return { things: 'certificates', id: certificate.id };
  }

  /** 提前终止：the right ends, and its certificate is cancelled in the same act. */
  async terminate(act: Act, facts: TransferFacts, input: TerminationInput): Promise<void> {
    await this.endings.terminate(act, facts, input);
    await this.closing.withCase(act, facts, input);
  }

  private async write(
    act: Act,
    facts: TransferFacts,
    rightId: string,
    stockNumber: string | undefined,
  ): Promise<Certificate> {
    const { record: deal } = facts;
    const { actor, now } = act;
    const view = await this.desk.view(act, facts, stockNumber);
    const { id: subjectId, officeCode } = deal;
    const about = { subject: 'transfer', subjectId, officeCode, partyIds: [...facts.parties] };
    const paper = await this.papers.issue(act, certificateLetter, about, view);
    const certificate = {
      number: paper.number,
      paperId: paper.id,
      transferId: deal.id,
      rightId,
      holderId: deal.transfereeId,
      holderName: view.holder,
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
    };
    const words = issuedAs(issueWords.first, paper.number, { transfer: deal.id });
    return act.open(certificateWorkflow, Certificate, certificate, words);
  }
}
