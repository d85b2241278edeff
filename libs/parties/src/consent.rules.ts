import {
  type Blocker,
  type DecisionBody,
  type Fen,
  type Mu,
  blocker,
  compareMu,
  decisionBodies,
  formatYuan,
} from '#kernel';

/** Members with a right in one household, and who of them has consented to the matter at hand. */
export interface HouseholdConsent {
  householdId: string;
  householdName: string;
  members: readonly {
    personId: string;
    name: string;
    coRight: boolean;
    /** Known by name, identity open. */
    open?: boolean;
    consented: boolean;
    /** Not himself, but by a letter to an agent that he signed. */
    byLetter?: boolean;
    stale: boolean;
  }[];
  /** How many members the household has by its own record (CBFCYSL); null where nobody said it. */
  declared?: number | null;
}

// The right is all members' alike (第十六条), and the certificate names them all (第二十四条).
const both = '承包法第十六条、第二十四条';

/**
 * Every member with a right must have consented (承包法第十六条：家庭成员平等享有权益；示范文本所附共有人同意书).
 * A blocker per household, naming who is missing, and one naming whose consent was to other terms.
 */
export function membersConsented(households: readonly HouseholdConsent[]): Blocker[] {
  return households.flatMap(({ householdId, householdName, members }) => {
    const open = members.filter((m) => m.coRight && m.open).map((m) => m.name);
    const asked = members.filter((m) => m.coRight && !m.open && !m.consented);
    const missing = asked.filter((m) => !m.stale).map((m) => m.name);
    const stale = asked.filter((m) => m.stale).map((m) => m.name);
    const way = { href: `/register/households/${householdId}`, label: '看这一户' };
    // Where nobody could consent, nobody has.
    if (!members.some((m) => m.coRight))
      return [blocker('members-known', `${householdName}没有登记共有人，没有人可以同意。`, '承包法第十六条', way)];
    const told = (rule: string, names: readonly string[], text: string, article = '承包法第十六条'): Blocker[] =>
      names.length === 0 ? [] : [blocker(rule, `${householdName}${text}：${names.join('、')}。`, article, way)];
    return [
      ...told(
        'identity-known',
        open,
        `有 ${open.length} 名共有人的证件没有核实，先在这一户的页面凭证件补正，再由本人同意`,
        both,
      ),
      ...told('members-consented', missing, `还有 ${missing.length} 名共有人没有同意`),
      ...told('consent-stale', stale, `有 ${stale.length} 名共有人同意的是原来的条件，条件改过，要重新同意`),
    ];
  });
}

/** Households whose own record counts more members than the register names: who is missing has not consented (承包法第十六条). */
export const withoutSome = (households: readonly HouseholdConsent[]): HouseholdConsent[] =>
  households.filter(({ declared, members }) => (declared ?? 0) > members.length);

/** Why a consent to other words ends. */
export const staleReason = '条件改过，按新的条件重新同意';

/** What is known of a power of attorney when it is relied on. */
export interface PowerOfAttorneyFacts {
  agentName: string;
  /** Persons and bodies behind the agent and the transferee: the party itself and its representative. */
  agentIds: readonly string[];
  transfereeIds: readonly string[];
  valid: boolean;
  /** The power of attorney names all parcels at stake, or names none and means all. */
  coversParcels: boolean;
  needsSigning: boolean;
  maySign: boolean;
  /** Per mu and year, as the letter and as the case have it; null where the letter names no limit. */
  minimumPriceFen: Fen | null;
  priceFen: Fen;
}

/** 代理人不得同时代理双方，也不得与自己交易（民法典第一百六十八条）。 */
export function agentIsNotTransferee(
  facts: Pick<PowerOfAttorneyFacts, 'agentName' | 'agentIds' | 'transfereeIds'>,
): Blocker | undefined {
  if (!facts.agentIds.some((id) => facts.transfereeIds.includes(id))) return undefined;
  return blocker(
    'agent-is-transferee',
    `受托人${facts.agentName}就是受让方，或者代表受让方，不能再代理转出方。`,
    '民法典第一百六十八条',
  );
}

