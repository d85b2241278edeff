import { describe, expect, it } from '@jest/globals';
import {
  ZERO_MU,
  type Actor,
  type HeldPost,
  type Rule,
  blocker,
  clockActor,
  day,
  instant,
  mu,
  parametersAt,
  term,
} from '#kernel';
import * as rule from './transfer.rules.js';
import type { TransferFacts } from './transfer.facts.js';

const staff = (accountId: string | null, post: HeldPost['post'] = 'town_clerk'): Actor => ({
  ...{ ...clockActor, kind: 'staff', accountId, name: '演工' },
  posts: [{ post, officeCode: '370126101000' }],
});
const assisting = { sessionId: 's', partyId: 'member', name: '王演麦', witness: '演见证' };
const applicant: Actor = { ...clockActor, kind: 'party', partyId: 'cooperative', name: '演合作社' };
const reserved = { id: 'right', status: 'reserved', reservedUntil: instant('2027-05-01T00:00:00+08:00') };
const free = { term: [], area: [], purpose: [], occupied: [], underOthers: [], encumbered: [], mortgages: [] };
const parameters = parametersAt([], day('2026-11-01'));
const record = {
  ...{ id: 'case', kind: 'contracted', state: 'town_review', areaMu: mu('600'), filedOn: day('2026-10-30') },
  ...{ renewsId: null, listing: null, replacesId: null, decisionId: null, declared: null },
};
const capital = {
  ...{
    otherMu: ZERO_MU,
    totalMu: mu('120'),
    capital: true,
    tableMissing: false,
    rows: [],
    licence: null,
    authority: '县政府',
    basis: '流转办法第29条',
  },
  ...{ approved: true, open: false, refused: false },
};
const member = { personId: 'member', name: '王演麦', coRight: true, consented: true, stale: false };
const household = (...members: object[]) => ({ householdId: 'h', householdName: '王演麦户', members });
const notice = { blockers: [], claims: [{ id: 'c' }], undecided: [], notLetting: '第 1 号' };

/** A case that every rule lets through. */
const facts = {
  ...{
    record,
    parameters,
    capital,
    notice,
    land: free,
    right: reserved,
    renews: null,
    identityPapers: 2,
    intentPapers: 1,
  },
  ...{
    term: term(day('2026-11-01'), day('2032-10-31')),
    today: day('2026-10-30'),
    transfereeAge: null,
    guarantor: null,
  },
  ...{
    staffParties: [],
    uncodedParties: [],
    agentConflict: [],
    consents: [household(member)],
    decision: [],
    survey: [],
  },
  ...{
    checklist: { filled: 9, total: 9, opinion: true, faults: [] },
    acceptors: ['acceptor'],
    reviewers: ['reviewer'],
  },
  ...{ contractScans: 1, deposit: { id: 'deposit', settled: true } },
};

/** What a rule says about facts that differ in some points. */
function ask(claim: Rule<TransferFacts>, more: object = {}, actor = staff('third')) {
  const asked = { ...facts, ...more } as unknown as TransferFacts;
  return [claim(asked, { now: instant('2026-10-30T09:00:00+08:00'), actor }) ?? []].flat();
}
const of = (more: object) => ({ record: { ...record, ...more } });
const collective = (more: object = {}) => of({ kind: 'collective', ...more });
const said = [blocker('found-below', '登记簿说不行。', '某法某条')];

describe('What the register, the survey or the meeting found', () => {
  it.each([
    ['the term', rule.termWithinContracts, { land: { ...free, term: said } }],
    ['the area', rule.areaWithinParcels, { land: { ...free, area: said } }],
    ['the purpose', rule.purposeAllowed, { land: { ...free, purpose: said } }],
    ['a mortgage', rule.encumbranceConsented, { land: { ...free, encumbered: said } }],
    ['the agent', rule.agentNotTransferee, { agentConflict: said }],
    ['the decision', rule.decisionProper, { decision: said }],
    ['the survey', rule.surveyDone, { survey: said }],
    ['the notice', rule.noticeClear, { notice: { ...notice, blockers: said } }],
    ['a choice among claims', rule.priorityAccepted, { notice: { ...notice, undecided: said } }],
  ])('against %s is said as it was found, and nothing where nothing was', (_what, claim, more) => {
    expect(ask(claim)).toEqual([]);
    expect(ask(claim, more)).toEqual(said);
  });

  it('of other rights is asked until the land is reserved, and of ground that lies in other parcels', () => {
    const occupied = { land: { ...free, occupied: said } };
    expect(ask(rule.landFree, { right: null })).toEqual([]);
    expect(ask(rule.landFree, { ...occupied, right: null })).toEqual(said);
    expect(ask(rule.landFree, occupied)).toEqual([]);
    expect(ask(rule.landFree, { land: { ...free, underOthers: said }, right: null })).toEqual(said);
  });

  it('of a mortgage does not stop a renewal, and does stop an early end', () => {
    const mortgaged = { land: { ...free, encumbered: said }, renews: { mortgagees: ['禾田村镇银行'] } };
    expect(ask(rule.encumbranceConsented, mortgaged)).toEqual([]);
    expect(ask(rule.notEncumbered)).toEqual([]);
    expect(ask(rule.notEncumbered, mortgaged)).toMatchObject([{ rule: 'not-encumbered', article: '某法某条' }]);
  });
});

