import { Inject, Injectable } from '@nestjs/common';
import { type Actor, dayOf, formatDay } from '#kernel';
import { PapersService } from '#papers';
import { actWithin, CONFIG, type Config, Files, type Received, type Tx } from '#platform';
import {
  type CaseFile,
  CasesService,
  type Decision,
  type Letter,
  type ServedWay,
  caseEffects,
  caseOutcomes,
  caseTopics,
} from '#cases';
import { Notice } from './notice.entity.js';
import { NoticeFactsService } from './notice.facts.js';
import { noticeProblems } from './notice.problems.js';
import { isOpenNotice } from './notice.workflow.js';
import { NoticesService } from './notices.service.js';

export type ObjectionLetter = Pick<
  Letter,
  'topic' | 'relation' | 'name' | 'contact' | 'facts' | 'request' | 'channel'
> & { anonymous: boolean };
/** Objections to a notice: anybody may raise one; while it is open the case waits and the calendar goes on. */
@Injectable()
export class ObjectionsService {
  constructor(
    private readonly notices: NoticesService,
    private readonly gathered: NoticeFactsService,
    private readonly cases: CasesService,
    private readonly files: Files,
    private readonly papers: PapersService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes an objection in. After the close it is a complaint: looked into, but the period does not open again. */
  async lodge(
    tx: Tx,
    noticeId: string,
    letter: ObjectionLetter,
    evidence: readonly Received[],
    actor: Actor,
    now: Date,
  ): Promise<{ file: CaseFile; code: string }> {
    const notice = await this.notices.lock(tx, noticeId);
    if (notice.publishedAt === null || notice.number === null) throw noticeProblems.notFound();
    const { anonymous, ...rest } = letter;
    const kind = anonymous ? 'lead' : (await this.isClosed(tx, notice, now)) ? 'complaint' : 'objection';
    const about = {
      subject: 'notice',
      subjectId: noticeId,
      subjectNumber: notice.number,
      officeCode: notice.officeCode,
    };
    const lodged = await this.cases.receive(tx, { ...rest, ...about, kind }, actor, now);
    for (const file of evidence) {
      await this.files.attach(actWithin(tx, actor, now), file, {
        subject: 'case_file',
        subjectId: lodged.file.id,
        kind: 'evidence',
      });
    }
    return lodged;
  }

  async accept(tx: Tx, id: string, actor: Actor, now: Date): Promise<CaseFile> {
    const file = await this.cases.accept(tx, id, actor, now);
    const [due]: { lastDay: string }[] = await tx.query(
      `SELECT last_day AS "lastDay" FROM deadline WHERE subject = 'case_file' AND subject_id = $1 AND closed_at IS NULL ORDER BY due_at LIMIT 1`,
      [id],
    );
    const view = { ...(await this.letterOf(tx, file)), dueOn: due?.lastDay ?? '' };
    const about = { subject: 'case_file', subjectId: id, officeCode: file.officeCode };
    // 线索没有人可以送达，不出通知书。
    if (file.name !== '')
      await this.papers.issue(actWithin(tx, actor, now), { kind: 'objection_receipt', view, ...about });
    return file;
  }

  /** Decides with reasons, and issues the decision as a paper in the same act. */
  async decide(tx: Tx, id: string, decision: Decision, actor: Actor, now: Date): Promise<CaseFile> {
    const file = await this.cases.decide(tx, id, decision, actor, now);
    await this.papers.issue(actWithin(tx, actor, now), {
      kind: 'objection_decision',
      subject: 'case_file',
      subjectId: id,
      officeCode: file.officeCode,
      view: await this.letterOf(tx, file),
    });
    return file;
  }

  async serve(tx: Tx, id: string, way: ServedWay, actor: Actor, now: Date): Promise<CaseFile> {
    const file = await this.cases.serve(tx, id, way, actor, now);
    await this.wake(tx, file, now);
    return file;
  }

  async withdraw(tx: Tx, id: string, reason: string, actor: Actor, now: Date): Promise<CaseFile> {
    const file = await this.cases.withdraw(tx, id, reason, actor, now);
    await this.wake(tx, file, now);
    return file;
  }

  /** Opens the sealed contact; the act stays on record. */
  async reveal(tx: Tx, id: string, actor: Actor, now: Date) {
    return this.cases.reveal(tx, id, actor, now);
  }

  async note(tx: Tx, id: string, remark: string, actor: Actor, now: Date): Promise<CaseFile> {
    return this.cases.note(tx, id, remark, actor, now);
  }

  /** The decision as its paper says it. */
  private async letterOf(tx: Tx, file: CaseFile) {
    const notice = await tx.findOneBy(Notice, { id: file.subjectId });
    const evidence = await this.files.of(tx, 'case_file', file.id);
    const decision = file.outcome === null ? '' : caseOutcomes[file.outcome];
    return {
      noticeNumber: file.subjectNumber,
      caseNumber: notice?.caseNumber ?? file.number,
      objector: file.name,
      kind: caseTopics[file.topic].label,
      submittedAt: formatDay(dayOf(file.receivedAt)),
      facts: file.facts,
      evidence: evidence.map((each) => each.name).join('、') || '无',
      handler: file.handlerName ?? '',
      dueOn: file.dueAt === null ? '' : formatDay(dayOf(file.dueAt)),
      desk: { name: `${notice?.town ?? ''}交易所协调部`, address: notice?.town ?? '', phone: this.config.county.phone },
      investigation: file.findings ?? '',
      decision,
      reasons: [{ text: file.reasons ?? '', rule: file.rule ?? '' }],
      effect: file.effect === null ? '' : caseEffects[file.effect],
    };
  }

  private async isClosed(tx: Tx, notice: Notice, now: Date): Promise<boolean> {
    if (!isOpenNotice(notice)) return true;
    const period = await this.gathered.periodOf(tx, notice.id);
    return period !== null && period.dueAt <= now;
  }

  /** An answer may be the last thing a notice waited for: the clock looks at it at once, not on the next working day. */
  private async wake(tx: Tx, file: CaseFile, now: Date): Promise<void> {
    if (file.subject !== 'notice') return;
    await tx.query(`UPDATE notice SET due_at = $2 WHERE id = $1 AND state = 'over' AND due_at > $2`, [
      file.subjectId,
      now,
    ]);
  }
}
