import { Injectable } from '@nestjs/common';
import { type Actor, type FieldError, dayOf, formatDay, isDay } from '#kernel';
import type { CertificateView, Paper } from '#papers';
import { Calendars, type EvidenceFile, Files, ParameterStore, type Received, type Tx, inputProblem } from '#platform';
import { EncumbrancesService } from '#rights';
import { CertificateClosing } from './certificate-closing.service.js';
import { nextCertificate } from './certificate-paper.view.js';
import type { CertificateFacts } from './certificate.facts.js';
import { lossNoticeEnds } from './certificate.rules.js';
import { asItStands } from './change-items.js';

/** What the acts lean on: evidence, the calendar, the next paper. */
@Injectable()
export class CertificateActsDesk {
  constructor(
    private readonly files: Files,
    private readonly calendars: Calendars,
    readonly closing: CertificateClosing,
    private readonly encumbrances: EncumbrancesService,
    private readonly parameters: ParameterStore,
  ) {}

  /** Keeps the document an act rests on; without one there is no act. */
  async attach(
    tx: Tx,
    facts: CertificateFacts,
    proof: Received | null,
    actor: Actor,
    now: Date,
  ): Promise<EvidenceFile> {
    if (!proof) throw wrong('file', '传上依据的文件（照片或扫描件）');
    return this.files.attach(
      tx,
      proof,
      { subject: 'certificate', subjectId: facts.record.id, kind: 'basis' },
      actor,
      now,
    );
  }

  /** 遗失声明刊发以后才补发（参照不动产登记暂行条例实施细则第22条第2款）; how long after is the county's parameter of today. */
  async checkAnnounced(tx: Tx, facts: CertificateFacts, announcedOn: string, now: Date): Promise<void> {
    if (!isDay(announcedOn) || announcedOn > dayOf(now)) throw wrong('announcedOn', '公告日期不能晚于今天');
    const { lossNoticeWorkingDays: days } = await this.parameters.at(tx, dayOf(now));
    const last = lossNoticeEnds(await this.calendars.at(tx, facts.record.officeCode), announcedOn, days);
    if (last === null || dayOf(now) > last) return;
    throw wrong('announcedOn', `公告到 ${formatDay(last)} 才满 ${days} 个工作日，满了以后才能补发`);
  }

  /** The certificate that follows: what is true now, on a paper of its own. */
  async paper(
    tx: Tx,
    facts: CertificateFacts,
    how: { why: string; rule: string; stockNumber: string | undefined },
    actor: Actor,
    now: Date,
  ): Promise<Paper> {
    const { record } = facts;
    const before = await this.closing.papers.get(tx, record.paperId);
    const encumbrances = await this.encumbrances.of({ rightId: record.rightId }, tx);
    const old = { number: record.number, why: how.why, rule: how.rule, handler: actor.name };
    const stands = asItStands(before.view as CertificateView, facts.changes);
    const view = nextCertificate(stands, facts.changes, old, now, { encumbrances, stockNumber: how.stockNumber });
    const about = {
      subject: 'transfer',
      subjectId: record.transferId,
      officeCode: record.officeCode,
      partyIds: before.partyIds,
    };
    return this.closing.papers.issue(tx, { kind: 'certificate', view, ...about }, actor, now);
  }
}

/** A refusal of one field of the input. */
export function wrong(field: string, detail: string): Error {
  const errors: FieldError[] = [{ pointer: `#/${field}`, detail }];
  return inputProblem(errors);
}
