import { type Actor, type Rule, blocker, formatDay, formatMu, inPhase, mu, speaksFor } from '#kernel';
import { type ActHead, type ActPath, type FormField, type Reader, actTable } from '#platform';
import { Publication } from '#publications';
import { caseView, receiptView } from '#cases';
import { ClaimIntake } from './claim-intake.service.js';
import type { NoticeAtHand } from './notice.facts.js';
import { ErratumInput } from './notice.input.js';
import { NoticesService } from './notices.service.js';
import { noticeWorkflow } from './notice.workflow.js';
import { noticeView } from './notice.view.js';
import { ObjectionInput } from './objection.input.js';
import { ObjectionsService } from './objections.service.js';
import { PriorityClaimInput } from './priority-claim.input.js';

/** What is done to a public notice, one row each; what lies before its publication and ends it is done in its case. */
export const noticeActs = actTable('notices', noticeWorkflow, {
  head,
  gives: noticeView,
  steps: {
    correct: { noun: 'errata', by: NoticesService, asks: ErratumInput, here: true, said: '更正已登出，公示期不变。' },
  },
  helps: {
    object: {
      noun: 'objections',
      by: ObjectionsService,
      gives: receiptView,
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
        fields: (drawn) => drawn.filter(({ name }) => !['readBack', 'personId'].includes(name) || me.kind === 'staff'),
      }),
      when: ({ record }: NoticeAtHand) => inPhase(noticeWorkflow, record.state, 'open', 'closed'),
      tone: 'solid',
    },
    claim: {
      noun: 'priority-claims',
      by: ClaimIntake,
      gives: caseView,
      asks: PriorityClaimInput,
      label: '我要优先租',
      text: [
        '优先租（优先权）就是：别人出的条件您照样接，您排在前面（农村土地承包法第 38 条）。下面是同样的条件，每一条都要一样。',
      ],
      press: '主张优先',
      form: termsToTake,
      // 优先权在挂牌、决议的时候主张；结果公示只听异议。
      when: ({ open, record }: NoticeAtHand) => open && record.kind !== 'result',
      needs: [claimantKnown],
      tone: 'solid',
    },
  },
});

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
