import { type Actor, type Calendar, formatMoment, formatMu } from '#kernel';
import type { PublicLetter } from '#cases';
import type { NoticePagesService } from '#notices';
import type { Paper } from '#papers';
import { paperKinds } from '#papers';
import { type Deadline, type EvidenceFile, type HistoryLine, type FormAct, dueView, whyView } from '#platform';
import type { MapView } from '#rights';
import { capitalChecks } from './capital/capital-forms.js';
import { partsShown } from './facts/case-parts.js';
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
import { consentChecks } from './page/consent-sections.view.js';
import { materialLines } from './page/case-materials.view.js';
import { surveySection } from './page/case-survey.view.js';
import { timeline } from './page/case-timeline.view.js';
import { transferKinds } from './transfer.entity.js';
import { mandateChecks } from './page/mandate.view.js';
import type { TransferFacts } from './transfer.facts.js';
import { warnings } from './page/case-warnings.js';
import type { ReturnRow, ReviewRow } from './transfers.queries.js';
import { transferWorkflow } from './transfer.workflow.js';

type NoticeShown = Awaited<ReturnType<NoticePagesService['seen']>>;

/** What the page needs beside the facts. */
export interface CaseMaterial {
  acts: readonly FormAct[];
  told: ReadonlyMap<string, 'each' | 'summed'>;
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
    parts: partsShown(facts),
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
    acts: material.acts,
    timeline: timeline(facts, material),
    returns: material.returns.map((each) => ({ ...each, returnedAt: formatMoment(each.returnedAt) })),
  };
}

/** What a case is called, and where it stands. */
function caseHead(facts: TransferFacts, reader: Actor): object {
  const { record } = facts;
  const staff = reader.kind === 'staff';
  const state = transferWorkflow.states[record.state];
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
  venues: shown?.notice.venues ?? [],
  objections: objectionLines(shown),
  blockers: notice.blockers,
});

/** The application as it was last handed in. */
function applicationHref(papers: readonly Paper[]): string {
  const last = papers.findLast((paper) => paper.kind === 'application' && paper.voidedAt === null);
  return last ? `/papers/${last.id}` : '';
}

/** Objections to the current notice; only an office of the place has a page for each. */
function objectionLines(shown: NoticeShown | null): object[] {
  const { staff, objections = [] } = shown?.notice ?? {};
  const cases: readonly (PublicLetter & { id?: string })[] = staff?.cases ?? objections;
  return cases.map((each) => ({ ...each, href: each.id === undefined ? '' : `/objections/${each.id}` }));
}

/** 李家桥村 120.00 亩出租. */
export function caseTitle(record: Pick<TransferFacts['record'], 'place' | 'areaMu' | 'mode'>): string {
  const modes = { lease: '出租', subcontract: '转包', share: '入股' };
  return `${record.place} ${formatMu(record.areaMu)} 亩${modes[record.mode]}`;
}
