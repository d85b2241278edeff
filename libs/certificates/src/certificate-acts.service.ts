import { Injectable } from '@nestjs/common';
import { isDay } from '#kernel';
import { PapersService } from '#papers';
import { type Act, Calendars, type Elsewhere, ParameterStore, inputProblem } from '#platform';
import { CertificateClosing, basisOf } from './certificate-closing.service.js';
import { CertificateSuccession } from './certificate-succession.service.js';
import { Certificate } from './certificate.entity.js';
import type { CertificateView } from './certificate.letter.js';
import type { CertificateFacts } from './certificate.facts.js';
import type { AskedBasisInput, BasisInput, ChangeInput, ExchangeInput, ReissueInput } from './certificate.input.js';
import { certificateFaults } from './certificate.problems.js';
import { lossNoticeEnds } from './certificate.rules.js';
import { certificateWorkflow } from './certificate.workflow.js';
import { changeKinds, itemWords } from './certificate.words.js';
import { asItStands, useWith } from './change-items.js';

const words = ({ reason, rule }: BasisInput) => ({ remark: reason, detail: { rule } });

/** What happens to a certificate: 变更、补发、换发、注销、撤销. Each rests on a document. */
@Injectable()
export class CertificateActsService {
  constructor(
    private readonly papers: PapersService,
    private readonly closing: CertificateClosing,
    private readonly succession: CertificateSuccession,
    private readonly calendars: Calendars,
    private readonly parameters: ParameterStore,
  ) {}

  /** 变更：the record and the web page say the new; the paper stays as it was printed until it is exchanged. */
  async change(act: Act, facts: CertificateFacts, input: ChangeInput): Promise<void> {
    const paper = await this.papers.get(facts.record.paperId, act.tx);
    const before = asItStands(paper.view as CertificateView, facts.changes)[input.item] ?? '';
    const after = input.item === 'use' ? useWith(before, input.after.trim()) : input.after.trim();
    if (after === before) throw inputProblem([{ pointer: '#/after', detail: certificateFaults.unchanged }]);
    const line = { item: input.item, before, after };
    await act.take(certificateWorkflow, facts, 'change', {
      remark: input.reason,
      detail: { ...line, rule: input.rule },
    });
    const file = await this.closing.attach(act, facts, input.file);
    const changes = [{ ...line, item: itemWords[input.item] }];
    const letter = await this.closing.letter(act, 'change', facts, { reasons: [input], changes });
    const change = { kind: 'change' as const, ...basisOf(input), ...line, fileId: file.id, paperId: letter.id };
    await this.closing.write(act, facts, change);
    if (input.item === 'holder') await act.keep(Certificate, facts.record.id, { holderName: after });
  }

  /** 遗失补发：announced, and a new number; whoever finds the old one holds nothing. */
  async reissue(act: Act, facts: CertificateFacts, input: ReissueInput): Promise<Elsewhere> {
    await this.checkAnnounced(act, facts, input.announcedOn);
    await act.take(certificateWorkflow, facts, 'reissue', words(input));
    const next = await this.succession.replace(act, facts, 'reissue', input);
    return { id: next.id };
  }

  /** 换发：the old sheet is handed in. */
  async exchange(act: Act, facts: CertificateFacts, input: ExchangeInput): Promise<Elsewhere> {
    await act.take(certificateWorkflow, facts, 'exchange', words(input));
    const next = await this.succession.replace(act, facts, 'exchange', input);
    return { id: next.id };
  }

  async cancel(act: Act, facts: CertificateFacts, input: AskedBasisInput): Promise<void> {
    const file = await this.closing.attach(act, facts, input.file);
    await this.closing.cancel(act, facts, basisOf(input), file.id);
  }

  /** 提请撤销：发错了或者有人造假 is said by one person and decided by another. */
  async propose(act: Act, facts: CertificateFacts, input: AskedBasisInput): Promise<void> {
    await act.take(certificateWorkflow, facts, 'propose', words(input));
    const file = await this.closing.attach(act, facts, input.file);
    await this.closing.write(act, facts, { kind: 'propose', ...basisOf(input), fileId: file.id });
  }

  /** 撤销：the second person agrees; the decision names the rule and the ways of redress. */
  async revoke(act: Act, facts: CertificateFacts, input: BasisInput): Promise<void> {
    await act.take(certificateWorkflow, facts, 'revoke', words(input));
    const asked = facts.changes.findLast((change) => change.kind === 'propose');
    const reasons = [...(asked ? [basisOf(asked)] : []), basisOf(input)];
    const applicant = asked?.handler ?? act.actor.name;
    const letter = await this.closing.letter(act, 'revoke', facts, { reasons, applicant });
    await this.closing.void(act, facts, `${changeKinds.revoke}：${input.reason}`);
    await this.closing.write(act, facts, { kind: 'revoke', ...basisOf(input), paperId: letter.id });
  }

  async dismiss(act: Act, facts: CertificateFacts, input: BasisInput): Promise<void> {
    const before = facts.changes.some((change) => change.kind === 'change') ? 'changed' : 'valid';
    await act.take(certificateWorkflow, facts, 'dismiss', { before, ...words(input) });
    await this.closing.write(act, facts, { kind: 'dismiss', ...basisOf(input) });
  }

  /** 遗失声明刊发以后才补发（参照不动产登记暂行条例实施细则第22条第2款）; how long after is the county's parameter of today. */
  private async checkAnnounced(act: Act, { record }: CertificateFacts, announcedOn: string): Promise<void> {
    if (!isDay(announcedOn)) return;
    const { lossNoticeWorkingDays: days } = await this.parameters.at(act.tx, act.today);
    const last = lossNoticeEnds(await this.calendars.at(act.tx, record.officeCode), announcedOn, days);
    if (last === null || act.today > last) return;
    throw inputProblem([{ pointer: '#/announcedOn', detail: certificateFaults.announcedUntil(last, days) }]);
  }
}
