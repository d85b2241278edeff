import { describe, expect, it } from '@jest/globals';
import { type CapitalThreshold, type Rule, ZERO_MU, clockActor, day, instant, mu, parametersAt } from '#kernel';
import * as rule from './capital.rules.js';
import type { Transfer } from './transfer.entity.js';
import type { TransferFacts } from './transfer.facts.js';
import type { CapitalRow } from './transfers.queries.js';

const row = (from: string, to: string | null, authority: CapitalThreshold['authority']) => ({
  ...{ fromMu: mu(from), toMu: to === null ? null : mu(to), authority, basis: '演练用分级标准' },
});
const table = [
  row('0', '200', 'none'),
  row('200', '500', 'town'),
  row('500', '1000', 'county'),
  row('1000', null, 'province'),
];
const parameters = {
  ...parametersAt([], day('2026-11-01')),
  capitalThresholds: table,
  capitalTransfereeKinds: ['cooperative', 'enterprise'] as const,
};
const body = { body: true, member: false };
const record = (more: Partial<Transfer> = {}) =>
  ({ renewsId: null, transfereeId: 'enterprise', transfereeKind: 'enterprise', areaMu: mu('600'), term: '[2026-11-01,2032-11-01)', ...more }) as Transfer; // prettier-ignore
const land = [{ code: 'a' }, { code: 'b' }];

/** A licence for this transferee, this land, this area and these six years. */
const licence = (more: Partial<CapitalRow> = {}) =>
  ({
    decision: 'approved',
    authority: '县政府',
    transfereeId: 'enterprise',
    parcelCodes: ['a', 'b'],
    validAreaMu: mu('600'),
    validTo: day('2032-10-31'),
    ...more,
  }) as CapitalRow;
const found = (rows: CapitalRow[], more: Partial<Transfer> = {}, belonging = body, other = ZERO_MU) =>
  rule.capitalFacts(record(more), land, parameters, rows, belonging, other);

describe('Outside capital', () => {
  it.each([
    ['an enterprise', 'enterprise', true, false, true],
    ['a cooperative', 'cooperative', true, false, true],
    ['a person from elsewhere', 'outside_person', false, false, true],
    ['a person from elsewhere who calls himself a grower', 'large_grower', false, false, true],
    ['a person from elsewhere who calls himself a member', 'member', false, false, true],
    ['a member', 'member', false, true, false],
    ['a member who calls himself a grower', 'large_grower', false, true, false],
    ['a body that the county’s list leaves out', 'family_farm', true, false, false],
  ] as const)('%s (%s): %s body, %s member, is capital: %s', (_who, transfereeKind, isBody, member, capital) => {
    expect(rule.isCapital({ transfereeKind }, { body: isBody, member }, parameters)).toBe(capital);
  });

  it.each([
    ['0.5', null],
    ['199.9999', null],
    ['200', '镇政府'],
    ['499.9999', '镇政府'],
    ['500', '县政府'],
    ['999.9999', '县政府'],
    ['1000', '省级主管部门'],
    ['50000', '省级主管部门'],
  ])('with %s mu needs: %s', (areaMu, authority) => {
    const needed = rule.capitalAuthority(mu(areaMu), parameters);
    expect(needed?.authority ?? null).toBe(authority);
    expect(needed?.basis).toBe('流转办法第29条；演练用分级标准');
  });

  it('needs nobody of an empty table, and the facts say that the table is missing', () => {
    const empty = { ...parameters, capitalThresholds: [] };
    expect(rule.capitalAuthority(mu('600'), empty)).toBeNull();
    expect(rule.capitalFacts(record(), land, empty, [], body, ZERO_MU)).toMatchObject({
      tableMissing: true,
      authority: null,
    });
    const member = { body: false, member: true };
    expect(rule.capitalFacts(record(), land, empty, [], member, ZERO_MU)).toMatchObject({ tableMissing: false });
  });
});

describe('A table that begins above 0 mu', () => {
  const kept = { ...parameters, capitalThresholds: table.slice(1) };
  const asked = (area: string) => rule.capitalFacts(record({ areaMu: mu(area) }), land, kept, [], body, ZERO_MU);

  it('exempts nobody below its first row, for nobody knows who decides there', () => {
    expect(asked('199')).toMatchObject({ tableMissing: true, authority: null });
    expect(asked('200')).toMatchObject({ tableMissing: false, authority: '镇政府' });
  });
});

