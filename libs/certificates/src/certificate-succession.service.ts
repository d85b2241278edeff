import { Injectable } from '@nestjs/common';
import { isDay } from '#kernel';
import { type Paper, PapersService } from '#papers';
import type { Act } from '#platform';
import { EncumbrancesService } from '#rights';
import { CertificateClosing, basisOf } from './certificate-closing.service.js';
import { type CertificateView, certificateLetter, nextCertificate, withContracts } from './certificate.letter.js';
import { Certificate } from './certificate.entity.js';
import type { CertificateFacts } from './certificate.facts.js';
import type { ExchangeInput, ReissueInput } from './certificate.input.js';
import { changeKinds, issueWords } from './certificate.words.js';
import { certificateWorkflow } from './certificate.workflow.js';
import { contractsToday } from './certificates.queries.js';
import { asItStands } from './change-items.js';
import { issuedAs, useStock } from './issuing-desk.service.js';

/** A new number for the same right; the old one is void for ever (旧号作废). */
@Injectable()
export class CertificateSuccession {
  constructor(
    private readonly papers: PapersService,
    private readonly closing: CertificateClosing,
    private readonly encumbrances: EncumbrancesService,
  ) {}

  /** After a loss, or in exchange for the old sheet. */
  async replace(
    act: Act,
    facts: CertificateFacts,
    kind: 'reissue' | 'exchange',
    input: ReissueInput | ExchangeInput,
  ): Promise<Certificate> {
    const { record: old } = facts;
    const file = await this.closing.attach(act, facts, input.file);
    const why = changeKinds[kind];
    const paper = await this.paper(act, facts, kind, input);
    const next = await succeed(act, old, paper, why);
    await this.closing.void(
      act,
      facts,
      [why, issueWords.oldNumberVoid, `${issueWords.newNumber} ${paper.number}`].join('，'),
    );
    const told = { reasons: [input], newNumber: paper.number };
    const letter = await this.closing.letter(act, kind === 'reissue' ? kind : 'change', facts, told);
    const loss =
      'announcedOn' in input && isDay(input.announcedOn)
        ? { announcedOn: input.announcedOn, announcedAt: input.announcedAt }
        : {};
    const line = { kind, ...basisOf(input), before: old.number, after: paper.number, collectedBy: input.collectedBy };
    await this.closing.write(act, facts, { ...line, ...loss, fileId: file.id, paperId: letter.id });
    if (input.stockNumber !== undefined) await useStock(act, next, input.stockNumber);
    return next;
  }

  /** The certificate that follows: what is true now, on a paper of its own. */
  private async paper(
    act: Act,
    facts: CertificateFacts,
    kind: 'reissue' | 'exchange',
    input: ReissueInput | ExchangeInput,
  ): Promise<Paper> {
    const { record } = facts;
    const before = await this.papers.get(record.paperId, act.tx);
    const encumbrances = await this.encumbrances.of({ rightId: record.rightId }, act.tx);
    const old = { number: record.number, kind, rule: input.rule, handler: act.actor.name };
    const kept = asItStands(before.view as CertificateView, facts.changes);
    const stands = withContracts(kept, await contractsToday(act.tx, record.transferId));
    const more = { encumbrances, stockNumber: input.stockNumber };
    const view = nextCertificate(stands, facts.changes, old, act.now, more);
    const { transferId: subjectId, officeCode } = record;
    const about = { subject: 'transfer', subjectId, officeCode, partyIds: before.partyIds };
    return this.papers.issue(act, certificateLetter, about, view);
  }
}

/** The record of the new number, which points back to the old one as that points on to it. */
export async function succeed(
  act: Act,
  { id: previousId, ...same }: Certificate,
  { id: paperId, number }: Pick<Paper, 'id' | 'number'>,
  why: string,
): Promise<Certificate> {
  const { actor, now } = act;
  const issued = { issuedAt: now, issuedBy: actor.name, issuedById: actor.accountId };
  const row = { ...same, ...issued, number, paperId, previousId, nextId: null };
  const words = issuedAs(why, number, { replaces: same.number });
  const next = await act.open(certificateWorkflow, Certificate, row, words);
  await act.keep(Certificate, previousId, { nextId: next.id });
  return next;
}