describe('Each of these', () => {
  const missing = { consents: [household(member, { ...member, name: '王演禾', consented: false })] };
  const none = { ...notice, claims: [], notLetting: null };
  // One line, one rule: aligned by hand.
  // prettier-ignore
  it.each<[string, Rule<TransferFacts>, object, object, string, string]>([
    ['identity papers', rule.identitiesBrought, { identityPapers: 1 }, { identityPapers: 0 }, 'identities-brought', '申-03'],
    ['bodies are coded', rule.bodiesCoded, {}, { uncodedParties: [{ id: 'b-1', name: '演练合作社' }] }, 'bodies-coded', 'GF-2021-2606'],
    ['no staff among the parties', rule.staffNotParty, {}, { staffParties: ['演工'] }, 'staff-not-party', '职-01'],
    ['consent of all members', rule.consentsComplete, {}, missing, 'members-consented', '承包法第十六条'],
    ['a decision on record', rule.decisionOnRecord, collective({ decisionId: 'd' }), collective(), 'decision-on-record', '第52条'],
    ['a whole checklist', rule.checklistComplete, {}, { checklist: { filled: 8, total: 9, faults: [] } }, 'checklist-complete', '核-01'],
    ['a clean checklist', rule.checklistClean, {}, { checklist: { filled: 9, total: 9, faults: ['四至'] } }, 'checklist-clean', '核-02'],
    ['a written opinion', rule.opinionWritten, {}, { checklist: { ...facts.checklist, opinion: false } }, 'opinion-written', '书面审核意见'],
    ['a notice', rule.noticeClear, {}, { notice: null }, 'notice-clear', '公示不少于 7 个工作日'],
    ['a claim that stands', rule.priorityAccepted, {}, { notice: none }, 'priority-accepted', '第38条第5项'],
    ['a notice to claim in', rule.priorityAccepted, {}, { notice: null }, 'priority-accepted', '第38条第5项'],
    ['a transferor who stopped', rule.transferorStopped, {}, { notice: none }, 'transferor-stopped', '第38条第5项'],
    ['a notice to stop after', rule.transferorStopped, {}, { notice: null }, 'transferor-stopped', '第38条第5项'],
    ['land kept for a claimant', rule.claimantLate, of({ replacesId: 'old' }), {}, 'claimant-late', '期-02'],
    ['a scan of the contract', rule.contractScanned, {}, { contractScans: 0 }, 'contract-scanned', '承包法第40条'],
    ['a filed contract', rule.contractFiled, {}, of({ filedOn: null }), 'contract-filed', '承包法第36条'],
    ['the deposit', rule.depositSettled, {}, { deposit: { id: 'd', settled: false } }, 'deposit-settled', '流转办法第30条'],
    ['any deposit at all', rule.depositSettled, {}, { deposit: null }, 'deposit-settled', '流转办法第30条'],
    ['a lot that was listed', rule.dealOfListing, of({ listing: {} }), {}, 'deal-of-listing', '牌-01'],
    ['the price that was reviewed', rule.asReviewed, of({ priceFen: 9, listing: { priceFen: 9 } }), of({ priceFen: 10, listing: { priceFen: 9 } }), 'as-reviewed', '牌-02'],
    ['an open deposit', rule.depositOpen, { deposit: { id: 'd', settled: false } }, {}, 'deposit-open', '期-06'],
  ])('is needed where it is asked for: %s', (_what, claim, enough, lacking, name, article) => {
    expect(ask(claim, enough)).toEqual([]);
    expect(ask(claim, lacking)).toMatchObject([{ rule: name, article: expect.stringContaining(article) }]);
  });

  it.each([
    ['identity papers of a renewal, which lie with the old case', rule.identitiesBrought, { ...of({ renewsId: 'old' }), identityPapers: 0 }], // prettier-ignore
    ['members’ consent to land of the collective', rule.consentsComplete, { ...collective(), ...missing }],
    ['a decision on land of a household', rule.decisionOnRecord, {}],
    [
      'a survey of a lot, which was looked at before it was listed',
      rule.surveyDone,
      { ...of({ listing: {} }), survey: ['x'] },
    ],
    ['money that was never asked for, to be late', rule.depositOpen, { deposit: null }],
  ])('is not asked for: %s', (_what, claim, more) => expect(ask(claim, more)).toEqual([]));

  it('is said of everybody it concerns, and shows the way', () => {
    expect(ask(rule.staffNotParty, { staffParties: ['演工', '演员'] })).toHaveLength(2);
    expect(ask(rule.consentsComplete, missing)[0]!.way?.href).toBe('/transfers/case#consents');
    expect(ask(rule.depositSettled, { deposit: { id: 'd', settled: false } })[0]!.way?.href).toBe('/deposits/d');
  });
});