describe('What the transferee holds and has under way', () => {
  it.each([
    ['0', null],
    ['9.9999', null],
    ['10', '镇政府'],
    ['570', '县政府'],
  ])('of %s mu is added to 190 mu asked for: %s', (other, authority) => {
    const facts = found([], { areaMu: mu('190') }, body, mu(other));
    expect(facts).toMatchObject({ authority, otherMu: mu(other), tableMissing: false });
    expect(Number(facts.totalMu)).toBe(190 + Number(other));
  });

  it('is nobody’s business of a member', () => {
    const member = { body: false, member: true };
    expect(found([], { areaMu: mu('190') }, member, mu('570'))).toMatchObject({ capital: false, authority: null });
  });
});

describe('A licence', () => {
  it('is needed of capital, and of nobody else', () => {
    expect(found([])).toMatchObject({ capital: true, authority: '县政府', approved: false, tableMissing: false });
    const member = { body: false, member: true };
    expect(found([], {}, member)).toMatchObject({ capital: false, authority: null, basis: '' });
  });

  it.each([
    ['the very area and term', {}],
    ['it by a higher authority', { authority: '省级主管部门' }],
    ['more land and a longer term', { validAreaMu: mu('800'), validTo: day('2040-10-31'), parcelCodes: ['a', 'b', 'c'] }], // prettier-ignore
  ])('for %s covers the case', (_what, more) => {
    expect(found([licence(more)])).toMatchObject({ approved: true, licence: licence(more), refused: false });
  });

  it.each([
    ['it by an authority below the one that decides', { authority: '镇政府' }],
    ['less land', { validAreaMu: mu('599.9999') }],
    ['a term that ends a day earlier', { validTo: day('2032-10-30') }],
    ['another parcel', { parcelCodes: ['a', 'c'] }],
    ['somebody else', { transfereeId: 'other' }],
    ['nobody by name', { transfereeId: null }],
    ['no area', { validAreaMu: null }],
    ['no term', { validTo: null }],
  ])('for %s does not', (_what, more) => {
    expect(found([licence(more)])).toMatchObject({ approved: false, licence: null, open: false, refused: false });
  });

  it('that was refused is told as refused, until it is asked for anew or granted', () => {
    const refused = licence({ decision: 'refused' });
    const asked = licence({ decision: null });
    expect(found([refused])).toMatchObject({ approved: false, open: false, refused: true });
    expect(found([refused, asked])).toMatchObject({ approved: false, open: true, refused: false });
    expect(found([refused, licence()])).toMatchObject({ approved: true, open: false, refused: false });
  });
});

describe('A licence for capital', () => {
  const denied = { ...found([], {}), rows: [] };
  const capital = { ...denied, approved: true };
  const context = { actor: clockActor, now: instant('2026-11-01T09:00:00+08:00') };
  const asked = (rows: Rule<TransferFacts>, more: object) =>
    [rows({ record: record(), capital: denied, intentPapers: 1, ...more } as unknown as TransferFacts, context)]
      .flat()
      .filter(Boolean);
  const approval = (more: object) => asked(rule.capitalApproved, { capital: more });
  it.each([
    ['is granted', capital],
    ['is not needed', { ...denied, authority: null }],
  ])('that %s lets the case pass', (_what, more) => expect(approval(more)).toEqual([]));

  it.each([
    ['was not asked for', denied, '600.00 亩要由县政府审批，还没有审批'],
    ['is being decided', { ...denied, open: true }, '审批还在办'],
    ['was refused', { ...denied, refused: true }, '审批没有通过'],
    [
      'goes with other land',
      { ...denied, otherMu: mu('570'), totalMu: mu('1170') },
      '本件 600.00 亩，加上他已经有的和在办的 570.00 亩，一共 1170.00 亩要由县政府审批',
    ],
  ])('that %s does not', (_what, more, words) =>
    expect(approval(more)).toMatchObject([
      {
        rule: 'capital-approved',
        article: expect.stringContaining('流转办法第29条'),
        text: expect.stringContaining(words),
      },
    ]),
  );

  it('is asked of nobody while the county’s table is empty, and the case waits for the table', () => {
    const lost = { ...denied, authority: null, tableMissing: true };
    expect(approval(lost)).toMatchObject([{ rule: 'capital-table-missing' }]);
  });

  it.each([
    ['was brought', {}],
    ['is of a renewal', { record: record({ renewsId: 'old' }), intentPapers: 0 }],
    ['asks for what nobody decides on', { capital: { ...denied, authority: null }, intentPapers: 0 }],
  ])('goes with a letter of intent that %s', (_what, more) => expect(asked(rule.intentBrought, more)).toEqual([]));

  it('is not applied for without the letter of intent', () =>
    expect(asked(rule.intentBrought, { intentPapers: 0 })).toMatchObject([
      { rule: 'intent-brought', article: '流转办法第29条' },
    ]));
});
