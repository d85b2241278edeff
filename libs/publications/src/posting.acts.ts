import { type Actor, type Post, reaches, staffPosts } from '#kernel';
import { type ActHead, type FormAct, formAct, offersOf, recordActs } from '#platform';
import type { PostingFacts } from './posting.facts.js';
import { CheckInput, OutageInput, PhotoInput, ProofInput } from './posting.input.js';
import { postingView, reportView } from './posting.view.js';
import { Postings } from './postings.service.js';
import { mayProve, provers } from './venue-kinds.js';
import { venueKinds } from './venue.words.js';
import type { Outage } from './venues.service.js';

const county = ['county_reviewer', 'county_information', 'county_director'] as const satisfies Post[];
const outageWords = ({ kind, reason, reportedBy }: Outage): { label: string; hint: string } => ({
  label: `确认中断：${venueKinds[kind]}`,
  hint: `${reason}，报告人 ${reportedBy}`,
});
const isBoard = ({ record }: PostingFacts): boolean => record.kind === 'village_board';
const reached = ({ record }: PostingFacts, me: Actor): boolean =>
  record.kind !== 'website' && reaches(me, record.officeCode);

/** What is done with a text at one of its venues. */
export const postingActs = recordActs('postings', 'venue_posting', {
  readers: [...staffPosts, 'supervisor'],
  gives: postingView,
  head,
  helps: {
    prove: {
      noun: 'proof',
      by: Postings,
      asks: ProofInput,
      here: true,
      label: (facts: PostingFacts) => (isBoard(facts) ? '传公示栏照片' : '传屏幕照片'),
      hint: (facts: PostingFacts) =>
        isBoard(facts) ? '要看得清整张纸和公示栏。' : '登记过的屏幕放一遍就有凭证；放不了的，拍屏幕上的公示。',
      when: ({ record, publication }: PostingFacts, me) =>
        publication.releasedAt !== null &&
        record.provenAt === null &&
        record.removedAt === null &&
        mayProve(me, record),
      posts: provers,
      said: '照片收到，这一处有了凭证。',
    },
    'prove-sheet': {
      noun: 'sheet',
      by: Postings,
      asks: PhotoInput,
      here: true,
      label: '传起止告示照片',
      hint: '贴好拍一张，要看得清两张纸。',
      when: (facts: PostingFacts, me) => hangsSheet(facts, me) && facts.record.sheetFileId === null,
      posts: provers,
      said: '照片收到，起止告示贴好了。',
    },
    'report-outage': {
      noun: 'outage',
      by: Postings,
      gives: reportView,
      asks: OutageInput,
      label: ({ record }: PostingFacts) => `报告公示中断：${record.place}`,
      hint: ({ record }: PostingFacts) => (record.kind === 'village_board' ? '公示栏被撕了、被盖住了。' : '屏幕黑了。'),
      text: ['屏幕黑了、公示栏被撕了、被盖住了，都要报。县中心确认以后，中断满一个工作日的，公示期顺延。'],
      press: '报告中断',
      tone: 'quiet',
      when: (facts: PostingFacts, me) => facts.counts && reached(facts, me),
      said: '中断记下了，等县中心确认。',
    },
    'confirm-outage': {
      noun: 'outages/:outage/confirmation',
      by: Postings,
      label: '确认中断，延长公示',
      form: ({ outages }: PostingFacts, _me, at) => ({
        text: outages.filter(({ id }) => id === at['outage']).map((each) => outageWords(each).hint),
      }),
      posts: county,
      when: ({ counts, record }: PostingFacts, me) => counts && reaches(me, record.officeCode, ...county),
    },
    check: {
      noun: 'check',
      by: Postings,
      asks: CheckInput,
      label: '抽查公示场所',
      tone: 'quiet',
      when: reached,
      said: '抽查记下了。',
      last: true,
    },
  },
});

/** What this reader may do with a text at one venue. Fields of one name on one page have ids of their own. */
export function postingActsOf(facts: PostingFacts, me: Actor, now: Date): FormAct[] {
  const { id, sheetPaperId } = facts.record;
  const own = offersOf(postingActs, facts, [], me, now).map((act) => ({
    ...act,
    fields: act.fields.map((drawn) => ({ ...drawn, id: `${drawn.id}-${act.action}-${id.slice(0, 8)}` })),
  }));
  const sheet = hangsSheet(facts, me)
    ? [
        formAct({
          action: 'sheet',
          label: '打印公示起止告示',
          hint: '贴在公示单旁边。',
          href: `/papers/${sheetPaperId ?? ''}`,
          method: 'get',
          tone: 'quiet',
        }),
      ]
    : [];
  return [...sheet, ...own, ...confirmations(facts, me)];
}

function confirmations({ record, outages, counts }: PostingFacts, me: Actor): FormAct[] {
  if (!counts || !reaches(me, record.officeCode, ...county)) return [];
  return outages
    .filter(({ confirmedAt }) => confirmedAt === null)
    .map((outage) =>
      formAct({
        action: `outage-${outage.id}`,
        ...outageWords(outage),
        href: `/postings/${record.id}/outages/${outage.id}/confirmation`,
        tone: 'quiet',
      }),
    );
}

/** 起止告示：printed by who proves the venue, hung beside the text, and photographed there. */
function hangsSheet({ record }: PostingFacts, me: Actor): boolean {
  return record.sheetPaperId !== null && record.removedAt === null && mayProve(me, record);
}

function head({ record, publication, page }: PostingFacts): ActHead {
  const href = page ?? `/postings/${record.id}`;
  const line = (label: string, value: string, to = '') => ({ label, value, href: to });
  return {
    trail: { href, label: publication.number ?? '公示' },
    facts: [
      line('公示', publication.text.title, href),
      line('哪一处', `${venueKinds[record.kind]}（${record.place}）`),
    ],
    back: { href, label: '不办了，回公示' },
  };
}
