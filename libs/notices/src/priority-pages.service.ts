import { Injectable } from '@nestjs/common';
import { type Actor, formatMoment, identityNumber, maskPhone, phone, reaches, speaksFor } from '#kernel';
import {
  Database,
  Deadlines,
  Files,
  Steps,
  dueView,
  historyOf,
  inputProblem,
  type FormAct,
  type FormField,
  field,
  formAct,
} from '#platform';
import { ClaimClock } from './claim-clock.js';
import { NoticePagesService } from './notice-pages.service.js';
import { Notice } from './notice.entity.js';
import { noticeProblems } from './notice.problems.js';
import type { ClaimInput } from './objection.input.js';
import { PriorityClaim, declineGrounds } from './priority-claim.entity.js';
import { claimView } from './priority-claim.view.js';
import { type ClaimFacts, claimWorkflow } from './priority-claim.workflow.js';
import { type ClaimLetter, PriorityClaimsService } from './priority-claims.service.js';

const routes: Readonly<Record<string, string>> = {
  verify: 'verification',
  refuse: 'refusal',
  grant: 'consent',
  decline: 'decline',
  withdraw: 'withdrawal',
};

/** Pages of priority claims: the form with the very terms, and the claim on the desk that answers it. */
@Injectable()
export class PriorityPagesService {
  constructor(
    private readonly database: Database,
    private readonly pages: NoticePagesService,
    private readonly steps: Steps,
    private readonly deadlines: Deadlines,
    private readonly files: Files,
    private readonly now: ClaimClock,
    private readonly claims: PriorityClaimsService,
  ) {}

  async blank(noticeId: string, me: Actor) {
    const notice = await this.pages.see(noticeId, me);
    const door = notice.acts.find((each) => each.action === 'claim');
    const late = { text: '公示期已过，不能再主张优先权。', way: null, article: '承包纠纷解释第十一条' };
    return {
      title: '想优先租',
      notice: { href: `/notices/${noticeId}`, number: notice.number, title: notice.title, due: notice.due },
      action: `/notices/${noticeId}/priority-claims`,
      terms: notice.facts,
      claimant: [{ label: me.kind === 'staff' ? '记录人' : '主张人', value: me.assisting?.name ?? me.name, href: '' }],
      recorded: me.kind === 'staff' && speaksFor(me) === null,
      blockers: door === undefined ? [late] : door.enabled ? [] : door.blockers,
      values: {},
    };
  }

  async see(noticeId: string, id: string, me: Actor) {
    const reader = this.database.reader;
    const claim = await reader.findOneBy(PriorityClaim, { id, noticeId });
    const own = claim !== null && claim.partyId !== null && speaksFor(me) === claim.partyId;
    if (!claim || !(own || reaches(me, claim.officeCode))) throw noticeProblems.claimNotFound();
    const now = this.now.clock.now();
    const running = await this.deadlines.running(reader, 'priority_claim', id);
    const files = await this.files.of(reader, 'priority_claim', id);
    const facts = await this.claims.facts(reader, claim, await reader.findOneByOrFail(Notice, { id: noticeId }));
    const history = await historyOf(reader, 'priority_claim', id);
    const calendar = await this.now.calendars.at(reader, claim.officeCode);
    return {
      title: `优先权主张 ${claim.number}`,
      ...claimView(claim),
      noticeHref: `/notices/${noticeId}`,
      due: running && dueView(running, now, calendar),
      registered: facts.registered ? '登记簿里是这个集体的成员' : '登记簿里查不到他是这个集体的成员，要村集体出证明',
      proofs: files.map((each) => ({
        href: `/files/${each.id}`,
        name: each.kind === 'membership' ? `成员证明：${each.name}` : `转出方签字的说明：${each.name}`,
      })),
      timeline: history.map((line) => ({
        title: line.label,
        state: '',
        when: formatMoment(line.moment),
        text: [line.actorName, line.remark].filter(Boolean).join('：'),
      })),
      acts: this.acts(facts, me, now),
    };
  }

  /** What was typed, as a claim; a party that signed in is named by the register, not by the form. */
  letterOf(input: ClaimInput, me: Actor): ClaimLetter {
    const party = speaksFor(me) !== null;
    const name = party ? (me.assisting?.name ?? me.name) : input.name;
    const number = input.phone === '' ? null : phone(input.phone);
    const identity = identityNumber(input.idNumber, this.now.clock.today());
    const recorded = !party && me.kind === 'staff';
    const errors = [
      ...(input.accepts ? [] : [{ pointer: '#/accepts', detail: '优先的前提是接受同样的条件；接受就打勾' }]),
      ...(recorded && [...name].length < 2 ? [{ pointer: '#/name', detail: '写上主张人的姓名' }] : []),
      // 主张成立要能办下去：代为记下的，也要知道是谁。
      ...(recorded && !identity.ok ? [{ pointer: '#/idNumber', detail: identity.reason }] : []),
      ...(number && !number.ok ? [{ pointer: '#/phone', detail: number.reason }] : []),
    ];
    if (errors.length > 0) throw inputProblem(errors);
    const channel = me.kind === 'staff' ? 'counter' : 'page';
    return {
      name: name || me.name,
      phoneMasked: maskPhone(input.phone),
      level: input.level,
      statement: input.statement,
      channel,
      card: recorded ? { name, identityNumber: input.idNumber, phone: input.phone } : null,
    };
  }

  private acts(facts: ClaimFacts, me: Actor, now: Date): FormAct[] {
    const { record: claim } = facts;
    return this.steps
      .open(claimWorkflow, facts, me, now)
      .filter((step) => routes[step.action] !== undefined)
      .map((step) =>
        formAct({
          action: step.action,
          label: step.label,
          href: `/notices/${claim.noticeId}/priority-claims/${claim.id}/${routes[step.action] ?? ''}`,
          tone: step.tone,
          enabled: step.enabled,
          blockers: step.blockers.map(({ text, way, article }) => ({ text, way, article })),
          hint: step.hint,
          fields: fieldsOf(step.action),
          multipart: step.action === 'decline',
        }),
      );
  }
}

/** What each answer has to say; the transferor's no says on which ground, and shows his signature. */
function fieldsOf(action: string): FormField[] {
  const reasons = (label: string, hint: string): FormField => ({
    ...field.area('reasons', label, hint),
    ...{ id: `reasons-${action}`, rows: '2' },
  });
  if (action === 'verify') return [];
  if (action === 'refuse') return [reasons('为什么核实不了', '会印在答复书上')];
  if (action === 'grant') return [reasons('说明（可不填）', '')];
  if (action === 'withdraw') return [reasons('为什么撤回（可不填）', '本人当面说的，或者有书面的')];
  return [
    field.select('ground', '是哪一种情形', { '': '请选', ...declineGrounds }),
    reasons('具体情况', '写清事实，会印在答复书上'),
    field.file('statement', '转出方签字的说明', '照片或 PDF'),
  ];
}
