import { type Actor, holds, isEnd } from '#kernel';
import type { OpenStep } from '#platform';
import { mayGuarantee } from '../applications/guarantors.service.js';
import { capitalNoun } from '../capital/capital-forms.js';
import { mayApprove, mayDecide } from '../collective/collective.service.js';
import { sheetActs } from '../sheets/sheet-forms.js';
import { type TransferFacts, consentsOpen } from '../transfer.facts.js';
import { transferWorkflow } from '../transfer.workflow.js';
import { actForms } from './act-forms.js';
import { hasSaidYes, isTheirs } from './consent-sections.view.js';

/** What this reader may do with a case: what helps it on, its steps, papers to bring, and last what is seldom. */
export function caseActs(facts: TransferFacts, steps: readonly OpenStep[], reader: Actor): object[] {
  return [
    ...helpingActs(facts, reader),
    ...stepActs(facts, steps),
    ...sheetLinks(facts, reader),
    ...takeBackLink(facts, reader),
  ];
}

const linkOf = (href: string, action: string, label: string, hint: string): object => ({
  action,
  label,
  href,
  method: 'get',
  tone: 'quiet',
  enabled: true,
  blockers: [],
  hint,
  fields: [],
  multipart: false,
  confirm: null,
});

/** Papers to be printed or brought come after what the case waits for. */
function sheetLinks(facts: TransferFacts, reader: Actor): object[] {
  return sheetActs(facts, reader).map(({ noun, label, hint }) =>
    linkOf(`/transfers/${facts.record.id}/${noun}`, noun, label, hint),
  );
}

/** Who said yes may take it back, while nothing is signed; it stands last, for it is seldom. */
function takeBackLink(facts: TransferFacts, reader: Actor): object[] {
  if (reader.kind === 'staff' && !holds(reader, 'village_clerk', 'town_clerk')) return [];
  const said = facts.consents.some((each) => isTheirs(each, reader) && each.members.some(hasSaidYes));
  if (!consentsOpen(facts) || !said) return [];
  const noun = 'consent-withdrawals';
  return [linkOf(`/transfers/${facts.record.id}/${noun}`, noun, '撤回共有人同意', '签合同以前可以撤回，一次一个人。')];
}

/** What helps a case on without moving it: the checklist, files, consents. */
function helpingActs(facts: TransferFacts, reader: Actor): object[] {
  const { id, state } = facts.record;
  const link = (action: string, label: string, noun: string, hint: string): object =>
    linkOf(`/transfers/${id}/${noun}`, action, label, hint);
  const found: object[] = [];
  const { filled, total } = facts.checklist;
  if (state === 'county_review' && holds(reader, 'county_reviewer'))
    found.push(link('review', '填核查清单', 'review', `${total} 项，已填 ${filled} 项。填完才能通过。`));
  if (reader.kind === 'staff' && facts.land.mortgages.some((each) => !each.consented))
    found.push(
      link('mortgagee-consents', '记抵押权人同意', 'mortgagee-consents', '地抵押着，没有抵押权人书面同意不能往下办。'),
    );
  if (isEnd(transferWorkflow, state)) return found;
  const missing = facts.consents.some(
    (each) => isTheirs(each, reader) && each.members.some((member) => member.coRight && !member.consented),
  );
  if (facts.record.kind === 'contracted' && missing) {
    found.push(link('consents', '补共有人同意', 'consents', '一个人一个人地记，带签字的同意书。'));
  }
  if (mayDecide(facts, reader)) {
    const label = facts.decided ? '重新登记决议' : '登记集体决议';
    found.push(link('decision', label, 'decision', '照会议记录填，三分之二按应到的人数算。'));
  }
  if (mayApprove(facts, reader))
    found.push(
      link('township-approval', '登记乡镇批准', 'township-approval', '租给本集体以外的，镇初审通过以前要有。'),
    );
  if (mayGuarantee(facts))
    found.push(
      link('guarantor', facts.guarantor ? '换担保人' : '登记担保人', 'guarantor', '受让方超过年龄，要有担保人签字。'),
    );
  const asked = capitalNoun(facts, reader);
  if (asked === 'capital-application')
    found.push(link(asked, '登记社会资本审批受理', asked, '受理之日起 20 个工作日内答复。'));
  if (asked === 'capital-decision') found.push(link(asked, '登记社会资本审批结果', asked, '照批文填，批文要传。'));
  if (reader.kind === 'staff' || facts.belongsTo(reader))
    found.push(link('files', '上传材料', 'files', '照片或扫描件。'));
  return found;
}

function stepActs(facts: TransferFacts, steps: readonly OpenStep[]): object[] {
  const writable = steps.some((step) => ['submit', 'resubmit'].includes(step.action));
  return [...steps.flatMap((step) => actOf(facts, step)), ...(writable ? [reviseAct(facts)] : [])];
}

/** A draft, or a case that came back, is typed over in the pages it was typed in. */
function reviseAct(facts: TransferFacts): object {
  const href = `/transfers/${facts.record.id}/drafts`;
  const plain = { blockers: [], hint: '', fields: [], multipart: false, confirm: null };
  return { action: 'revise', label: '改申请、传材料', href, method: 'post', tone: 'quiet', enabled: true, ...plain };
}

function actOf(facts: TransferFacts, step: OpenStep): object[] {
  const form = actForms[step.action as keyof typeof actForms];
  if (!form) return [];
  const asks = form.fields.length > 0;
  return [
    {
      action: step.action,
      label: step.label,
      href: `/transfers/${facts.record.id}/${form.noun}`,
      method: asks || step.confirm !== null ? 'get' : 'post',
      tone: step.tone === 'solid' ? '' : step.tone,
      enabled: step.enabled,
      blockers: step.blockers,
      hint: step.hint,
      fields: [],
      multipart: form.multipart,
      confirm: null,
    },
  ];
}
