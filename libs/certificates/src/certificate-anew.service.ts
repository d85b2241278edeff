import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import type { CertificateView } from '#papers';
import { Database, type Received, Steps, type Tx } from '#platform';
import { CaseFacts, type TransferFacts } from '#transfers';
import { CertificateActsDesk } from './certificate-acts-desk.service.js';
import { changeLine } from './certificate-paper.view.js';
import { CertificateFactsService } from './certificate-facts.service.js';
import { Certificate } from './certificate.entity.js';
import type { CertificateFacts } from './certificate.facts.js';
import type { AnewInput, BasisInput } from './certificate.input.js';
import { certificateWorkflow } from './certificate.workflow.js';
import { openRequest } from './anew.rules.js';
import { asItStands } from './change-items.js';
import { IssuingDesk, noteIssue, useStock } from './issuing-desk.service.js';

const why = '撤销后重新发证';

/** Case and issue: what the certificate is written from. */
@Injectable()
export class AnewDesk {
  constructor(
    readonly cases: CaseFacts,
    readonly issuing: IssuingDesk,
    readonly acts: CertificateActsDesk,
  ) {}
}

/**
 * 撤销后重新发证：the paper was wrong, the right is not. One person asks with a document, another decides; the new certificate is
 * written from the case as it stands, under a new number. The old one stays revoked.
 */
@Injectable()
export class CertificateAnewService {
  constructor(
    private readonly database: Database,
    private readonly facts: CertificateFactsService,
    private readonly steps: Steps,
    private readonly desk: AnewDesk,
    private readonly clock: Clock,
  ) {}

  async ask(id: string, input: BasisInput, proof: Received | null, actor: Actor): Promise<Certificate> {
    return this.database.transaction(async (tx) => {
      const facts = await this.facts.locked(tx, id, actor);
      const now = this.clock.now();
      await this.take(tx, facts, 'ask_anew', input, actor, now);
      const file = await this.desk.acts.attach(tx, facts, proof, actor, now);
      const { reason, rule } = input;
      await this.desk.acts.closing.write(tx, facts, { kind: 'ask_anew', reason, rule, fileId: file.id }, actor, now);
      return facts.record;
    });
  }

  async refuse(id: string, input: BasisInput, actor: Actor): Promise<Certificate> {
    return this.database.transaction(async (tx) => {
      const facts = await this.facts.locked(tx, id, actor);
      const now = this.clock.now();
      await this.take(tx, facts, 'refuse_anew', input, actor, now);
      const { reason, rule } = input;
      await this.desk.acts.closing.write(tx, facts, { kind: 'refuse_anew', reason, rule }, actor, now);
      return facts.record;
    });
  }

  /** The second person agrees: new number, new code; old and new name each other. */
  async issue(id: string, input: AnewInput, actor: Actor): Promise<Certificate> {
    const { transferId } = (await this.facts.read(id, actor)).record;
    return this.database.transaction(async (tx) => {
      // The case first, as every act locks that touches both.
      const deal = await this.desk.cases.locked(tx, transferId, actor);
      const facts = await this.facts.locked(tx, id, actor);
      const now = this.clock.now();
      await this.take(tx, facts, 'issue_anew', input, actor, now);
      const next = await this.write(tx, deal, facts, input, actor, now);
      const asked = openRequest(facts);
      const { reason, rule } = input;
      const letter = await this.desk.acts.closing.letter(
        tx,
        'certificate_anew',
        facts,
        {
          reasons: [...(asked ? [{ reason: asked.reason, rule: asked.rule }] : []), { reason, rule }],
          applicant: asked?.handler ?? actor.name,
          newNumber: next.number,
        },
        actor,
        now,
      );
      const line = { kind: 'issue_anew' as const, reason, rule, before: facts.record.number, after: next.number };
      await this.desk.acts.closing.write(tx, facts, { ...line, paperId: letter.id }, actor, now);
      return next;
    });
  }

  private async write(
    tx: Tx,
    deal: TransferFacts,
    facts: CertificateFacts,
    input: AnewInput,
    actor: Actor,
    now: Date,
  ): Promise<Certificate> {
    const { record: old } = facts;
    const paper = await this.desk.issuing.papers.issue(
      tx,
      {
        kind: 'certificate',
        view: await this.view(tx, deal, facts, input, actor, now),
        subject: 'transfer',
        subjectId: old.transferId,
        officeCode: old.officeCode,
        partyIds: [...deal.parties],
      },
      actor,
      now,
    );
    const { id: oldId, ...same } = old;
    const next = tx.create(Certificate, {
      ...same,
      ...{ number: paper.number, paperId: paper.id, revision: 1, dueAt: null },
      ...{ state: certificateWorkflow.first, stateSince: now, previousId: oldId, nextId: null },
      ...{ issuedAt: now, issuedBy: actor.name, issuedById: actor.accountId },
    });
    await tx.insert(Certificate, next);
    await tx.update(Certificate, { id: oldId }, { nextId: next.id });
    await noteIssue(tx, next, why, actor, now, { replaces: old.number });
    if (input.stockNumber !== undefined) await useStock(tx, next, input.stockNumber, actor, now);
    return next;
  }

  /** Not from the revoked paper, which may be what was wrong, but from the case and the changes recorded since. */
  private async view(
    tx: Tx,
    deal: TransferFacts,
    facts: CertificateFacts,
    input: AnewInput,
    actor: Actor,
    now: Date,
  ): Promise<CertificateView> {
    const fresh = await this.desk.issuing.view(tx, deal, input.stockNumber, now);
    const own = facts.changes.filter((change) => change.kind === 'change');
    const item = `${why}，原证 ${facts.record.number} 已撤销`;
    return {
      ...asItStands(fresh, facts.changes),
      changes: [
        ...own.map((change) => changeLine(change)),
        { day: fresh.issuedOn, item, basis: input.rule, by: actor.name },
      ],
    };
  }

  private async take(
    tx: Tx,
    facts: CertificateFacts,
    action: 'ask_anew' | 'refuse_anew' | 'issue_anew',
    { reason, rule }: BasisInput,
    actor: Actor,
    now: Date,
  ): Promise<void> {
    await this.steps.take(tx, certificateWorkflow, facts, action, actor, { now, remark: reason, detail: { rule } });
  }
}
