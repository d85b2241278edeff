import { fen } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import {
  type MandateFacts,
  agentIsNotTransferee,
  collectiveDecided,
  mandateHolds,
  membersConsented,
  reachesTwoThirds,
} from './consent.rules.js';

const member = (name: string, consented: boolean, coRight = true) => ({ personId: name, name, coRight, consented });
const household = (...members: ReturnType<typeof member>[]) => ({ householdId: 'h', householdName: '禾田户', members });

describe('A household’s consent', () => {
  it('is whole when every member with a right has consented', () => {
    expect(
      membersConsented([household(member('禾田', true), member('禾苗', true), member('禾外', false, false))]),
    ).toEqual([]);
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

describe('A mandate', () => {
  const facts: MandateFacts = {
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
    expect([mandateHolds(facts), agentIsNotTransferee(facts)]).toEqual([undefined, undefined]);
  });

  it.each([
    ['is over or revoked', { valid: false }, '第八条'],
    ['does not name all parcels', { coversParcels: false }, '第一百六十五条'],
    ['asks for more than the price', { priceFen: fen(80000) }, '第一百六十五条'],
    ['lets the agent negotiate but not sign', { maySign: false }, '第一百六十五条'],
  ])('that %s does not', (_what, more, article) =>
    expect(mandateHolds({ ...facts, ...more })?.article).toContain(article),
  );

  it('to negotiate only holds as long as nobody signs', () => {
    expect(mandateHolds({ ...facts, maySign: false, needsSigning: false })).toBeUndefined();
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
  } as const;
  const decided = (more: object, outsider = true, accepted: readonly (typeof all)[number][] = all) =>
    collectiveDecided({ ...made, ...more }, { outsider, accepted });

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

  it('is refused when there is none, or the body may not decide', () => {
    expect(collectiveDecided(undefined, { outsider: false, accepted: all })?.text).toContain('没有集体决议');
    const wrong = decided({ decidingBody: 'village_representatives' }, true, ['member_assembly']);
    expect(wrong).toMatchObject({ rule: 'proper-body', text: '村民代表会议不能决定这件事，要由成员大会决议。' });
  });
});
