import { Injectable } from '@nestjs/common';
import { type Actor, formatMoment, reaches } from '#kernel';
import { Database, Deadlines, Steps, dueView, historyOf, whyView, type FormAct, field, formAct } from '#platform';
import {
  type CaseFile,
  CasesService,
  caseEffects,
  caseOutcomes,
  caseProblems,
  caseRelations,
  caseTopics,
  caseView,
  caseWorkflow,
  servedWays,
} from '#cases';
import { NoticePagesService } from './notice-pages.service.js';
import { ObjectionClocks } from './objection-clocks.js';

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label, text: '', why: '' }));

/** Pages of objections: the form for everybody, the case page for the desk that answers. */
@Injectable()
export class ObjectionPagesService {
  constructor(
    private readonly database: Database,
    private readonly pages: NoticePagesService,
    private readonly cases: CasesService,
    private readonly steps: Steps,
    private readonly deadlines: Deadlines,
    private readonly clocks: ObjectionClocks,
  ) {}

  /** The form: what is asked, and of whom. */
  async blank(noticeId: string, me: Actor) {
    const notice = await this.pages.see(noticeId, me);
    const closed = notice.acts.every((each) => each.action !== 'claim');
    return {
      title: closed ? '反映问题' : '提异议',
      notice: { href: `/notices/${noticeId}`, number: notice.number, title: notice.title, due: notice.due },
      action: `/notices/${noticeId}/objections`,
      kinds: Object.entries(caseTopics).map(([value, { label, text }]) => ({ value, label, text, why: '' })),
      relations: choices(caseRelations),
      recorded: me.kind === 'staff',
      values: {},
    };
  }

  /** A letter on the desk that answers it; to everybody else it is not there. */
  async see(id: string, me: Actor) {
    const reader = this.database.reader;
    const file = await this.cases.find(reader, id);
    if (!file || !reaches(me, file.officeCode)) throw caseProblems.notFound();
    const now = this.clocks.clock.now();
    const running = await this.deadlines.running(reader, 'case_file', id);
    const calendar = await this.clocks.calendars.at(reader, file.officeCode);
    const papers = await this.clocks.papers.of(reader, 'case_file', id);
    const evidence = await this.clocks.files.of(reader, 'case_file', id);
    const history = await historyOf(reader, 'case_file', id);
    return {
      title: `${caseView(file).kind} ${file.number}`,
      ...caseView(file),
      noticeHref: `/notices/${file.subjectId}`,
      due: running && dueView(running, now, calendar),
      why: running && whyView(running, '为什么是这一天到期'),
      evidence: evidence.map((each) => ({
        href: `/files/${each.id}`,
        name: each.name,
        hash: each.sha256.slice(0, 16),
      })),
      papers: papers.map((paper) => ({ href: `/papers/${paper.id}`, label: paper.number })),
      timeline: history.map((line) => ({
        title: line.label,
        state: '',
        when: formatMoment(line.moment),
        text: [line.actorName, line.remark].filter(Boolean).join('：'),
      })),
      acts: this.acts(file, me, now),
    };
  }

  private acts(file: CaseFile, me: Actor, now: Date): FormAct[] {
    // A letter with a name is answered, a tip without one is noted: the other button would only be in the way.
    const other = file.kind === 'lead' ? 'accept' : 'note';
    const open = this.steps.open(caseWorkflow, this.cases.facts(file), me, now).filter((step) => step.action !== other);
    const acts = open.map((step) =>
      formAct({
        action: step.action,
        label: step.label,
        href: `/objections/${file.id}/${routes[step.action] ?? step.action}`,
        tone: step.tone,
        enabled: step.enabled,
        hint: step.hint,
        blockers: step.blockers.map(({ text, way, article }) => ({ text, way, article })),
        fields: fieldsOf(step.action),
      }),
    );
    if (file.contactSealed === null) return acts;
    return [
      ...acts,
      formAct({
        action: 'reveal',
        label: '看联系方式',
        href: `/objections/${file.id}/contact`,
        tone: 'quiet',
        hint: '看过会留下记录。',
      }),
    ];
  }
}

const routes: Readonly<Record<string, string>> = {
  accept: 'acceptance',
  decide: 'decision',
  serve: 'service',
  withdraw: 'withdrawal',
  note: 'note',
};

function fieldsOf(action: string) {
  if (action === 'decide') {
    return [
      field.select('outcome', '决定', caseOutcomes),
      field.select('effect', '部分成立的，怎么办', { '': '（其他决定不用选）', ...caseEffects }),
      { ...field.area('findings', '查明的情况', '看了什么、量了什么、问了谁，结果怎样'), rows: '5' },
      { ...field.area('reasons', '理由', '为什么这样决定'), rows: '4' },
      field.text('rule', '依据', '例如：农村土地承包法第三十六条'),
    ];
  }
  if (action === 'serve') return [field.select('way', '怎么送的', servedWays)];
  if (action === 'withdraw' || action === 'note') return [{ ...field.area('reason', '说明'), rows: '2' }];
  return [];
}
