import { type Actor, type Rule, blocker, formatDay, formatMu, inPhase, mu, reaches, speaksFor } from '#kernel';
import { type ActHead, type ActPath, type FormField, type Reader, actTable, field } from '#platform';
import { type DarkSpan, Publication, venueKinds } from '#publications';
import { ClaimIntake } from './claim-intake.service.js';
import type { NoticeAtHand } from './notice.facts.js';
import { CheckInput, DarkInput, ErratumInput, PhotoInput, ProofInput } from './notice.input.js';
import { NoticeVenuesService, mayProve } from './notice-venues.service.js';
import { NoticesService } from './notices.service.js';
import { mayExtend, noticeWorkflow } from './notice.workflow.js';
import { reportView } from './notice-parts.view.js';
import { noticeView } from './notice.view.js';
import { claimView } from './priority-claim.view.js';
import { letterReceiptView } from './objection.view.js';
import { ObjectionInput } from './objection.input.js';
import { ObjectionsService } from './objections.service.js';
import { PriorityClaimInput } from './priority-claim.input.js';

/** What stands on the page of a notice beside its boards, its poster of the dates, and each outage of a venue. */
export const boardWords = { label: '传公示栏照片', hint: '要看得清整张纸和公示栏。' } as const;
export const posterWords = { label: '打印公示起止告示', hint: '贴在公示单旁边。' } as const;
export const outageWords = ({ kind, reason, reportedBy }: DarkSpan): { label: string; hint: string } => ({
  label: `确认中断：${venueKinds[kind]}`,
  hint: `${reason}，报告人 ${reportedBy}`,
});

/** What is done to a public notice, one row each; what lies before its publication and ends it is done in its case. */
export const noticeActs = actTable('notices', noticeWorkflow, {
  head,
  gives: noticeView,
  steps: {
    extend: {
      noun: 'dark-intervals/:dark/confirmation',
      by: NoticeVenuesService,
      form: ({ dark }: NoticeAtHand, _me, at) => ({
        text: dark.filter(({ id }) => id === at['dark']).map((each) => outageWords(each).hint),
      }),
    },
    correct: { noun: 'errata', by: NoticesService, asks: ErratumInput, here: true, said: '更正已登出，公示期不变。' },
  },
  helps: {
    object: {
      noun: 'objections',
      by: ObjectionsService,
      gives: letterReceiptView,
      asks: ObjectionInput,
      public: true,
      label: ({ open }: NoticeAtHand) => (open ? '我有异议' : '我要反映问题'),
      hint: ({ open }: NoticeAtHand) =>
        open ? '谁都可以提。写清哪块地、哪里不对，有凭证更好。' : '公示期已过，按投诉受理，照样查。',
      text: [
        '要答复您，所以要知道您是谁。不会公开，也不会告诉对方。',
        '交了以后给您一个编号。没有答复以前，这一件停着不往下办。',
      ],
      press: '交异议',
      form: (_facts, me) => ({
        fields: (drawn) => drawn.filter(({ name }) => name !== 'readBack' || me.kind === 'staff'),
      }),
      when: ({ record }: NoticeAtHand) => inPhase(noticeWorkflow, record.state, 'open', 'closed'),
      tone: 'solid',
    },
    claim: {
      noun: 'priority-claims',
      by: ClaimIntake,
      gives: claimView,
      asks: PriorityClaimInput,
      label: '我要优先租',
      text: [
        '优先租（优先权）就是：别人出的条件您照样接，您排在前面（农村土地承包法第 38 条）。下面是同样的条件，每一条都要一样。',
      ],
      press: '主张优先',
      form: termsToTake,
      when: ({ open }: NoticeAtHand) => open,
      needs: [claimantKnown],
      tone: 'solid',
    },
    'report-dark': {
      noun: 'dark-intervals',
      by: NoticeVenuesService,
      gives: reportView,
      asks: DarkInput,
      label: '报告公示中断',
      hint: '屏幕黑了，公示栏被撕了。',
      text: ['屏幕黑了、公示栏被撕了、被盖住了，都要报。县中心确认以后，中断满一个工作日的，公示期顺延。'],
      press: '报告中断',
      when: ({ record, postings }: NoticeAtHand, me) =>
        mayExtend(record) && postings.some(({ kind, officeCode }) => kind !== 'website' && reaches(me, officeCode)),
      said: '中断记下了，等县中心确认。',
    },
    prove: {
      noun: 'venues/:venue/proof',
      by: NoticeVenuesService,
      asks: ProofInput,
      label: '传公示的照片',
      hint: boardWords.hint,
      // Of several villages, the page's own form says which board it is.
      form: (_facts, _me, at: ActPath) => ({
        fields: (drawn) => [...(at['place'] ? [field.hidden('place', at['place'])] : []), ...drawn],
      }),
      when: ({ postings }: NoticeAtHand, me) =>
        postings.some((posting) => posting.provenAt === null && mayProve(me, posting)),
      said: '照片收到，这一处有了凭证。',
    },
    'prove-period': {
      noun: 'period-sheet',
      by: NoticeVenuesService,
      asks: PhotoInput,
      here: true,
      label: '传起止告示照片',
      hint: '贴好拍一张，要看得清两张纸。',
      when: (facts: NoticeAtHand, me) => hangsPeriodSheet(facts, me) && facts.periodSheet?.posted === false,
      tone: 'solid',
      said: '照片收到，起止告示贴好了。',
    },
    check: {
      noun: 'venues/:venue/checks',
      by: NoticeVenuesService,
      asks: CheckInput,
      label: '抽查公示场所',
      when: ({ postings }: NoticeAtHand, me) => postings.some(({ officeCode }) => reaches(me, officeCode)),
      said: '抽查记下了。',
    },
  },
});

