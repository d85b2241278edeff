import { Injectable } from '@nestjs/common';
import { type Actor, formatMoment, maskPhone, phone, speaksFor, reaches } from '#kernel';
import {
  Database,
  Deadlines,
  Files,
  Steps,
  dueView,
  historyOf,
  inputProblem,
  type FormAct,
  field,
  formAct,
} from '#platform';
import { ClaimClock } from './claim-clock.js';
import { NoticePagesService } from './notice-pages.service.js';
import { noticeProblems } from './notice.problems.js';
import type { ClaimInput } from './objection.input.js';
import { PriorityClaim } from './priority-claim.entity.js';
import { claimView } from './priority-claim.view.js';
import { claimWorkflow } from './priority-claim.workflow.js';
import type { ClaimLetter } from './priority-claims.service.js';

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
    const proofs = await this.files.of(reader, 'priority_claim', id);
    const history = await historyOf(reader, 'priority_claim', id);
    const calendar = await this.now.calendars.at(reader, claim.officeCode);
    return {
      title: `优先权主张 ${claim.number}`,
      ...claimView(claim),
      noticeHref: `/notices/${noticeId}`,
      due: running && dueView(running, now, calendar),
      proofs: proofs.map((each) => ({ href: `/files/${each.id}`, name: each.name })),
      timeline: history.map((line) => ({
        title: line.label,
        state: '',
        when: formatMoment(line.moment),
        text: [line.actorName, line.remark].filter(Boolean).join('：'),
      })),
      acts: this.acts(claim, proofs.length, me, now),
    };
  }

  /** What was typed, as a claim; a party that signed in is named by the register, not by the form. */
  letterOf(input: ClaimInput, me: Actor): ClaimLetter {
    const party = speaksFor(me) !== null;
    const name = party ? (me.assisting?.name ?? me.name) : input.name;
    const number = input.phone === '' ? null : phone(input.phone);
    const errors = [
      ...(input.accepts ? [] : [{ pointer: '#/accepts', detail: '优先的前提是接受同样的条件；接受就打勾' }]),
      ...(party || me.kind !== 'staff' || [...name].length >= 2
        ? []
        : [{ pointer: '#/name', detail: '写上主张人的姓名' }]),
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
    };
  }

  private acts(claim: PriorityClaim, proofs: number, me: Actor, now: Date): FormAct[] {
    const belongsTo = (who: Actor): boolean => claim.partyId !== null && speaksFor(who) === claim.partyId;
    return this.steps.open(claimWorkflow, { record: claim, proofs, belongsTo }, me, now).map((step) =>
      formAct({
        action: step.action,
        label: step.label,
        href: `/notices/${claim.noticeId}/priority-claims/${claim.id}/${routes[step.action] ?? step.action}`,
        tone: step.tone,
        enabled: step.enabled,
        blockers: step.blockers.map(({ text, way, article }) => ({ text, way, article })),
        fields:
          step.action === 'verify'
            ? []
            : [
                {
                  ...field.area('reasons', '理由', '不同意、核实不了的，要写明'),
                  ...{ id: `reasons-${step.action}`, rows: '2' },
                },
              ],
      }),
    );
  }
}
