import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { type Act, type ActPath, Database, type Elsewhere, ParameterStore } from '#platform';
import { kindOf } from './letter.js';
import { paperNotes } from './paper.words.js';
import { PaperPrint } from './paper-print.entity.js';
import { Paper, type PaperFacts } from './paper.entity.js';
import { paperProblems, printWords } from './paper.problems.js';
import type { PrintDecisionInput, PrintInput } from './print.input.js';
import { PrintRequest } from './print-request.entity.js';
import { mayDecidePrints } from './paper.view.js';

/** The print register: every copy of an original is counted, needs a reason, and beyond the limit a second person. */
@Injectable()
export class PrintsService {
  constructor(
    private readonly database: Database,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
  ) {}

  async of(paperId: string): Promise<PaperPrint[]> {
    return this.database.reader.find(PaperPrint, { where: { paperId }, order: { copyNumber: 'ASC' } });
  }

  /** The copies of a paper, the request that waits, and how many copies one person alone may print. */
  async register(paperId: string): Promise<{ prints: PaperPrint[]; open: PrintRequest | null; limit: number }> {
    const { printLimit: limit } = await this.parameters.on(this.clock.today());
    return { prints: await this.of(paperId), open: await this.openRequest(paperId), limit };
  }

  async openRequest(paperId: string): Promise<PrintRequest | null> {
    const [open] = await this.database.reader.query<{ id: string }[]>(
      'SELECT id FROM print_request WHERE paper_id = $1 AND decided_at IS NULL',
      [paperId],
    );
    return open ? this.database.reader.findOneBy(PrintRequest, { id: open.id }) : null;
  }

  /** Counts one more copy of an original, or asks for it where the limit is reached (南昌产权交易系统限印三次，之后两级批准). */
  async print(act: Act, facts: PaperFacts, { reason = '' }: PrintInput): Promise<Elsewhere> {
    const { tx, actor } = act;
    if (!mayPrint(facts, actor)) throw paperProblems.gone();
    const { record: paper } = facts;
    refuseVoid(paper);
    const { id: paperId } = paper;
    const copies = await tx.countBy(PaperPrint, { paperId });
    if (copies > 0 && reason.trim() === '') throw paperProblems.reasonNeeded();
    const { printLimit } = await this.parameters.at(tx, act.today);
    if (copies < printLimit) return printed(paperId, await this.count(act, paper, copies + 1, reason, null));
    const [waiting] = await tx.query<{ id: string }[]>('SELECT id FROM print_request WHERE paper_id = $1 AND decided_at IS NULL', [paperId]); // prettier-ignore
    if (waiting) throw paperProblems.limitReached();
    const request = tx.create(PrintRequest, {
      paperId,
      reason,
      askedAt: act.now,
      askedBy: actor.name,
      askedAccountId: actor.accountId ?? '',
      decidedAt: null,
      decidedBy: null,
      decidedAccountId: null,
      approved: null,
      copyNumber: null,
    });
    await tx.insert(PrintRequest, request as never);
    await note(act, paper, 'ask-print', paperNotes.asked(kindOf(paper.kind).title), reason);
    return printed(paperId, null);
  }

  /** Another person lets the print through, or does not. */
  async decide(act: Act, { record: paper }: PaperFacts, input: PrintDecisionInput, at: ActPath): Promise<Elsewhere> {
    const { tx, actor } = act;
    if (!mayDecidePrints(actor)) throw paperProblems.gone();
    const named = { id: at['request'] ?? '', paperId: paper.id };
    const request = await tx.findOne(PrintRequest, { where: named, lock: { mode: 'pessimistic_write' } });
    if (!request) throw paperProblems.gone();
    if (request.decidedAt) throw paperProblems.decided();
    if (request.askedAccountId === actor.accountId) throw paperProblems.samePerson();
    refuseVoid(paper);
    const approved = input.approved === 'true';
    const copies = await tx.countBy(PaperPrint, { paperId: paper.id });
    const copyNumber = approved ? await this.count(act, paper, copies + 1, request.reason, request) : null;
    const decided = {
      decidedAt: act.now,
      decidedBy: actor.name,
      decidedAccountId: actor.accountId,
      approved,
      copyNumber,
    };
    await act.keep(PrintRequest, request.id, decided);
    if (!approved) await note(act, paper, 'refuse-print', paperNotes.refused, request.reason);
    return { id: paper.id, under: 'prints' };
  }

  private async count(
    act: Act,
    paper: Paper,
    copyNumber: number,
    reason: string,
    asked: PrintRequest | null,
  ): Promise<number> {
    const { actor } = act;
    await act.tx.insert(PaperPrint, {
      paperId: paper.id,
      copyNumber,
      reason,
      printedAt: act.now,
      printedBy: asked?.askedBy ?? actor.name,
      accountId: asked?.askedAccountId ?? actor.accountId,
      approvedBy: asked ? actor.name : null,
    });
    const label = (asked ? paperNotes.approved : paperNotes.printed)(kindOf(paper.kind).title, copyNumber);
    await note(act, paper, 'print', label, reason);
    return copyNumber;
  }
}

/** Where a print leads. */
const printed = (id: string, copy: number | null): Elsewhere => ({
  ...{ id, under: 'prints' },
  said: copy === null ? printWords.asked : printWords.counted(copy),
});

function refuseVoid({ number, voidedAt, voidReason }: Paper): void {
  if (voidedAt) throw paperProblems.void({ detail: printWords.voided(number, voidReason ?? '') });
}

/** What happens to a paper stands in the history of the record that it belongs to. */
function note(act: Act, paper: Paper, action: string, label: string, remark: string): Promise<void> {
  const { subject, subjectId, officeCode, id, number } = paper;
  return act.note(subject, { id: subjectId, officeCode }, { action, label, remark, detail: { paperId: id, number } });
}

/** Whether a copy of it can be asked for: of an original, by staff. */
export const mayPrint = ({ record }: PaperFacts, me: Actor): boolean =>
  kindOf(record.kind).original && me.kind === 'staff';
