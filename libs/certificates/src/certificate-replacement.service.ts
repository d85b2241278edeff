import { Injectable } from '@nestjs/common';
import { PapersService } from '#papers';
import type { Act, Elsewhere } from '#platform';
import { TransferReader, type TransferFacts } from '#transfers';
import { openRequest } from './replacement.rules.js';
import { CertificateClosing, basisOf } from './certificate-closing.service.js';
import { type CertificateView, carriedChange, certificateLetter } from './certificate.letter.js';
import { succeed } from './certificate-succession.service.js';
import type { Certificate } from './certificate.entity.js';
import type { CertificateFacts } from './certificate.facts.js';
import type { ReplacementInput, AskedBasisInput, BasisInput } from './certificate.input.js';
import { issueWords } from './certificate.words.js';
import { certificateWorkflow } from './certificate.workflow.js';
import { asItStands } from './change-items.js';
import { IssuingDesk, useStock } from './issuing-desk.service.js';

/**
 * 撤销后重新发证：the paper was wrong, the right is not. One person asks with a document, another decides; the new certificate is
 * written from the case as it stands, under a new number. The old one stays revoked.
 */
@Injectable()
export class CertificateReplacementService {
  constructor(
    private readonly cases: TransferReader,
    private readonly papers: PapersService,
    private readonly issuing: IssuingDesk,
    private readonly closing: CertificateClosing,
  ) {}

  async requestReplacement(act: Act, facts: CertificateFacts, input: AskedBasisInput): Promise<void> {
    await this.take(act, facts, 'request_replacement', input);
    const file = await this.closing.attach(act, facts, input.file);
    await this.closing.write(act, facts, { kind: 'request_replacement', ...basisOf(input), fileId: file.id });
  }

  async refuseReplacement(act: Act, facts: CertificateFacts, input: BasisInput): Promise<void> {
    await this.take(act, facts, 'refuse_replacement', input);
    await this.closing.write(act, facts, { kind: 'refuse_replacement', ...basisOf(input) });
  }

  /** The second person agrees: new number, new code; old and new name each other. */
  async replace(act: Act, facts: CertificateFacts, input: ReplacementInput): Promise<Elsewhere> {
    await this.take(act, facts, 'replace', input);
    const next = await this.write(act, facts, input);
    const asked = openRequest(facts);
    const letter = await this.closing.letter(act, 'replace', facts, {
      reasons: [...(asked ? [basisOf(asked)] : []), basisOf(input)],
      applicant: asked?.handler ?? act.actor.name,
      newNumber: next.number,
    });
    const line = { kind: 'replace' as const, before: facts.record.number, after: next.number, paperId: letter.id };
    await this.closing.write(act, facts, { ...line, ...basisOf(input) });
    return { id: next.id };
  }

  private async take(
    act: Act,
    facts: CertificateFacts,
    action: 'request_replacement' | 'replace' | 'refuse_replacement',
    { reason, rule }: BasisInput,
  ): Promise<void> {
    await act.take(certificateWorkflow, facts, action, { remark: reason, detail: { rule } });
  }

  private async write(act: Act, facts: CertificateFacts, input: ReplacementInput): Promise<Certificate> {
    const { record: old } = facts;
    const deal = await this.cases.locked(act, old.transferId);
    const view = await this.view(act, deal, facts, input);
    const { transferId: subjectId, officeCode } = old;
    const about = { subject: 'transfer', subjectId, officeCode, partyIds: [...deal.parties] };
    const paper = await this.papers.issue(act, certificateLetter, about, view);
    const next = await succeed(act, old, paper, issueWords.anew);
    if (input.stockNumber !== undefined) await useStock(act, next, input.stockNumber);
    return next;
  }

  /** Not from the revoked paper, which may be what was wrong, but from the case and the changes recorded since. */
  private async view(
    act: Act,
    deal: TransferFacts,
    facts: CertificateFacts,
    input: ReplacementInput,
  ): Promise<CertificateView> {
    const fresh = await this.issuing.view(act, deal, input.stockNumber);
    const own = facts.changes.filter((change) => change.kind === 'change');
    const follows = { kind: 'replace', follows: facts.record.number };
    const last = { day: fresh.issuedOn, ...follows, basis: input.rule, by: act.actor.name };
    return { ...asItStands(fresh, facts.changes), changes: [...own.map((change) => carriedChange(change)), last] };
  }
}
