import { type Actor, type Calendar, formatMoment, formatMu, holds } from '#kernel';
import type { NoticePagesService } from '#notices';
import type { Paper } from '#papers';
import { paperKinds } from '#papers';
import { type Deadline, type EvidenceFile, type HistoryLine, type OpenStep, dueView, whyView } from '#platform';
import type { MapView } from '#rights';
import { actForms } from './page/act-forms.js';
import { capitalChecks, capitalNoun } from './capital/capital-forms.js';
import { mayApprove, mayDecide } from './collective/collective.service.js';
import {
  askedFor,
  checkLines,
  mortgageChecks,
  dealFacts,
  moneyLines,
  noticeText,
  parcelTable,
  shareTable,
} from './page/case-sections.view.js';
import { consentChecks, hasSaidYes, isTheirs } from './page/consent-sections.view.js';
import { materialLines } from './page/case-materials.view.js';
import { surveySection } from './page/case-survey.view.js';
import { timeline } from './page/case-timeline.view.js';
import { transferKinds } from './transfer.entity.js';
import { mayGuarantee } from './applications/guarantors.service.js';
import { mandateChecks } from './page/mandate.view.js';
import { sheetActs } from './sheets/sheet-forms.js';
import { type TransferFacts, consentsOpen } from './transfer.facts.js';
import { warnings } from './page/case-warnings.js';
import type { ReturnRow, ReviewRow } from './transfers.queries.js';
import { type TransferState, transferWorkflow } from './transfer.workflow.js';

type NoticeShown = Awaited<ReturnType<NoticePagesService['see']>>;

/** What the page needs beside the facts. */
export interface CaseMaterial {
  steps: readonly OpenStep[];
  deadline: Deadline | null;
  history: readonly HistoryLine[];
  files: readonly EvidenceFile[];
  papers: readonly Paper[];
  /** The current notice as its own page shows it to this reader. */
  notice: NoticeShown | null;
  reviews: readonly ReviewRow[];
  returns: readonly ReturnRow[];
  map: MapView | null;
  calendar: Calendar;
}

/** One case for one reader: the JSON of the API and the fields of `transfers/show`. */
export function transferView(facts: TransferFacts, material: CaseMaterial, reader: Actor, now: Date): object {
  const { record } = facts;
  const { deadline, calendar } = material;
  const staff = reader.kind === 'staff';
  const checks = staff ? checkLines(facts, material.reviews) : [];
  return {
    ...caseHead(facts, reader),
    due: deadline ? dueView(deadline, now, calendar, 1) : null,
    why: deadline ? whyView(deadline) : null,
    renews: facts.renews ? `/transfers/${facts.renews.id}` : '',
    renewal: facts.renewal ? `/transfers/${facts.renewal.id}` : '',
    asked: askedFor(record.state, material.returns, staff),
    facts: dealFacts(facts, staff),
    warnings: warnings(facts),
    application: applicationHref(material.papers),
    map: material.map,
    parcels: parcelTable(facts, reader),
    shares: shareTable(facts, reader),
    consentsTitle: record.kind === 'collective' ? '集体决议' : '共有人同意',
    consents: consentChecks(facts, reader),
    mandates: mandateChecks(facts, reader),
    mortgages: mortgageChecks(facts, reader),
    survey: surveySection(facts, reader),
    capital: capitalChecks(facts),
    checks,
    checksText: `${checks.length} 项，已填 ${checks.filter((each) => each.result !== '').length} 项`,
    materials: materialLines(material.files),
    papers: material.papers.map(paperLine),
    notice: facts.notice && noticeSection(facts, facts.notice, material.notice),
    money: moneyLines(facts),
    depositId: facts.deposit?.id ?? null,
    inspectionId: facts.surveyed.inspectionId,
    noticeId: facts.notice?.id ?? null,
    acts: [
      ...helpingActs(facts, reader),
      ...acts(facts, material.steps),
      ...sheetLinks(facts, reader),
      ...takeBackLink(facts, reader),
    ],
    timeline: timeline(facts, material),
    returns: material.returns.map((each) => ({ ...each, returnedAt: formatMoment(each.returnedAt) })),
  };
}

/** What a case is called, and where it stands. */
function caseHead(facts: TransferFacts, reader: Actor): object {
  const { record } = facts;
  const staff = reader.kind === 'staff';
  const state = transferWorkflow.states[record.state as TransferState];
  return {
    id: record.id,
    revision: record.revision,
    stateName: record.state,
    trail: {
      steps: staff ? [{ href: '/desk', label: '待办' }] : [{ href: '/transfers', label: '我的案件' }],
      here: record.number ?? '草稿',
      code: true,
    },
    title: caseTitle(record),
    number: record.number ?? '',
    followCode: staff || facts.belongsTo(reader) ? record.followCode : '',
    kind: transferKinds[record.kind],
    state: { label: state.label, tone: state.tone ?? '' },
    round: record.round,
  };
}

const paperLine = (paper: Paper): object => ({
  name: paperKinds[paper.kind].title,
  number: paper.number,
  // A certificate has a page of its own, with its changes and its prints.
  href: paper.kind === 'certificate' ? `/certificates/papers/${paper.id}` : `/papers/${paper.id}`,
  when: formatMoment(paper.madeAt),
  tag: paper.voidedAt ? { label: '作废', tone: 'stop' } : { label: '有效', tone: 'go' },
});

const noticeSection = (
  facts: TransferFacts,
  notice: NonNullable<TransferFacts['notice']>,
  shown: NoticeShown | null,
): object => ({
  href: `/notices/${notice.id}`,
  number: notice.number,
  text: noticeText(facts),
  due: shown?.due ?? null,
  venues: shown?.venues ?? [],
  objections: objectionLines(shown),
  blockers: notice.blockers,
});

/** The application as it was last handed in. */
function applicationHref(papers: readonly Paper[]): string {
  const last = papers.findLast((paper) => paper.kind === 'application' && paper.voidedAt === null);
  return last ? `/papers/${last.id}` : '';
}

/** Objections to the current notice; only an office of the place has a page for each. */
function objectionLines(notice: NoticeShown | null): object[] {
  const cases: readonly { number: string; kind: string; topic: string; state: object; href?: string }[] =
    notice?.staff?.cases ?? notice?.objections ?? [];
  return cases.map(({ number, kind, topic, state, href }) => ({
    number,
    kind: `${kind}：${topic}`,
    state,
    href: href ?? '',
  }));
}

/** 李家桥村 120.00 亩出租. */
export function caseTitle(record: Pick<TransferFacts['record'], 'place' | 'areaMu' | 'mode'>): string {
  const modes = { lease: '出租', subcontract: '转包', share: '入股' };
  return `${record.place} ${formatMu(record.areaMu)} 亩${modes[record.mode]}`;
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
  const finished = transferWorkflow.states[state as TransferState];
  if ('end' in finished && finished.end) return found;
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

function acts(facts: TransferFacts, steps: readonly OpenStep[]): object[] {
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
