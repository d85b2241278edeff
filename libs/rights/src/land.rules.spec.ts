import { describe, expect, it } from '@jest/globals';
import { day, mu, term } from '#kernel';
import * as rules from './land.rules.js';
import type { LandFacts, PortionFacts } from './land.rules.js';

const portion = (more: Partial<PortionFacts> = {}): PortionFacts => ({
  parcelId: 'p1',
  code: '3701261012100000001',
  name: '北大洼',
  areaMu: mu('3.96'),
  whole: true,
  parcelMu: mu('3.96'),
  landClass: '0102',
  basicFarmland: true,
  contractEnd: day('2059-09-30'),
  contractCode: '370126101210000001J',
  contractId: 'c1',
  next: null,
  outsideM2: 0,
  takenBy: [],
  underOthers: [],
  encumbrances: [],
  ...more,
});
const facts = (more: Partial<LandFacts> = {}, ...portions: PortionFacts[]): LandFacts => ({
  term: term(day('2026-11-01'), day('2032-10-31')),
  plannedUse: 'grain',
  parent: null,
  portions: portions.length > 0 ? portions : [portion()],
  toleranceMu: mu('0.01'),
  ...more,
});
const until = (end: string) => ({ term: term(day('2026-11-01'), day(end)) });

describe('A transfer of good land for grain', () => {
  it('has nothing against it', () => {
    expect(Object.values(rules).flatMap((rule) => rule(facts()))).toEqual([]);
  });
});

describe('The term', () => {
  it.each(['2059-09-30', '2027-10-31'])('may run to %s', (end) =>
    expect(rules.termWithinContract(facts(until(end)))).toEqual([]),
  );

  it.each(['2059-10-01', '2066-10-31'])('may not run to %s, beyond the recorded end', (end) => {
    expect(rules.termWithinContract(facts(until(end)))).toMatchObject([
      {
        rule: 'term-within-contract',
        article: '承包法第三十八条第三项、第二十一条',
        way: { href: '/register/contracts/c1/extension' },
      },
    ]);
  });

  it('is measured against each contract, and each is told once', () => {
    const short = { contractEnd: day('2028-09-30'), contractCode: '370126101210000005J' };
    const found = rules.termWithinContract(facts({}, portion(), portion(short), portion({ ...short, parcelId: 'p3' })));
    expect(found).toHaveLength(1);
    expect(found[0]!.text).toContain('2028年9月30日');
  });

  it.each([
    ['a day between', { code: 'Y', from: day('2028-10-02'), same: true }, '中间差 1 天，没有连上'],
    ['a contract that nobody signed', { code: 'Y', from: day('2028-10-01'), same: true }, '还没有签'],
    ['another household’s contract', { code: 'Y', from: day('2028-10-01'), same: false }, '另一户的合同 Y'],
  ])('tells of %s after the last day', (_what, next, said) => {
    const [found] = rules.termWithinContract(facts({}, portion({ contractEnd: day('2028-09-30'), next })));
    expect(found!.text).toContain(said);
  });

  it('does not begin before the contract does', () => {
    const [found] = rules.termWithinContract(facts({}, portion({ contractEnd: day('2026-10-31') })));
    expect(found!.text).toContain('不在登记的承包期里');
  });

  it('has no contract to mind on land that is not contracted out', () => {
    expect(
      rules.termWithinContract(facts(until('2090-01-01'), portion({ contractEnd: null, contractCode: null }))),
    ).toEqual([]);
  });
});

describe('The area', () => {
  it.each(['3.96', '3.97', '0.5'])('of %s mu fits into 3.96 and its tolerance', (area) => {
    expect(rules.areaWithinParcel(facts({}, portion({ areaMu: mu(area) })))).toEqual([]);
  });

  it('of 3.98 mu does not', () => {
    expect(rules.areaWithinParcel(facts({}, portion({ areaMu: mu('3.98') })))).toMatchObject([
      { rule: 'area-within-parcel' },
    ]);
  });

  it('drawn beyond the boundary does not either', () => {
    expect(rules.areaWithinParcel(facts({}, portion({ outsideM2: 12 })))[0]!.text).toContain('12 平方米');
    expect(rules.areaWithinParcel(facts({}, portion({ outsideM2: 0.4 })))).toEqual([]);
  });
});

