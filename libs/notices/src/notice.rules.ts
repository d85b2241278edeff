import { type Blocker, type Day, type Rule, type WorkflowFacts, blocker, formatDay, formatMoment } from '#kernel';
import type { Notice } from './notice.entity.js';

/** What stands between a notice and its end, counted when it is asked and never remembered. */
export interface NoticeFacts extends WorkflowFacts {
  record: Notice;
  /** Mandatory venues without proof, in words. */
  missingVenues: readonly string[];
  /** Last day of the period, and the moment from which one may act on its end. */
  lastDay: Day | null;
  overAt: Date | null;
  safeAt: Date | null;
  /** A day of the period was judged without its year's notice of holidays. */
  provisional: boolean;
  openObjections: readonly { number: string; href: string }[];
  /** Decided, and the decision does not let this version go on. */
  upheldObjections: readonly { number: string; href: string }[];
  unansweredClaims: readonly { number: string; href: string }[];
  grantedClaims: readonly { id: string; number: string; name: string; href: string }[];
  /** Answered with: the transferor lets to nobody. The case has to end. */
  notLetting: readonly { number: string; href: string }[];
}

const basis = '商河县公布流程：公示不少于 7 个工作日';
const resultBasis = '平台参数：成交结果公示期；最后一处有凭证的当天不算（民法典第二百零一条）';

/** How long a result is on notice is a parameter of its own. */
export const limitOf = ({ kind }: Notice) =>
  kind === 'result' ? { limit: { parameter: 'resultNoticeWorkingDays', basis: resultBasis } as const } : {};

/** 公示期从三处公示都有凭证的次日起算。 */
export const venuesProven: Rule<NoticeFacts> = ({ missingVenues }) =>
  missingVenues.length === 0
    ? undefined
    : blocker(
        'venue-missing',
        `还差${missingVenues.join('、')}的凭证，公示期没有开始`,
        '商河县公布流程：村委会、显示屏、网站同时公示',
      );

const restsOn = ({ record }: NoticeFacts): string => limitOf(record).limit?.basis ?? basis;

export const periodOver: Rule<NoticeFacts> = (facts, { now }) => {
  if (facts.overAt === null)
    return (
      venuesProven(facts, { now, actor: nobody }) ?? blocker('period-not-started', '公示期没有开始', restsOn(facts))
    );
  if (facts.overAt <= now) return undefined;
  return blocker(
    'period-running',
    `公示期到 ${facts.lastDay === null ? '' : formatDay(facts.lastDay)} 24:00 才满`,
    restsOn(facts),
  );
};

/** 国务院还没有公布放假安排的年份，最后一天是暂定的：不能据此办不可挽回的事。 */
export const periodCertain: Rule<NoticeFacts> = ({ provisional }) =>
  provisional
    ? blocker('period-provisional', '公示期的最后一天还是暂定，等国务院公布放假安排', '全国年节及纪念日放假办法')
    : undefined;

/** 最后一天到 24 时为止，网上提交的要看得到；次一工作日 9 时起才办下一步。 */
export const safeMomentReached: Rule<NoticeFacts> = ({ safeAt, overAt }, { now }) =>
  overAt !== null && overAt <= now && safeAt !== null && safeAt > now
    ? blocker(
        'notice-settling',
        `最后一天的网上来件还在清点，${formatMoment(safeAt)} 起可以办`,
        '民法典第二百零三条：最后一日的截止时间为二十四时',
      )
    : undefined;

const named =
  (rule: string, say: (number: string) => string, article: string) =>
  (items: readonly { number: string; href: string }[]): Blocker[] =>
    items.map(({ number, href }) => blocker(rule, say(number), article, { href, label: '去看这一件' }));

const objectionOpen = named(
  'objection-open',
  (number) => `异议 ${number} 还没有答复`,
  '参照招标投标法实施条例第五十四条：作出答复前，应当暂停',
);
const objectionUpheld = named(
  'objection-upheld',
  (number) => `异议 ${number} 成立，这一版公示不能通过`,
  '平台规则：能补正的补正后重新公示满期，不能补正的终止',
);
const claimOpen = named(
  'priority-unanswered',
  (number) => `优先权主张 ${number} 还没有答复`,
  '农村土地承包法第三十八条第五项',
);
const claimGranted = named(
  'priority-granted',
  (number) => `优先权主张 ${number} 成立，受让方要换`,
  '农村土地承包法第三十八条第五项',
);

// 转出方可以不流转，但不能以不流转为由回绝成员，再租给外面的人（承包法第三十八条第五项）。
const notLetting = named(
  'priority-not-letting',
  (number) => `优先权主张 ${number} 的答复是转出方不再流转，本案要终止，不能往下办`,
  '农村土地承包法第三十八条第五项',
);

export const noOpenObjection: Rule<NoticeFacts> = (facts) => objectionOpen(facts.openObjections);
export const noUpheldObjection: Rule<NoticeFacts> = (facts) => objectionUpheld(facts.upheldObjections);
export const noUnansweredClaim: Rule<NoticeFacts> = (facts) => claimOpen(facts.unansweredClaims);
export const noGrantedClaim: Rule<NoticeFacts> = (facts) => claimGranted(facts.grantedClaims);

export const transferorStillLets: Rule<NoticeFacts> = (facts) => notLetting(facts.notLetting);

/** Whether this version may be relied on at all. */
export const noticeStands: Rule<NoticeFacts> = ({ record }) => {
  return record.state === 'withdrawn'
    ? blocker('notice-withdrawn', '这一版公示已经撤回', '平台规则：内容有变，重新公示满期')
    : undefined;
};

/** Everything a clear notice needs; the clock's step and whoever relies on the notice ask the same list. */
export const clearRules = [
  noticeStands,
  periodOver,
  periodCertain,
  safeMomentReached,
  noOpenObjection,
  noUpheldObjection,
  noUnansweredClaim,
  noGrantedClaim,
  transferorStillLets,
] as const;

const nobody = { kind: 'clock', accountId: null, name: '', posts: [], partyId: null, assisting: null } as const;

/** What keeps a notice from being clear at this moment; [] if it is clear. */
export function clearBlockers(facts: NoticeFacts, now: Date): Blocker[] {
  return clearRules.flatMap((rule) => rule(facts, { now, actor: nobody }) ?? []);
}

/** 公示场所中断满一个工作日的，按中断的工作日顺延：what an outage adds to a period, as the history and its doer are told. */
export const extension = (reason: string, added: number): { remark: string; said: string } =>
  added === 0
    ? { remark: '不满一个工作日，不延长', said: '不满一个工作日，公示期不变。' }
    : { remark: `${reason}，顺延 ${added} 个工作日`, said: `公示延长 ${added} 个工作日。` };