describe('The transferee’s age', () => {
  const seventy = { parameters: { ...parameters, ageMax: 70 } };
  it.each([
    [null, []],
    [18, []],
    [70, []],
    [17, ['age-allowed 民法典第17、18条']],
    [71, ['age-allowed 县里定的受让方最高年龄']],
  ])('of %s years meets %j', (transfereeAge, refusals) =>
    expect(ask(rule.ageAllowed, { transfereeAge, ...seventy }).map((each) => `${each.rule} ${each.article}`)).toEqual(
      refusals,
    ),
  );

  it('is made good by a surety where it is too high, never where it is too low', () => {
    const guarantor = { id: 'surety', name: '演担保' };
    expect(ask(rule.ageAllowed, { transfereeAge: 71, guarantor, ...seventy })).toEqual([]);
    // 没有定最高年龄的县，多大年纪都不用担保人。
    expect(ask(rule.ageAllowed, { transfereeAge: 99 })).toEqual([]);
    expect(ask(rule.ageAllowed, { transfereeAge: 17, guarantor })).toHaveLength(1);
  });
});

describe('A declared dispute', () => {
  it.each([[null], [{ dispute: '无' }], [{ dispute: '没有争议。' }]])('is none where %j was declared', (declared) =>
    expect(ask(rule.undisputed, of({ declared }))).toEqual([]),
  );

  it('is settled first', () => {
    const found = ask(rule.undisputed, of({ declared: { dispute: '东边界有争议。' } }));
    expect(found).toMatchObject([{ rule: 'undisputed', article: expect.stringContaining('承包法第55条') }]);
    expect(found[0]!.text).toContain('有争议：东边界有争议。先解决');
  });
});

describe('Acceptor, reviewer and certifier', () => {
  it.each([
    ['a third person reviews', rule.reviewerNotAcceptor, 'third', 0],
    ['the reviewer reviews again', rule.reviewerNotAcceptor, 'reviewer', 0],
    ['the acceptor reviews', rule.reviewerNotAcceptor, 'acceptor', 1],
    ['a third person certifies', rule.threeDifferentPeople, 'third', 0],
    ['the reviewer certifies', rule.threeDifferentPeople, 'reviewer', 1],
    ['the acceptor certifies', rule.threeDifferentPeople, 'acceptor', 1],
    ['somebody without an account acts', rule.threeDifferentPeople, null, 0],
  ])('are three: %s', (_what, claim, accountId, refusals) => {
    const found = ask(claim, {}, staff(accountId));
    expect(found.map((each) => each.article)).toEqual(Array(refusals).fill('三岗分开，平台规则 职-03'));
  });
});

describe('Whoever hands in', () => {
  const alone = staff('clerk', 'village_clerk');
  it.each([
    ['the applicant', applicant, []],
    ['a town clerk', staff('clerk'), []],
    ['a village clerk with the person before him', { ...alone, assisting }, []],
    ['a village clerk alone', alone, ['assisted-at-station 流转办法第8条']],
  ])('as %s meets %j', (_who, actor, refusals) => {
    const found = ask(rule.assistedAtStation, {}, actor);
    expect(found.map((each) => `${each.rule} ${each.article}`)).toEqual(refusals);
  });
});

describe('A term', () => {
  const least = (certificateMinYears: number, end: string) => ({
    parameters: { ...parameters, certificateMinYears },
    term: term(day('2026-11-01'), day(end)),
  });
  it.each([
    [0, '2026-11-01', []],
    [5, '2031-10-31', []],
    [5, '2031-10-30', ['long-enough']],
  ])('where certificates begin with %i years that ends on %s is refused by %j', (years, end, names) =>
    expect(ask(rule.longEnough, least(years, end)).map((each) => each.rule)).toEqual(names),
  );
});