describe('Land that another holds', () => {
  it.each([
    ['reserved', '正在办理'],
    ['active', '已经生效'],
  ])('(%s) is not free', (status, words) => {
    const taken = { subject: 'transfer', subjectId: 't', until: day('2029-10-31'), holderName: '禾野', status };
    const [found] = rules.landIsFree(facts({}, portion({ takenBy: [taken] })));
    expect(found).toMatchObject({ rule: 'land-is-free', article: '最高人民法院承包纠纷解释第十九条' });
    expect(found!.text).toContain(words);
    expect(found!.text).toContain('2029年10月31日');
  });
});

describe('Ground that lies in another parcel as well', () => {
  const other = { code: '3701261012100000002', name: '南大洼', areaM2: '812.40' };
  const told = (more: object) =>
    rules.groundIsFree(
      facts({}, portion({ underOthers: [{ ...other, status: 'reserved', subjectId: 't', until: null, ...more }] })),
      new Map([['t', { href: '/transfers/t', label: '看那件申请' }]]),
    );

  it.each([
    ['reserved', '正在办理的另一件申请占用到 2029年10月31日'],
    ['active', '已经生效的流转占用到 2029年10月31日'],
  ])('(%s) is not free: the other code, how much, until when and where to look', (status, words) => {
    const [found] = told({ status, until: day('2029-10-31') });
    expect(found).toMatchObject({ rule: 'ground-is-free', way: { href: '/transfers/t' } });
    expect(found!.text).toContain('南大洼（3701261012100000002）在图上重叠 812.40 平方米');
    expect(found!.text).toContain(words);
  });

  it('is not asked for twice by one case, and nobody is led to a case that is not shown', () => {
    const [found] = told({ status: 'asked', subjectId: null });
    expect(found!.text).toContain('一件申请里同一处地只能写一次');
    expect(found!.way).toEqual({ href: '/register/parcels/p1', label: '看这块地' });
  });
});

describe('A right carved from another', () => {
  const parent = {
    term: term(day('2026-01-01'), day('2032-10-31')),
    active: true,
    portions: [{ parcelId: 'p1', areaMu: mu('3.96') }],
    outsideM2: 0,
  };

  it('within its parent is fine', () => expect(rules.withinParent(facts({ parent }))).toEqual([]));

  it.each([
    ['ends after its parent', { parent, ...until('2032-11-01') }, '期限'],
    ['hangs on a parent that is not in force', { parent: { ...parent, active: false } }, '不在有效期'],
    ['takes a parcel its parent does not have', { parent: { ...parent, portions: [] } }, '不在原流转'],
    [
      'takes more than its parent has',
      { parent: { ...parent, portions: [{ parcelId: 'p1', areaMu: mu('2') }] } },
      '超过原流转的面积',
    ],
    ['is drawn beyond its parent', { parent: { ...parent, outsideM2: 30 } }, '超出原流转'],
  ])('that %s is refused', (_what, more, words) => {
    expect(
      rules
        .withinParent(facts(more))
        .map((b) => b.text)
        .join(),
    ).toContain(words);
  });
});

describe('Mortgaged land', () => {
  const mortgage = { id: 'e', mortgageeName: '禾田村镇银行', consented: false };
  it('waits for the mortgagee, parcel by parcel', () => {
    expect(rules.mortgageesConsent(facts({}, portion({ encumbrances: [mortgage] }), portion()))).toMatchObject([
      { article: '民法典第四百零六条' },
    ]);
    expect(rules.mortgageesConsent(facts({}, portion({ encumbrances: [{ ...mortgage, consented: true }] })))).toEqual(
      [],
    );
  });

  it('is told by the other code of the same ground, where the mortgage stands there', () => {
    const [blocker] = rules.mortgageesConsent(
      facts({}, portion({ encumbrances: [{ ...mortgage, acrossCode: '3701' }] })),
    );
    expect(blocker?.text).toContain('和地块 3701 在图上是同一处，那块抵押给禾田村镇银行');
  });
});

describe('The purpose', () => {
  it('of each parcel is asked, and refused with its name', () => {
    expect(rules.purposeAllowed(facts({ plannedUse: 'grain' }))).toEqual([]);
    const [refused, ...others] = rules.purposeAllowed(facts({ plannedUse: 'pond' }, portion()));
    expect([refused?.rule, refused?.text.startsWith('北大洼'), others]).toEqual(['purpose-allowed', true, []]);
  });
});
