import { type Rule, blocker, rightKinds } from '#kernel';
import { membersConsented } from '#parties';
import { isNone } from '#transfers';
import { interestStates } from './interests/interest-states.workflow.js';
import type { ListingFacts } from './listing.facts.js';
import { kindRules } from './right-kinds.rules.js';

type ListingRule = Rule<ListingFacts>;
const here = ({ record }: ListingFacts, anchor: string): string => `/listings/${record.id}#${anchor}`;

export const someParcel: ListingRule = (facts) =>
  facts.holder !== null || facts.parcels.length > 0
    ? undefined
    : blocker('some-parcel', '这宗挂牌还没有地块。', '承包法第四十条');

/** 期限不得超过承包期的剩余期限（承包法第38条第3项）。 */
export const termWithinContracts: ListingRule = ({ land }) => land.term;

export const areaWithinParcels: ListingRule = ({ land }) => land.area;

/** 只有承包方能流转（承包法第36条）：a register that moved a parcel to another since has the last word. */
export const stillTheirs: ListingRule = ({ parcels }) =>
  parcels
    .filter((parcel) => parcel.contractorId !== parcel.grantorId)
    .map(({ name, grantorName }) =>
      blocker('still-theirs', `${name}现在不在${grantorName}的承包合同里，先核对登记簿。`, '承包法第三十六条'),
    );

/** 不得改变农业用途；永久基本农田不得种果树、挖塘（承包法第38条、土地管理法第37条）。 */
export const purposeAllowed: ListingRule = ({ land }) => land.purpose;

/** One place, one offer: while it is written nothing is kept, so another may have come first. */
export const landFree: ListingRule = ({ right, land }) => (right === null ? land.occupied : undefined);

export const landHeld: ListingRule = ({ right, holder }) =>
  right || holder ? undefined : blocker('land-held', '地块的占用已经放开，这宗挂牌不能再往下办。', '平台规则 占-01');

/** 抵押期间流转要抵押权人书面同意（民法典第406条）。 */
export const encumbranceConsented: ListingRule = ({ land }) => land.encumbered;

/** 每户有权的共有人都同意，才能离开村服务站（承包法第16条；农经发〔2016〕9号：逐户书面委托）。 */
export const consentsComplete: ListingRule = (facts) =>
  membersConsented(facts.consents).map((each) => ({
    ...each,
    way: { href: here(facts, 'consents'), label: '看还缺谁' },
  }));

/** 县里收这一类的挂牌；停收以后，没有公开的不能往下走. */
export const kindTaken: ListingRule = ({ record, parameters }) =>
  (parameters.openRightKinds as readonly string[]).includes(record.kind)
    ? undefined
    : blocker('kind-taken', `${rightKinds[record.kind]}本县现在不收挂牌。`, '平台参数：收哪几类产权的挂牌');

/**
 * 集体的，三分之二以上成员或者代表同意（农村土地承包法第五十二条；森林法第十八条；农经发〔2016〕9号）；其他权利人的，本人签字的委托书
 * （民法典第一百六十五条）。
 */
export const holderDecided: ListingRule = ({ record, holder }) => {
  if (holder === null || (holder.collective ? record.decisionId : record.mandateFileId) !== null) return undefined;
  const [text, article, label] = holder.collective
    ? [`${holder.name}还没有决议。`, '农村土地承包法第五十二条；农经发〔2016〕9号', '去记决议']
    : [`${holder.name}的委托书还没有交。`, '民法典第一百六十五条', '去交委托书'];
  const way = `/listings/${record.id}/${holder.collective ? 'decision' : 'mandate'}`;
  return blocker('holder-decided', text, article, { href: way, label });
};

/** 发包给本集体以外的，事先要三分之二以上同意，并报乡（镇）人民政府批准（农村土地承包法第五十二条）。 */
export const outsidersAllowed: ListingRule = (facts) => {
  const { record, interests, decided, holder, winnerId } = facts;
  const takers = winnerId === null ? takersOf(facts) : interests.filter(({ record: { id } }) => id === winnerId);
  const outsiders = takers.some(({ record: each }) => each.transfereeKind !== 'member');
  if (!outsiders || !holder?.collective) return undefined;
  if (!decided?.toOutsiders)
    return blocker(
      'outsiders-allowed',
      '受让方不是本集体成员，集体的决议没有同意给外面的人。',
      '农村土地承包法第五十二条',
    );
  if (!kindRules[record.kind].township || decided.approvalNumber !== null) return undefined;
  return blocker('outsiders-allowed', '受让方不是本集体成员，还没有乡镇人民政府批准。', '农村土地承包法第五十二条', {
    href: `/listings/${record.id}/township-approval`,
    label: '去记批准',
  });
};

