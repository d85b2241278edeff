import { Inject, Injectable } from '@nestjs/common';
import { type Day, dayOf, maskPhone } from '#kernel';
import { PapersService } from '#papers';
import { type Act, CONFIG, type Config, type Elsewhere, Files, Frames, type Tx } from '#platform';
import { type CaseFacts, type CaseFile, CasesService, caseKinds, caseWorkflow } from '#cases';
import { Notice } from './notice.entity.js';
import { type NoticeAtHand, wakeNotice } from './notice.facts.js';
import { noticeProblems } from './notice.problems.js';
import type { DecisionInput, LetterNoteInput, ObjectionInput, ServiceInput } from './objection.input.js';
import type { LetterReceipt } from './objection.view.js';
import { objectionDecision, objectionReceipt } from './objection-answer.letter.js';
import { contactWords, letterOf, received } from './objection.letter.js';

/** Objections to a notice: anybody may raise one; while it is open the case waits and the calendar goes on. */
@Injectable()
export class ObjectionsService {
  constructor(
    private readonly cases: CasesService,
    private readonly files: Files,
    private readonly papers: PapersService,
    private readonly frames: Frames,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Takes an objection in, and answers the number and code by which its sender follows it. After the close it is a
   * complaint: looked into, but the period does not open again.
   */
  async object(act: Act, notice: NoticeAtHand, input: ObjectionInput): Promise<Elsewhere> {
    const { id, number, officeCode } = notice.record;
    if (number === null) throw noticeProblems.notFound();
    const kind = input.anonymous ? 'lead' : notice.open ? 'objection' : 'complaint';
    const about = { subject: 'notice', subjectId: id, subjectNumber: number, officeCode };
    const { file, code } = await this.cases.receive(act, { ...letterOf(act, input), ...about, kind });
    const exhibit = { subject: 'case_file', subjectId: file.id, kind: 'evidence' };
    for (const each of input.evidence) await this.files.attach(act, each, exhibit);
    const view: LetterReceipt = { id: null, noticeId: id, kind, number: file.number, code, dueAt: file.dueAt };
    const said = received(caseKinds[kind], file.number, code);
    if (act.actor.kind === 'staff') return { things: 'objections', id: file.id, view: { ...view, id: file.id }, said };
    const due = file.dueAt?.toISOString() ?? '';
    const receipt = await this.frames.leave(act, { notice: id, kind, number: file.number, code, due });
    return { things: `notices/${id}/objections/receipts`, id: receipt, view, said };
  }

  async accept(act: Act, facts: CaseFacts): Promise<void> {
    const { record: file } = facts;
    await this.cases.accept(act, facts);
    // 线索没有人可以送达，不出通知书。
    if (file.name === '') return;
    const [due]: { lastDay: Day }[] = await act.tx.query(
      `SELECT last_day AS "lastDay" FROM deadline WHERE subject = 'case_file' AND subject_id = $1 AND closed_at IS NULL ORDER BY due_at LIMIT 1`,
      [file.id],
    );
    await this.papers.issue(
      act,
      objectionReceipt,
      paperOf(file),
      file,
      await this.lying(act.tx, file, due?.lastDay ?? null),
    );
  }

  /** Decides with reasons, and issues the decision as a paper in the same act. */
  async decide(act: Act, facts: CaseFacts, input: DecisionInput): Promise<void> {
    const { outcome, effect = null, findings, reasons, rule } = input;
    await this.cases.decide(act, facts, { outcome, effect, findings, reasons, rule });
    const { record: file } = facts;
    const dueOn = file.dueAt === null ? null : dayOf(file.dueAt);
    await this.papers.issue(act, objectionDecision, paperOf(file), file, await this.lying(act.tx, file, dueOn));
  }

  async serve(act: Act, facts: CaseFacts, { way }: ServiceInput): Promise<void> {
    await this.cases.serve(act, facts, way);
    await wakeNotice(act, facts.record.subjectId);
  }

  /** The sender takes it back; what he says of it is kept. */
  async withdraw(act: Act, facts: CaseFacts, { reason: remark }: LetterNoteInput): Promise<void> {
    await act.take(caseWorkflow, facts, 'withdraw', { remark });
    await wakeNotice(act, facts.record.subjectId);
  }

  /** An anonymous tip is looked into and put on record. */
  async note(act: Act, facts: CaseFacts, { reason: remark }: LetterNoteInput): Promise<void> {
    await act.take(caseWorkflow, facts, 'note', { remark });
  }

  /** Opens the sealed contact; that somebody looked stays on record. */
  async reveal(act: Act, facts: CaseFacts): Promise<Elsewhere> {
    const contact = await this.cases.reveal(act, facts);
    const { phone = '', address = '' } = contact ?? {};
    const said = contactWords(phone, address);
    return { id: facts.record.id, view: { phone, address, masked: maskPhone(phone) }, said };
  }

  private async lying(tx: Tx, file: CaseFile, dueOn: Day | null) {
    const notice = await tx.findOneBy(Notice, { id: file.subjectId });
    const evidence = await this.files.of(tx, 'case_file', file.id);
    return { notice, evidence, dueOn, phone: this.config.county.phone };
  }
}

const paperOf = ({ id, officeCode }: CaseFile) => ({ subject: 'case_file', subjectId: id, officeCode });
