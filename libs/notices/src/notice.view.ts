import { type Actor, addMu, dayOf, formatDay, mu, speaksFor, reaches } from '#kernel';
import { type OpenStep, dueView } from '#platform';
import { publicCaseView } from '#cases';
import type { Erratum, Publication, PublicText } from '#publications';
import type { Notice } from './notice.entity.js';
import { stateView } from './notice-list.view.js';
import type { NoticeAtHand } from './notice.facts.js';
import { periodView, venuesView } from './notice-period.view.js';
import { clearBlockers } from './notice.rules.js';
import { changedTerms } from './notice.terms.js';
import { type ChangedTerm, changedTermWords } from './notice.words.js';
import { isDown } from './notice.workflow.js';
import { actsOf } from './notice-acts.view.js';
import { claimView } from './priority-claim.view.js';

export interface ShownNotice extends NoticeAtHand {
  publication: Publication;
  errata: readonly Erratum[];
  others: readonly Pick<Notice, 'id' | 'number' | 'version' | 'state' | 'terms'>[];
  phone: string;
}

/** One notice as this reader may see it: the public gets the masked text and counts, staff also what is open and why. */
export function noticeView(shown: ShownNotice, steps: readonly OpenStep[], me: Actor, now: Date) {
  const { record: notice, publication, period, calendar } = shown;
  const text = shown.archived ? withoutNames(publication.text) : publication.text;
  const over = shown.overAt !== null && shown.overAt <= now;
  const running = notice.state === 'running' && !over;
  const objections = shown.cases.filter((file) => file.kind === 'objection');
  return {
    id: notice.id,
    title: text.title,
    number: notice.number ?? '（未编号）',
    version: notice.version,
    caseNumber: notice.caseNumber,
    state: stateView(notice.state, shown.overAt, now),
    notes: shown.archived ? [archivedNote, ...notesOf(shown)] : notesOf(shown),
    due: running && period ? dueView(period, now, calendar) : null,
    facts: text.facts.map(({ label, value }) => ({ label, value, href: '' })),
    paragraphs: text.paragraphs,
    period: periodView(shown, now),
    parcels: parcelTable(text.parcels),
    map: notice.map,
    venues: venuesView(shown.postings),
    missing: shown.missingVenues,
    acts: actsOf(shown, steps, me, now),
    counts: [
      { label: '异议', value: countText(objections.length, shown.openObjections.length), href: '' },
      { label: '优先权主张', value: countText(shown.claims.length, shown.unansweredClaims.length), href: '' },
      { label: '更正', value: `${shown.errata.length} 处`, href: '' },
      { label: '版本', value: notice.version === 1 ? '没有改过' : `第 ${notice.version} 版`, href: '' },
    ],
    objections: objections.map(publicCaseView),
    where: [`${notice.town}交易所 公开咨询室`, `电话 ${shown.phone}`],
    board: `/notices/${notice.id}/board`,
    hash: publication.sha256,
    text,
    proof: '',
    periodStart: period?.start ?? null,
    firstDay: period?.firstDay ?? null,
    lastDay: period?.lastDay ?? null,
    dueAt: period?.dueAt ?? null,
    clear: clearBlockers(shown, now).length === 0,
    revision: notice.revision,
    ...(reaches(me, notice.officeCode) ? { staff: staffView(shown, now) } : {}),
    mine: shown.claims
      .filter((claim) => claim.partyId !== null && claim.partyId === speaksFor(me))
      .map((claim) => claimView(claim)),
  };
}

/** What the offices of the place see besides. */
function staffView(shown: ShownNotice, now: Date) {
  return {
    blockers: clearBlockers(shown, now),
    cases: shown.cases.map((file) => ({ ...publicCaseView(file), href: `/objections/${file.id}` })),
    claims: shown.claims.map((claim) => claimView(claim)),
    dark: shown.dark,
  };
}

const archivedNote = {
  tone: 'info',
  title: '已归档。',
  text: '公开期已满，姓名不再公开；当事人凭证书编号查验。',
  href: '',
};
const named = ['转出方', '受让方'];

/** The text of an archived notice: what was transferred stays, who did goes (个人信息保护法第十九条). */
export function withoutNames(text: PublicText): PublicText {
  return {
    ...text,
    facts: text.facts.map((fact) => (named.includes(fact.label) ? { ...fact, value: '已归档，姓名不再公开' } : fact)),
    parcels: text.parcels.map((parcel) => ({ ...parcel, contractor: '＊', bounds: '' })),
  };
}

function countText(all: number, open: number): string {
  if (all === 0) return '0 件';
  return open === 0 ? `${all} 件，都已答复` : `${all} 件，${open} 件还在办`;
}

export function parcelTable(parcels: Publication['text']['parcels']) {
  const measured = parcels.filter((parcel) => parcel.surveyed !== '');
  return {
    caption: `${parcels.length} 块（面积单位：亩）`,
    lets: true,
    parcels: parcels.map((parcel) => ({ ...parcel, registered: parcel.registered ?? '' })),
    area: addMu(...parcels.map((parcel) => mu(parcel.area))),
    surveyed: measured.length === parcels.length ? addMu(...measured.map((parcel) => mu(parcel.surveyed))) : '',
  };
}

function notesOf({ record: notice, errata, dark, others }: ShownNotice) {
  const next = others.find((other) => other.id === notice.replacedById);
  const before = others.find((other) => other.id === notice.previousId);
  const longer = dark.filter((span) => (span.lostWorkingDays ?? 0) > 0);
  return [
    ...(isDown(notice)
      ? [
          {
            tone: 'stop',
            title: '公示已经撤回。',
            text: [notice.endedReason ?? '', next?.number ? `新版：${next.number}` : ''].filter(Boolean).join('　'),
            href: next ? `/notices/${next.id}` : '',
          },
        ]
      : []),
    ...(before
      ? [
          {
            tone: 'info',
            title: `这是第 ${notice.version} 版。`,
            text: `${changeText(changedTerms(before.terms, notice.terms))}上一版 ${before.number ?? ''} 已作废，公示期重新算满。`,
            href: `/notices/${before.id}`,
          },
        ]
      : []),
    ...errata.map((each) => ({
      tone: 'info',
      title: '更正',
      text: `“${each.wrong}”应为“${each.right}”。${each.reason}，${formatDay(dayOf(each.approvedAt))}县中心批准，公示期不变。`,
      href: '',
    })),
    ...longer.map((span) => ({
      tone: 'wait',
      title: '公示延长。',
      text: `${span.place}中断（${span.reason}），顺延 ${span.lostWorkingDays} 个工作日。`,
      href: '',
    })),
  ];
}

const changeText = (changed: readonly ChangedTerm[]): string =>
  changed.length === 0 ? '' : `${changed.map((name) => changedTermWords[name]).join('、')}有变。`;
