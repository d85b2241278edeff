import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type FieldError, dayOf, decisionBodies, isDay } from '#kernel';
import { DecisionsService } from '#parties';
import { Database, Files, type Received, accessProblems, inputProblem } from '#platform';
import { Transfer } from '../transfer.entity.js';
import { CaseFacts } from '../case-facts.service.js';
import type { DecisionFormInput, TownshipApprovalInput } from './collective.input.js';
import { hrefOf } from './draft.head.js';
import type { OpenDraft } from './drafts.service.js';
import { transferProblems } from '../transfer.problems.js';

const fault = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail });
const paper = { kind: 'file', id: 'file', name: 'file', accept: 'image/*,application/pdf', many: false, camera: true };
const digits = (name: string, label: string, hint = '') => ({
  kind: 'digits',
  id: name,
  name,
  label,
  hint,
  unit: '人',
});

/** Land that is not contracted out: the collective's decision, and the township's approval of outsiders. */
@Injectable()
export class DraftCollective {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly decisions: DecisionsService,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  decisionForm(draft: OpenDraft): object {
    const options = Object.entries(decisionBodies).map(([value, label]) => ({ value, label }));
    return formPage(draft, 'decision', {
      title: '登记集体决议',
      text: [
        '照会议记录填。三分之二按全体应到的人数算，不按到会的人数算（承包法第52条）。',
        '例如：应到 30 人，三分之二是 20 人。',
      ],
      label: '登记决议',
      fields: [
        { kind: 'select', id: 'decidingBody', name: 'decidingBody', label: '哪个会', hint: '', options },
        { kind: 'date', id: 'calledOn', name: 'calledOn', label: '哪天通知开会的', hint: '' },
        { kind: 'date', id: 'decidedOn', name: 'decidedOn', label: '哪天决议的', hint: '' },
        digits('electorate', '应到多少人', '全体成员，或者全体代表'),
        digits('attended', '到了多少人'),
        digits('inFavour', '同意的'),
        digits('opposed', '不同意的', '弃权的不写'),
        { kind: 'check', id: 'toOutsiders', name: 'toOutsiders', label: '租给本集体以外的人或者单位', hint: '' },
        { ...paper, label: '会议记录和签到', hint: '照片或 PDF' },
      ],
    });
  }

  async decide(transferId: string, input: DecisionFormInput, minutes: Received | null, me: Actor): Promise<void> {
    const now = this.clock.now();
    const faults = decisionFaults(input, dayOf(now));
    if (minutes === null) faults.push(fault('file', '传会议记录'));
    if (faults.length > 0 || minutes === null) throw inputProblem(faults);
    await this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, transferId, me);
      if (!['draft', 'correction'].includes(facts.record.state)) throw transferProblems.notEditable();
      const collectiveId = facts.parcels[0]?.grantorId ?? '';
      const file = await this.files.attach(
        tx,
        minutes,
        { subject: 'transfer', subjectId: transferId, kind: 'other' },
        me,
        now,
      );
      const decision = await this.decisions.report(
        tx,
        {
          collectiveId,
          issuerCode: facts.record.issuerCode,
          decidingBody: input.decidingBody,
          legalBasis: '农村土地承包法第五十二条',
          matter: `${facts.record.place} ${facts.record.areaMu} 亩流转给${facts.record.transfereeName}`,
          electorate: input.electorate,
          attended: input.attended,
          inFavour: input.inFavour,
          opposed: input.opposed,
          calledOn: input.calledOn as never,
          decidedOn: input.decidedOn as never,
          toOutsiders: input.toOutsiders === 'yes' || facts.record.transfereeKind !== 'member',
          minutesFileId: file.id,
        },
        me,
      );
      await tx.update(Transfer, { id: transferId }, { decisionId: decision.id, revision: facts.record.revision + 1 });
    });
  }

  approvalForm(draft: OpenDraft): object {
    return formPage(draft, 'township-approval', {
      title: '登记乡镇人民政府的批准',
      text: ['发包给本集体以外的单位或者个人，要报乡镇人民政府批准（承包法第52条第2款）。由镇里登记。'],
      label: '登记批准',
      fields: [
        { kind: 'text', id: 'number', name: 'number', label: '批准文号', hint: '', unit: '' },
        { kind: 'date', id: 'approvedOn', name: 'approvedOn', label: '哪天批准的', hint: '' },
        { ...paper, label: '批准文件', hint: '照片或 PDF' },
      ],
    });
  }

  async approve(transferId: string, input: TownshipApprovalInput, scan: Received | null, me: Actor): Promise<void> {
    const now = this.clock.now();
    const { approvedOn } = input;
    if (me.kind !== 'staff' || !me.posts.some((held) => held.post.startsWith('town_')))
      throw accessProblems.notYourPost();
    if (scan === null) throw inputProblem([fault('file', '传批准文件')]);
    if (!isDay(approvedOn) || approvedOn > dayOf(now))
      throw inputProblem([fault('approvedOn', '批准的日期不对，不能晚于今天')]);
    await this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, transferId, me);
      const { decisionId } = facts.record;
      if (decisionId === null) throw transferProblems.decisionMissing();
      const file = await this.files.attach(
        tx,
        scan,
        { subject: 'transfer', subjectId: transferId, kind: 'other' },
        me,
        now,
      );
      await this.decisions.approve(tx, decisionId, { number: input.number, on: approvedOn, fileId: file.id }, me);
    });
  }
}

function decisionFaults(input: DecisionFormInput, today: string): FieldError[] {
  const { calledOn, decidedOn, electorate, attended, inFavour, opposed } = input;
  const faults: FieldError[] = [];
  if (!isDay(calledOn)) faults.push(fault('calledOn', `没有 ${calledOn} 这一天`));
  if (!isDay(decidedOn) || decidedOn > today) faults.push(fault('decidedOn', '决议的日期不对，不能晚于今天'));
  else if (isDay(calledOn) && calledOn > decidedOn) faults.push(fault('calledOn', '通知要在开会以前'));
  if (attended > electorate) faults.push(fault('attended', '到的人比应到的还多'));
  if (inFavour + opposed > attended) faults.push(fault('inFavour', '同意的加不同意的，比到会的还多'));
  const needed = Math.ceil((electorate * 2) / 3);
  if (inFavour < needed)
    faults.push(
      fault(
        'inFavour',
        `应到 ${electorate} 人，三分之二是 ${needed} 人，同意 ${inFavour} 人，还差 ${needed - inFavour} 人`,
      ),
    );
  return faults;
}

/** The fields of `confirm` for a form below a draft. */
export function formPage(
  draft: OpenDraft,
  noun: string,
  asked: { title: string; text: readonly string[]; label: string; fields: readonly object[]; values?: object },
): object {
  const back = hrefOf(draft.id, 'materials');
  return {
    title: asked.title,
    trail: { steps: [{ href: back, label: '材料' }], here: asked.title, code: false },
    text: asked.text,
    facts: [],
    warning: '',
    act: {
      label: asked.label,
      href: `/transfers/new/${draft.id}/${noun}`,
      tone: '',
      fields: asked.fields,
      multipart: true,
    },
    back: { label: '回材料', href: back },
    values: asked.values ?? {},
  };
}
