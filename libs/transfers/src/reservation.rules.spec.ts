import { describe, expect, it } from '@jest/globals';
import { clockActor, day, instant, parametersAt } from '#kernel';
import { landHeld, reservationOver, reservationEnds } from './reservation.rules.js';
import type { TransferFacts } from './transfer.facts.js';

/** A case whose land is kept for it through 2027-04-30. */
const facts = (more: object = {}) =>
  ({
    record: { signedOn: null },
    right: { id: 'right', status: 'reserved', reservedUntil: instant('2027-05-01T00:00:00+08:00') },
    today: day('2027-04-15'),
    parameters: parametersAt([], day('2026-11-01')),
    ...more,
  }) as unknown as TransferFacts;
const right = (more: object) => ({ right: { ...facts().right, ...more } });
const lapses = (on: string, more: object = {}) =>
  reservationOver(facts(more), { now: instant(on), actor: clockActor }) === undefined;

describe('A reservation', () => {
  it.each(['2027-05-01T00:00:00+08:00', '2027-05-01T09:00:00+08:00', '2028-01-01T00:00:00+08:00'])(
    'is over at %s, from its midnight on',
    (on) => expect(lapses(on)).toBe(true),
  );

  it('is not over a second before, and the refusal says so', () => {
    expect(lapses('2027-04-30T23:59:59+08:00')).toBe(false);
    expect(reservationOver(facts(), { now: instant('2027-04-30T23:59:59+08:00'), actor: clockActor })).toMatchObject({
      rule: 'reservation-over',
      article: '平台规则 占-02',
    });
  });

  it.each([
    ['became a right', right({ status: 'active' })],
    ['was given up', right({ status: 'released' })],
    ['was never made', { right: null }],
  ])('that %s does not run out', (_what, more) => expect(lapses('2030-01-01T00:00:00+08:00', more)).toBe(false));
});

describe('The warning that a reservation runs out', () => {
  it.each(['2027-03-31', '2027-04-30', '2027-05-02'])('is given on %s, and names the last day', (on) => {
    expect(reservationEnds(facts({ today: day(on) }))).toBe('2027-04-30');
  });

  it.each([
    ['thirty-one days before', { today: day('2027-03-30') }],
    ['once the contract is signed', { record: { signedOn: day('2027-04-10') } }],
    ['where the land is held for good', right({ status: 'active' })],
    ['where no land is held', { right: null }],
  ])('is not given %s', (_when, more) => expect(reservationEnds(facts(more))).toBeNull());
});

describe('Land that a case has reserved', () => {
  const over = { rule: 'ground-is-free', text: '重叠', article: '最高人民法院承包纠纷解释第十九条', way: null };
  const held = (status: string | null, underOthers: readonly object[] = []) =>
    landHeld(facts({ ...(status === null ? { right: null } : right({ status })), land: { underOthers } }), {
      now: instant('2027-04-15T09:00:00+08:00'),
      actor: clockActor,
    }) ?? [];

  it.each(['reserved', 'active'])('(%s) is held', (status) => expect(held(status)).toEqual([]));

  it.each([null, 'released', 'ended'])('is held no more where the right is %s', (status) =>
    expect(held(status)).toMatchObject({ rule: 'land-held', article: '平台规则 占-01' }),
  );

  it('goes no further while another case holds the same ground, unless the right is in force', () => {
    expect(held('reserved', [over])).toEqual([over]);
    expect(held('active', [over])).toEqual([]);
  });
});
