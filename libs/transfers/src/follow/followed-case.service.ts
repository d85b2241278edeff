import { Injectable } from '@nestjs/common';
import { Clock, addDays, clockActor, formatDay, formatMoment, formatMu, formatTerm } from '#kernel';
import { Calendars, Database, Deadlines, dueView, historyOf, whyView } from '#platform';
import { type CaseEndKind, type PaperKind, PapersService, caseLetters, paperKinds } from '#papers';
import { CaseFacts } from '../facts/case-facts.service.js';
import type { TransferFacts } from '../transfer.facts.js';
import { caseTitle } from '../transfer.head.js';
import { transferWorkflow } from '../transfer.workflow.js';

/** What whoever holds a receipt is told of his case: no names, no terms of others. */
@Injectable()
export class FollowedCase {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly papers: PapersService,
  ) {}

  async of(id: string): Promise<object> {
    const facts = await this.cases.read(id, clockActor);
    const { record } = facts;
    const { reader } = this.database;
    const deadline = await this.deadlines.running(reader, 'transfer', id);
    const calendar = await this.calendars.current(record.officeCode);
    const state = transferWorkflow.states[record.state];
    const letters = (await this.papers.of(reader, 'transfer', id)).filter((paper) => told.has(paper.kind));
    const history = await historyOf(reader, 'transfer', id);
    return {
      title: caseTitle(record),
      number: record.number ?? '',
      state: { label: state.label, tone: state.tone ?? '' },
      due: deadline ? dueView(deadline, this.clock.now(), calendar) : null,
      why: deadline ? whyView(deadline) : null,
      facts: [
        { label: '面积', value: `${formatMu(record.areaMu)} 亩`, href: '' },
        { label: '期限', value: formatTerm(facts.term), href: '' },
        { label: '第几轮', value: String(record.round), href: '' },
      ],
      timeline: history
        .filter((line) => line.toState !== null && line.toState !== line.fromState)
        .map((line) => ({ title: line.label, state: '', when: formatMoment(line.moment), text: '' })),
      // What was sent is named, not shown: the letter itself is behind a signing-in, since it names people.
      letters: letters.map((paper) => ({
        name: paperKinds[paper.kind].title,
        number: paper.number,
        when: formatDay(paper.madeOn),
      })),
      links:
        facts.notice && record.state === 'noticed' ? [{ href: `/notices/${facts.notice.id}`, label: '看公示' }] : [],
      todo: todoOf(facts),
    };
  }
}

/** Letters that tell the parties something; forms and proofs of the office are not among them. */
const told: ReadonlySet<PaperKind> = new Set<PaperKind>([
  ...(Object.keys(caseLetters) as CaseEndKind[]),
  'acceptance',
  'correction',
  'rejection',
  'deposit_overdue',
  'termination',
  'renewal_request',
  'expiry_reminder',
  'expiry',
]);

function todoOf({ record, term, renewal, parameters }: TransferFacts): readonly string[] {
  if (record.state !== 'in_force' || record.remindedAt === null || renewal !== null) return todo[record.state] ?? [];
  const by = formatDay(addDays(term.end, -parameters.renewalRequestDays));
  return [`${formatDay(term.end)}到期。要续期的，${by}以前申请；不续的，到期后交还土地。`];
}

const todo: Readonly<Record<string, readonly string[]>> = {
  correction: ['按补正通知书一次补齐，再到镇交易所或村服务站重报。'],
  signing: ['带证件到镇交易所交易部，双方签合同。'],
  unpaid: ['风险保障金已经逾期，合同没有解除。可以补缴；双方要解除合同的，把解除协议交到镇交易所交易部。'],
  deposit: ['按缴款通知书把风险保障金交到镇交易所金融部。'],
};
