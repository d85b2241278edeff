import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { openStates, within } from '#kernel';
import { OfficesService } from '#offices';
import { type Paper, PapersService } from '#papers';
import { type Act, type EvidenceFile, Files, type Received, type Tx } from '#platform';
import type { TerminationInput, TransferFacts } from '#transfers';
import { CertificateChange } from './certificate-change.entity.js';
import { CertificateFactsService } from './certificate-facts.service.js';
import { Certificate } from './certificate.entity.js';
import type { CertificateFacts } from './certificate.facts.js';
import { type Basis, type CertificateView, certificateLetters, terminationLetter } from './certificate.letter.js';
import { certificateProblems } from './certificate.problems.js';
import { changeKinds, issueWords } from './certificate.words.js';
import { certificateWorkflow } from './certificate.workflow.js';

export const basisOf = ({ reason, rule }: Basis): Basis => ({ reason, rule });

/** How a certificate ends, and the letters that say so. */
@Injectable()
export class CertificateClosing {
  constructor(
    private readonly facts: CertificateFactsService,
    private readonly papers: PapersService,
    private readonly files: Files,
    private readonly offices: OfficesService,
  ) {}

  /** The case was ended before its day: its certificate goes with it, and both sides get a letter. */
  async withCase(act: Act, deal: TransferFacts, input: TerminationInput): Promise<void> {
    const live = await liveOf(act.tx, deal.record.id);
    if (live?.state === 'revoking') throw certificateProblems.underReview();
    if (live) {
      const facts = await this.facts.locked(act, live.id);
      await this.cancel(act, facts, { reason: `${issueWords.caseEnded}：${input.reason}`, rule: input.rule }, null);
    }
    const { id: subjectId, officeCode } = deal.record;
    const about = { subject: 'transfer', subjectId, officeCode, partyIds: [...deal.parties] };
    const desk = await this.desk(officeCode);
    await this.papers.issue(act, terminationLetter, about, deal, live, input, act.today, desk);
  }

  /** 注销：the step, the letter, the record, the number void for ever. */
  async cancel(act: Act, facts: CertificateFacts, why: Basis, fileId: string | null): Promise<void> {
    await act.take(certificateWorkflow, facts, 'cancel', { remark: why.reason, detail: { rule: why.rule } });
    const letter = await this.letter(act, 'cancel', facts, { reasons: [why] });
    await this.void(act, facts, `${changeKinds.cancel}：${why.reason}`);
    await this.write(act, facts, { kind: 'cancel', ...why, fileId, paperId: letter.id });
  }

  /** The number is void for ever; its page says why. */
  async void(act: Act, { record }: CertificateFacts, why: string): Promise<void> {
    await this.papers.voidNumber(act, record.paperId, why);
  }

  /** Keeps the document an act rests on. */
  async attach(act: Act, { record }: CertificateFacts, proof: Received): Promise<EvidenceFile> {
    const exhibit = { subject: 'certificate', subjectId: record.id, kind: 'basis' };
    return this.files.attach(act, proof, exhibit);
  }

  /** A letter to the holder about what happened to his certificate. */
  async letter(
    act: Act,
    kind: keyof typeof certificateLetters,
    { record }: CertificateFacts,
    told: Parameters<(typeof certificateLetters)['change']['view']>[4],
  ): Promise<Paper> {
    const { view, partyIds } = await this.papers.get(record.paperId, act.tx);
    const { id: subjectId, officeCode } = record;
    const about = { subject: 'certificate', subjectId, officeCode, partyIds };
    const desk = await this.desk(officeCode);
    return this.papers.issue(
      act,
      certificateLetters[kind],
      about,
      record,
      view as CertificateView,
      act.today,
      desk,
      told,
    );
  }

  /** One line of the change record. */
  async write(
    { tx, actor, now, today }: Act,
    { record }: CertificateFacts,
    line: Pick<CertificateChange, 'kind' | 'reason' | 'rule'> & Partial<CertificateChange>,
  ): Promise<void> {
    const empty = { item: '', before: '', after: '', announcedAt: '', collectedBy: '' };
    const change = tx.create(CertificateChange, {
      ...{ ...empty, fileId: null, paperId: null, announcedOn: null },
      ...line,
      certificateId: record.id,
      day: today,
      handler: actor.name,
      handlerId: actor.accountId,
      madeAt: now,
    });
    await tx.insert(CertificateChange, change);
  }

  private async desk(officeCode: Certificate['officeCode']) {
    const { name, address, phone } = await this.offices.get(within(officeCode, 'town'));
    return { name, address, phone };
  }
}

/** The certificate of a case that is neither void nor replaced. */
async function liveOf(tx: Tx, transferId: string): Promise<Certificate | null> {
  return tx.findOne(Certificate, {
    where: { transferId, state: In([...openStates(certificateWorkflow)]) },
    lock: { mode: 'pessimistic_write' },
  });
}