/** 起止告示：printed at the station, hung beside the sheet, and photographed there. */
export function hangsPeriodSheet({ record, postings, periodSheet }: NoticeAtHand, me: Actor): boolean {
  const own = postings.some((posting) => posting.kind === 'village_board' && mayProve(me, posting));
  return own && periodSheet !== null && record.state === 'running';
}

/** 主张优先权的人要能核实身份。 */
function claimantKnown({ record }: NoticeAtHand, { actor }: Parameters<Rule<NoticeAtHand>>[1]) {
  if (speaksFor(actor) !== null || actor.kind === 'staff') return undefined;
  const href = `/sign-in?next=${encodeURIComponent(`/notices/${record.id}/priority-claims`)}`;
  const text = `您还没有登录。只有${record.village}集体的成员可以主张优先（同等价款、期限）。`;
  return blocker('claimant-unknown', text, '农村土地承包法第三十八条第五项', { href, label: '登录后再看' });
}

/** The very terms that the claimant would have to take, and who claims. */
async function termsToTake({ record }: NoticeAtHand, me: Actor, _at: ActPath, reader: Reader) {
  const { text } = await reader.findOneByOrFail(Publication, { id: record.publicationId ?? '' });
  const recorded = me.kind === 'staff' && speaksFor(me) === null;
  const who = { label: me.kind === 'staff' ? '记录人' : '主张人', value: me.assisting?.name ?? me.name, href: '' };
  return {
    facts: [...text.facts.map(({ label, value }) => ({ label, value, href: '' })), who],
    fields: (drawn: readonly FormField[]) =>
      recorded ? drawn : drawn.filter(({ name }) => !['claimantId', 'name', 'idNumber', 'phone'].includes(name)),
  };
}

function head({ record, period }: NoticeAtHand): ActHead {
  const href = `/notices/${record.id}`;
  const until = period ? `${formatDay(period.lastDay)} 24:00` : '三处都有凭证的第二天起算';
  return {
    trail: { href, label: record.number ?? '公示' },
    facts: [
      { label: '公示', value: record.title, href },
      { label: '面积', value: `${formatMu(mu(record.areaMu))} 亩`, href: '' },
      { label: '公示到', value: until, href: '' },
    ],
    back: { href, label: '不办了，回公示' },
  };
}
