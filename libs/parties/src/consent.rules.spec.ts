import { fen, mu } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import {
  type PowerOfAttorneyFacts,
  agentIsNotTransferee,
  collectiveDecided,
  powerHolds,
  membersConsented,
  properBody,
  reachesTwoThirds,
  staleReason,
  withoutSome,
} from './consent.rules.js';

const member = (name: string, consented: boolean, coRight = true, stale = false) => ({
  ...{ personId: name, name, coRight, consented, stale },
});
const household = (...members: ReturnType<typeof member>[]) => ({ householdId: 'h', householdName: '禾田户', members });

describe('A household’s consent', () => {
  it('is whole when every member with a right has consented', () => {
    expect(
      membersConsented([household(member('禾田', true), member('禾苗', true), member('禾外', false, false))]),
    ).toEqual([]);
  });

  it.each([
    ['has no member on record', household()],
    ['has members without a right only', household(member('禾外', true, false))],
  ])('is nobody’s where the household %s', (_what, known) => {
    expect(membersConsented([known, household(member('禾田', true))])).toMatchObject([
      { rule: 'members-known', article: '承包法第十六条', text: '禾田户没有登记共有人，没有人可以同意。' },
    ]);
  });

  it('names who is missing, household by household', () => {
    const found = membersConsented([
      household(member('禾田', true), member('禾苗', false), member('禾穗', false)),
      household(member('谷雨', true)),
    ]);
    expect(found).toMatchObject([{ rule: 'members-consented', article: '承包法第十六条' }]);
    expect(found[0]!.text).toBe('禾田户还有 2 名共有人没有同意：禾苗、禾穗。');
  });
});

describe('A member whose identity is open', () => {
  const open = (name: string) => ({ ...member(name, false), open: true });

  it('is known, and blocks the consent of the household by a rule of its own', () => {
    const found = membersConsented([household(member('禾田', true), open('禾苗'))]);
    expect(found).toMatchObject([{ rule: 'identity-known', article: '承包法第十六条、第二十四条' }]);
    expect(found[0]!.text).toMatch(/^禾田户有 1 名共有人的证件没有核实，.*：禾苗。$/);
  });

  it('is counted, and who is counted and not on record is missing', () => {
    const known = household(member('禾田', true), open('禾苗'));
    expect(withoutSome([{ ...known, declared: 2 }, known, { ...known, declared: 1 }])).toEqual([]);
    expect(withoutSome([{ ...known, declared: 3 }])).toHaveLength(1);
  });
});

describe('A consent to other terms', () => {
  it('ends with a reason that the member can read', () => expect(staleReason).toContain('重新同意'));

  it('counts no more, and the one who gave it is asked anew by name', () => {
    const found = membersConsented([household(member('禾田', true), member('禾苗', false, true, true))]);
    expect(found.map((each) => [each.rule, each.text])).toEqual([
      ['consent-stale', '禾田户有 1 名共有人同意的是原来的条件，条件改过，要重新同意：禾苗。'],
    ]);
  });
});

describe('A power of attorney', () => {
  const facts: PowerOfAttorneyFacts = {
    agentName: '沃原合作社',
    agentIds: ['a', 'boss'],
    transfereeIds: ['t'],
    valid: true,
    coversParcels: true,
    needsSigning: true,
    minimumPriceFen: fen(90000),
    priceFen: fen(90000),
    maySign: true,
  };

  it('that is in force and names the land holds', () => {
    expect([powerHolds(facts), agentIsNotTransferee(facts)]).toEqual([undefined, undefined]);
  });

  it.each([
    ['is over or revoked', { valid: false }, '第八条'],
    ['does not name all parcels', { coversParcels: false }, '第一百六十五条'],
    ['asks for more than the price', { priceFen: fen(80000) }, '第一百六十五条'],
    ['lets the agent negotiate but not sign', { maySign: false }, '第一百六十五条'],
  ])('that %s does not', (_what, more, article) =>
    expect(powerHolds({ ...facts, ...more })?.article).toContain(article),
  );

  it('to negotiate only holds as long as nobody signs', () => {
    expect(powerHolds({ ...facts, maySign: false, needsSigning: false })).toBeUndefined();
  });

  it.each([['t'], ['boss']])('never lets the agent be the other side, himself or by his head (%s)', (id) => {
    expect(agentIsNotTransferee({ ...facts, agentIds: ['a', id], transfereeIds: ['t', 'boss'] })?.article).toBe(
      '民法典第一百六十八条',
    );
  });
});

