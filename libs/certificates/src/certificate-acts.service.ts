import { Injectable } from '@nestjs/common';
import { type Actor, Clock, isDay } from '#kernel';
import type { CertificateView, Paper } from '#papers';
import { Database, type Received, Steps, type Tx } from '#platform';
import { CertificateActsDesk, wrong } from './certificate-acts-desk.service.js';
import { CertificateClosing } from './certificate-closing.service.js';
import { CertificateFactsService } from './certificate-facts.service.js';
import { Certificate } from './certificate.entity.js';
import type { CertificateFacts } from './certificate.facts.js';
import type { BasisInput, ChangeInput, ExchangeInput, ReissueInput } from './certificate.input.js';
import { certificateWorkflow } from './certificate.workflow.js';
import { asItStands, changeItems, useWith } from './change-items.js';
import { noteIssue, useStock } from './issuing-desk.service.js';

/** What may befall a certificate: 变更、补发、换发、注销、撤销. Each rests on a document. */
@Injectable()
export class CertificateActsService {
  constructor(
    private readonly database: Database,
    private readonly facts: CertificateFactsService,
    private readonly steps: Steps,
    private readonly closing: CertificateClosing,
    private readonly desk: CertificateActsDesk,
    private readonly clock: Clock,
  ) {}

  /** 变更：the record and the web page say the new; the paper stays as it was printed until it is exchanged. */
  async change(id: string, input: ChangeInput, proof: Received | null, actor: Actor): Promise<Certificate> {
    return this.act(id, actor, async (tx, facts, now) => {
      const paper = await this.closing.papers.get(tx, facts.record.paperId);
      const before = asItStands(paper.view as CertificateView, facts.changes)[input.item] ?? '';
      const after = input.item === 'use' ? useWith(before, input.after.trim()) : input.after.trim();
      if (after === before) throw wrong('after', '和原来的一样，没有变');
      const line = { item: input.item, before: before === '' ? '（空）' : before, after };
      await this.steps.take(tx, certificateWorkflow, facts, 'change', actor, {
        now,
        remark: input.reason,
        detail: { ...line, rule: input.rule },
      });
      const file = await this.desk.attach(tx, facts, proof, actor, now);
      const shown = { ...line, item: changeItems[input.item].label };
      const letter = await this.closing.letter(
        tx,
        'certificate_change',
        facts,
        { reasons: [input], changes: [shown] },
        actor,
        now,
      );
      await this.closing.write(
        tx,
        facts,
        { kind: 'change', ...basis(input), ...line, fileId: file.id, paperId: letter.id },
        actor,
        now,
      );
      if (input.item === 'holder') await tx.update(Certificate, { id }, { holderName: after });
      return facts.record;
    });
  }

  /** 遗失补发：announced, and a new number; whoever finds the old one holds nothing. */
  async reissue(id: string, input: ReissueInput, proof: Received | null, actor: Actor): Promise<Certificate> {
    return this.act(id, actor, async (tx, facts, now) => {
      await this.desk.checkAnnounced(tx, facts, input.announcedOn, now);
      await this.steps.take(tx, certificateWorkflow, facts, 'reissue', actor, {
        now,
        remark: input.reason,
        detail: { rule: input.rule },
      });
      return this.replace(tx, facts, 'reissue', input, proof, actor, now);
    });
  }

  /** 换发：the old sheet is handed in. */
  async exchange(id: string, input: ExchangeInput, proof: Received | null, actor: Actor): Promise<Certificate> {
    return this.act(id, actor, async (tx, facts, now) => {
      await this.steps.take(tx, certificateWorkflow, facts, 'exchange', actor, {
        now,
        remark: input.reason,
        detail: { rule: input.rule },
      });
      return this.replace(tx, facts, 'exchange', input, proof, actor, now);
    });
  }

  async cancel(id: string, input: BasisInput, proof: Received | null, actor: Actor): Promise<Certificate> {
    return this.act(id, actor, async (tx, facts, now) => {
      // The step refuses first: a reader who may not cancel is not asked for a document.
      const file = proof && (await this.desk.attach(tx, facts, proof, actor, now));
      await this.closing.cancel(tx, facts, basis(input), file?.id ?? null, actor, now);
      if (!proof) throw wrong('file', '传上依据的文件');
      return facts.record;
    });
  }

  /** 提请撤销：发错了或者有人造假 is said by one person and decided by another. */
  async propose(id: string, input: BasisInput, proof: Received | null, actor: Actor): Promise<Certificate> {
    return this.act(id, actor, async (tx, facts, now) => {
      await this.steps.take(tx, certificateWorkflow, facts, 'propose', actor, {
        now,
        remark: input.reason,
        detail: { rule: input.rule },
      });
      const file = await this.desk.attach(tx, facts, proof, actor, now);
      await this.closing.write(tx, facts, { kind: 'propose', ...basis(input), fileId: file.id }, actor, now);
      return facts.record;
    });
  }