/** 权属清楚、没有争议才能流转（农村土地经营权流转交易市场运行规范）。 */
export const undisputed: ListingRule = ({ record }) =>
  isNone(record.declared.dispute)
    ? undefined
    : blocker(
        'undisputed',
        `录入时申明有争议：${record.declared.dispute.replace(/。$/, '')}。先解决，再挂牌。`,
        '农村土地经营权流转交易市场运行规范（试行）；农村土地承包法第55条',
      );

const among = (list: readonly string[], accountId: string | null): boolean =>
  accountId !== null && list.includes(accountId);

/** Nobody checks what he entered himself. */
export const notOwnEntry: ListingRule = ({ enterers }, { actor }) =>
  among(enterers, actor.accountId)
    ? blocker('not-own-entry', '您是录入人，核查要换一个人。', '三岗分开，平台规则 职-03')
    : undefined;

export const reviewerNotAcceptor: ListingRule = ({ acceptors, enterers }, { actor }) =>
  among([...acceptors, ...enterers], actor.accountId)
    ? blocker('reviewer-not-acceptor', '您录入或者核查过这宗挂牌，不能再做审核人。', '三岗分开，平台规则 职-03')
    : undefined;

export const extensionsLeft: ListingRule = ({ record, parameters, interests }) => {
  const most = parameters.listingExtensionsMost;
  if (interests.some(({ record: each }) => interestStates[each.state].phase !== 'out'))
    return blocker('extensions-left', '已经有人报名，不能再延长。', '平台规则 牌-04');
  return record.extensions < most
    ? undefined
    : blocker('extensions-left', `已经延长 ${record.extensions} 次，最多 ${most} 次。`, '平台参数：挂牌最多延长几次');
};

const inPhaseOf = ({ interests }: ListingFacts, phase: string): number =>
  interests.filter(({ record }) => interestStates[record.state].phase === phase).length;

/** 无人报名的，期满就是流标。 */
export const nobodyRegistered: ListingRule = ({ interests }) =>
  interests.length === 0 ? undefined : blocker('nobody-registered', '有人报过名，要先审查资格。', '平台规则 牌-05');

/** 每一个报名的都要有答复，结果才定得下来。 */
export const allAnswered: ListingRule = (facts) => {
  const open = inPhaseOf(facts, 'asking');
  return open === 0
    ? undefined
    : blocker('all-answered', `还有 ${open} 个报名的没有审查完资格。`, '平台规则 牌-05', {
        href: here(facts, 'interests'),
        label: '去审查',
      });
};

export const oneAdmitted: ListingRule = (facts) =>
  admitted(facts, (many) => many === 1, '要正好有一方够资格、按时交足保证金，才能协议成交。');

/** 够资格的有两方以上，就要竞价（领域规则 1.10）。 */
export const severalAdmitted: ListingRule = (facts) =>
  admitted(facts, (many) => many > 1, '够资格、按时交足保证金的不到两方，不用竞价。');

export const noneAdmitted: ListingRule = (facts) =>
  admitted(facts, (many) => many === 0, '有够资格、按时交足保证金的，不能算流标。');

/** Who may take it; nobody says so before everybody was answered. */
const takersOf = (facts: ListingFacts): ListingFacts['interests'] =>
  inPhaseOf(facts, 'asking') > 0 ? [] : facts.interests.filter((each) => each.admitted);

/** 有几方参加，谁也看不到：what is said tells no number, and nothing before everybody was answered. */
function admitted(facts: ListingFacts, fits: (many: number) => boolean, text: string) {
  if (inPhaseOf(facts, 'asking') > 0 || fits(takersOf(facts).length)) return undefined;
  return blocker('number-admitted', text, '平台规则 牌-05');
}