/** 没有书面委托，任何组织和个人无权决定流转农户的承包地（流转办法第八条）。 */
export function powerHolds(facts: Omit<PowerOfAttorneyFacts, 'agentIds' | 'transfereeIds'>): Blocker | undefined {
  if (!facts.valid)
    return blocker(
      'power-of-attorney-holds',
      `给${facts.agentName}的委托书不在有效期内，或者已经撤销。`,
      '农村土地经营权流转管理办法第八条',
    );
  if (!facts.coversParcels)
    return blocker('power-of-attorney-holds', `给${facts.agentName}的委托书没有写明全部地块。`, '民法典第一百六十五条');
  if (facts.minimumPriceFen !== null && facts.priceFen < facts.minimumPriceFen)
    return blocker(
      'power-of-attorney-holds',
      `给${facts.agentName}的委托书写的最低价是每亩每年 ${formatYuan(facts.minimumPriceFen)} 元，现在是 ${formatYuan(facts.priceFen)} 元。`,
      '民法典第一百六十五条',
    );
  if (facts.needsSigning && !facts.maySign)
    return blocker(
      'power-of-attorney-holds',
      `委托书只委托${facts.agentName}洽谈，合同要委托人本人签。`,
      '民法典第一百六十五条',
    );
  return undefined;
}

export interface DecisionFacts {
  decidingBody: DecisionBody;
  electorate: number;
  inFavour: number;
  toOutsiders: boolean;
  approved: boolean;
  /** Whom and which land the meeting decided about. */
  transfereeId: string | null;
  parcelCodes: readonly string[];
  areaMu: Mu | null;
}

/** What the case itself asks of its decision: whether an outsider takes the land, and which bodies the county accepts. */
export interface DecisionAsked {
  outsider: boolean;
  transfereeId: string;
  /** A member who took the deal over by his priority: the same decision carries him (承包法第51条). */
  byPriority: boolean;
  parcelCodes: readonly string[];
  areaMu: Mu;
  accepted: readonly DecisionBody[];
}

/** 发包给本集体以外的，三分之二以上成员或者代表同意，再报乡镇人民政府批准（承包法第五十二条）。 */
export function collectiveDecided(facts: DecisionFacts | undefined, asked: DecisionAsked): Blocker | undefined {
  if (!facts)
    return blocker(
      'collective-decided',
      '没有集体决议。未承包到户的地，要有成员大会或村民（代表）会议的决议。',
      '承包法第五十二条',
    );
  if (!reachesTwoThirds(facts.inFavour, facts.electorate)) {
    return blocker(
      'collective-decided',
      `应到 ${facts.electorate} 人，同意 ${facts.inFavour} 人，不到三分之二。`,
      '承包法第五十二条',
    );
  }
  const wrong = properBody(facts.decidingBody, asked.accepted);
  if (wrong) return wrong;
  const other = matterDecided(facts, asked);
  if (other) return other;
  // Decided for a member, and then somebody else came: what counts is who takes the land.
  if (asked.outsider && !facts.toOutsiders) {
    return blocker(
      'collective-decided',
      '集体决议是租给本集体成员的，现在的受让方不是本集体成员，要重新决议。',
      '承包法第五十二条',
    );
  }
  if (asked.outsider && !facts.approved)
    return blocker('collective-decided', '受让方不是本集体成员，还没有乡镇人民政府的批准。', '承包法第五十二条');
  return undefined;
}

/** 决议要写明地块、面积和承租的人；换了人、添了地，不是原来议的那件事（承包法第五十二条；集体组织法第二十七条）。 */
function matterDecided(facts: DecisionFacts, asked: DecisionAsked): Blocker | undefined {
  const article = '承包法第五十二条';
  if (!asked.byPriority && facts.transfereeId !== asked.transfereeId)
    return blocker('decision-stale', '集体决议是租给别人的，受让方换了，要重新决议。', article);
  const more = asked.parcelCodes.some((code) => !facts.parcelCodes.includes(code));
  if (more || facts.areaMu === null || compareMu(asked.areaMu, facts.areaMu) > 0)
    return blocker('decision-stale', '现在的地块、面积超出集体决议议定的，要重新决议。', article);
  return undefined;
}

/** 土地承包事项收归成员大会（集体组织法第二十七、二十八条）；which bodies a county accepts is its own table. */
export function properBody(body: DecisionBody, accepted: readonly DecisionBody[]): Blocker | undefined {
  if (accepted.includes(body)) return undefined;
  const named = accepted.map((each) => decisionBodies[each]).join('、');
  return blocker(
    'proper-body',
    `${decisionBodies[body]}不能决定这件事，要由${named}决议。`,
    '农村集体经济组织法第二十七、二十八条；承包法第五十二条',
  );
}

/** Counted of all who may vote, not of those who came. */
export function reachesTwoThirds(inFavour: number, electorate: number): boolean {
  return electorate > 0 && inFavour * 3 >= electorate * 2;
}