describe('A decision of the collective', () => {
  it.each([
    [66, 99, true],
    [65, 99, false],
    [67, 100, true],
    [66, 100, false],
    [2, 3, true],
    [0, 0, false],
    [1, 1, true],
  ])('%i of %i reach two thirds: %s', (inFavour, electorate, enough) =>
    expect(reachesTwoThirds(inFavour, electorate)).toBe(enough),
  );

  const all = ['member_assembly', 'village_assembly', 'village_representatives'] as const;
  const made = {
    decidingBody: 'member_assembly',
    electorate: 99,
    inFavour: 80,
    toOutsiders: true,
    approved: true,
    ...{ transfereeId: 't', parcelCodes: ['1', '2'], areaMu: mu('20') },
  } as const;
  const asks = { transfereeId: 't', byPriority: false, parcelCodes: ['1', '2'], areaMu: mu('20') };
  const decided = (more: object, outsider = true, accepted: readonly (typeof all)[number][] = all) =>
    collectiveDecided({ ...made, ...more }, { outsider, accepted, ...asks });
  const asked = (more: object) => collectiveDecided(made, { outsider: true, accepted: all, ...asks, ...more });

  it('covers less land than it decided, and a member who took over by his priority', () => {
    expect(asked({ parcelCodes: ['2'], areaMu: mu('8') })).toBeUndefined();
    expect(asked({ transfereeId: 'member', byPriority: true, outsider: false })).toBeUndefined();
  });

  it.each([
    ['somebody else', { transfereeId: 'other' }, '受让方换了'],
    ['another parcel', { parcelCodes: ['1', '3'] }, '超出集体决议'],
    ['more of the same land', { areaMu: mu('20.01') }, '超出集体决议'],
  ])('does not carry over to %s', (_what, more, words) => {
    expect(asked(more)).toMatchObject({ rule: 'decision-stale' });
    expect(asked(more)?.text).toContain(words);
  });

  it('holds with two thirds of the proper body and the township’s approval; for a member without the latter', () => {
    expect(decided({})).toBeUndefined();
    expect(decided({ toOutsiders: false, approved: false }, false)).toBeUndefined();
    expect(decided({ toOutsiders: true, approved: false }, false)).toBeUndefined();
  });

  it.each([
    ['too thin', { inFavour: 65 }, '不到三分之二'],
    ['without the township where outsiders come', { approved: false }, '乡镇'],
    ['taken for a member while an outsider comes', { toOutsiders: false }, '重新决议'],
  ])('is refused when %s', (_what, more, words) => expect(decided(more)?.text).toContain(words));

  it.each([
    ['member_assembly', ['member_assembly'], true],
    ['village_representatives', all, true],
    ['village_assembly', ['member_assembly'], false],
    ['member_assembly', [], false],
  ] as const)('of %s, where the county accepts %j, is of the proper body: %s', (body, accepted, proper) => {
    const found = properBody(body, accepted);
    expect(found?.article ?? null).toBe(proper ? null : '农村集体经济组织法第二十七、二十八条；承包法第五十二条');
  });

  it('is refused when there is none, or the body may not decide', () => {
    expect(collectiveDecided(undefined, { outsider: false, accepted: all, ...asks })?.text).toContain('没有集体决议');
    const wrong = decided({ decidingBody: 'village_representatives' }, true, ['member_assembly']);
    expect(wrong).toMatchObject({ rule: 'proper-body', text: '村民代表会议不能决定这件事，要由成员大会决议。' });
  });
});
