import {
  type Actor,
  type Fen,
  type Parameters,
  type Rule,
  bidPriorities,
  blocker,
  dayOf,
  fen,
  formatYuan,
} from '#kernel';
import type { Interest } from './interest.entity.js';
import type { Listing } from '../listing.entity.js';
import { type StandingBar, barredWords, bars } from './standing-bar.rules.js';

/** What the rules of a registration ask about. */
export interface InterestFacts {
  record: Interest;
  listing: Pick<
    Listing,
    'id' | 'number' | 'state' | 'suspendedFrom' | 'officeCode' | 'closedAt' | 'dueAt' | 'priceUnit'
  >;
  parameters: Parameters;
  belongsTo: (actor: Actor) => boolean;
  /** Age on the day, of a person. */
  age: number | null;
  /** Staff among it, its head and its declared household. */
  staff: readonly string[];
  /** It, or who stands behind it, gives the land, belongs to a household that gives it, or holds its letter. */
  transferors: readonly string[];
  /** What is held of the deposit, and what of it came before the period was over. */
  heldFen: Fen;
  timelyFen: Fen;
  depositId: string | null;
  /** What he writes on his slip. */
  depositCode: string;
  /** It had paid in time and backed out, or what came of it fell; said only once the result of the lot is out. */
  defaulted: boolean;
  /** A deal of its own came to nothing. */
  dealFell: boolean;
  /** The county decided that its deposit does not go back. */
  forfeited: boolean;
  /** What bars the party, or may. */
  standing: StandingBar | null;
}

type InterestRule = Rule<InterestFacts>;

export const listingOpen: InterestRule = ({ listing }) =>
  ['listed', 'qualifying'].includes(listing.state)
    ? undefined
    : blocker('listing-open', '这宗挂牌现在不收、不审报名。', '平台规则 牌-03');

/** 完全民事行为能力人（民法典第17、18条）；年龄上限由县里定。 */
export const ageAllowed: InterestRule = ({ age, parameters: { ageMin, ageMax } }) => {
  if (age === null || (age >= ageMin && age <= (ageMax ?? age))) return undefined;
  return blocker(
    'age-allowed',
    `报名的人 ${age} 周岁，要满 ${ageMin} 周岁${ageMax === null ? '' : `、不超过 ${ageMax} 周岁`}。`,
    '民法典第17、18条；平台参数',
  );
};

/** 工作人员和家里人不得参加竞买（参照拍卖法第22条）。 */
export const staffOutside: InterestRule = ({ staff }) =>
  staff.map((name) => blocker('staff-outside', `${name}是交易所工作人员或者家里人，不能参加。`, '参照拍卖法第22条'));

/** 转出方和代理人不得自己参加（民法典第168条；参照拍卖法第30条）。 */
export const notTransferor: InterestRule = ({ transferors }) =>
  transferors.map((name) =>
    blocker('not-transferor', `${name}是转出方、共有人或者代理人，不能参加。`, '民法典第168条；参照拍卖法第30条'),
  );

/** 保证金在挂牌期满以前到专户，一分不少（领域规则 1.10）。 */
export const depositInTime: InterestRule = ({ record, timelyFen, heldFen }) => {
  const missing = fen(record.depositFen - timelyFen);
  if (missing <= 0) return undefined;
  const late = heldFen > timelyFen ? `；另有 ${formatYuan(fen(heldFen - timelyFen))} 元是期满以后到的，不算` : '';
  return blocker('deposit-in-time', `保证金还差 ${formatYuan(missing)} 元${late}。`, '平台规则 牌-06');
};

/** Whether a claim of priority waits for the town. */
export const priorityOpen = ({ priorityAsked, priority, priorityRefusal }: Interest): boolean =>
  priorityAsked !== null && priority === null && priorityRefusal === null;

/** 优先权要在报名时证明；没有核实的，不能先定资格（竞价里谁优先，从这里来）. */
export const priorityAnswered: InterestRule = ({ record }) =>
  priorityOpen(record)
    ? blocker(
        'priority-answered',
        `主张了优先权（${bidPriorities[record.priorityAsked ?? 'member']}），还没有核实。`,
        '平台规则 竞-02',
        {
          href: `/interests/${record.id}/priority`,
          label: '去核实',
        },
      )
    : undefined;

/** 违约的一方在县里决定的时间里不得参加（平台规则 禁-01）. */
export const notBarred: InterestRule = ({ standing }, { now }) =>
  bars(standing, dayOf(now)) ? blocker('not-barred', barredWords(standing.untilDay), '平台规则 禁-01') : undefined;