  /** 撤销：the second person agrees; the decision names the rule and the ways of redress. */
  async revoke(id: string, input: BasisInput, actor: Actor): Promise<Certificate> {
    return this.act(id, actor, async (tx, facts, now) => {
      await this.steps.take(tx, certificateWorkflow, facts, 'revoke', actor, {
        now,
        remark: input.reason,
        detail: { rule: input.rule },
      });
      const asked = facts.changes.findLast((change) => change.kind === 'propose');
      const reasons = [...(asked ? [{ reason: asked.reason, rule: asked.rule }] : []), basis(input)];
      const letter = await this.closing.letter(
        tx,
        'certificate_revocation',
        facts,
        { reasons, applicant: asked?.handler ?? actor.name },
        actor,
        now,
      );
      await this.closing.papers.voidNumber(tx, facts.record.paperId, `撤销：${input.reason}`, actor, now);
      await this.closing.write(tx, facts, { kind: 'revoke', ...basis(input), paperId: letter.id }, actor, now);
      return facts.record;
    });
  }

  async dismiss(id: string, input: BasisInput, actor: Actor): Promise<Certificate> {
    return this.act(id, actor, async (tx, facts, now) => {
      const before = facts.changes.some((change) => change.kind === 'change') ? 'changed' : 'valid';
      await this.steps.take(tx, certificateWorkflow, facts, 'dismiss', actor, {
        now,
        before,
        remark: input.reason,
        detail: { rule: input.rule },
      });
      await this.closing.write(tx, facts, { kind: 'dismiss', ...basis(input) }, actor, now);
      return facts.record;
    });
  }

  private act(
    id: string,
    actor: Actor,
    work: (tx: Tx, facts: CertificateFacts, now: Date) => Promise<Certificate>,
  ): Promise<Certificate> {
    return this.database.transaction(async (tx) => work(tx, await this.facts.locked(tx, id, actor), this.clock.now()));
  }

  /** A new number for the same right; the old one is void for ever (旧号作废). */
  private async replace(
    tx: Tx,
    facts: CertificateFacts,
    kind: 'reissue' | 'exchange',
    input: ReissueInput | ExchangeInput,
    proof: Received | null,
    actor: Actor,
    now: Date,
  ): Promise<Certificate> {
    const { record: old } = facts;
    const file = await this.desk.attach(tx, facts, proof, actor, now);
    const why = kind === 'reissue' ? '遗失补发' : '换发';
    const paper = await this.desk.paper(
      tx,
      facts,
      { why, rule: input.rule, stockNumber: input.stockNumber },
      actor,
      now,
    );
    const next = await succeed(tx, old, paper, actor, now);
    await this.closing.papers.voidNumber(tx, old.paperId, `${why}，旧号作废，新号 ${paper.number}`, actor, now);
    const letterKind = kind === 'reissue' ? 'certificate_reissue' : 'certificate_change';
    const letter = await this.closing.letter(
      tx,
      letterKind,
      facts,
      { reasons: [input], newNumber: paper.number },
      actor,
      now,
    );
    const loss =
      'announcedOn' in input && isDay(input.announcedOn)
        ? { announcedOn: input.announcedOn, announcedAt: input.announcedAt }
        : {};
    const line = {
      kind,
      ...basis(input),
      before: old.number,
      after: paper.number,
      collectedBy: input.collectedBy,
      ...loss,
    };
    await this.closing.write(tx, facts, { ...line, fileId: file.id, paperId: letter.id }, actor, now);
    await noteIssue(tx, next, why, actor, now, { replaces: old.number });
    if (input.stockNumber !== undefined) await useStock(tx, next, input.stockNumber, actor, now);
    return next;
  }
}

/** The record of the new number, which points back to the old one as that points on to it. */
async function succeed(
  tx: Tx,
  { id: previousId, ...same }: Certificate,
  paper: Pick<Paper, 'id' | 'number'>,
  actor: Actor,
  now: Date,
): Promise<Certificate> {
  const next = tx.create(Certificate, {
    ...same,
    ...{ number: paper.number, paperId: paper.id, previousId, nextId: null, revision: 1 },
    ...{ state: certificateWorkflow.first, stateSince: now, dueAt: null },
    ...{ issuedAt: now, issuedBy: actor.name, issuedById: actor.accountId },
  });
  await tx.insert(Certificate, next);
  await tx.update(Certificate, { id: previousId }, { nextId: next.id });
  return next;
}

const basis = ({ reason, rule }: BasisInput): { reason: string; rule: string } => ({ reason, rule });
