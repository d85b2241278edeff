import { describe, expect, it } from '@jest/globals';
import { type Rule, clockActor, instant, mu } from '#kernel';
import * as rules from './inspection.rules.js';
import type { InspectionFacts } from './inspection.rules.js';
import { farmlandOf } from './survey-report.js';

const point = { longitude: '117.1500', latitude: '37.3100' };
const parcel = (more: object = {}) => ({
  parcelCode: '3701261012100000001',
  name: '北大洼',
  measuredMu: mu('3.96'),
  differencePercent: '0.00',
  flagged: false,
  points: [point],
  remark: null,
  recordedFarmland: true,
  farmland: true,
  farmlandNote: null,
  ...more,
});
const said = (parcelCode = '3701261012100000001') =>
  ['east', 'south', 'west', 'north'].map((side) => ({ parcelCode, side, confirmed: true, method: 'signed' }));
const report = {
  visitedAt: instant('2026-10-12T09:00:00+08:00'),
  occupation: '承包方自己种小麦',
  conclusion: 'consistent',
  opinion: '和确权一致。',
};

/** A survey with everything in it. */
const whole = {
  record: report,
  surveyors: [{ name: '演调查' }, { name: '演同去' }],
  surveyorsAtLeast: 2,
  parcels: [parcel()],
  neighbours: said(),
  photos: 1,
};

/** What a rule says about facts that differ in some points. */
function ask(claim: Rule<InspectionFacts>, more: object = {}) {
  const facts = { ...whole, ...more } as unknown as InspectionFacts;
  const found = claim(facts, { now: instant('2026-10-12T15:00:00+08:00'), actor: clockActor });
  return [found ?? []].flat();
}
const other = { parcelCode: '3701261012100000002', name: '南洼' };

describe('A survey', () => {
  it('with everything in it may be finished', () => {
    expect(Object.values(rules).flatMap((claim) => ask(claim))).toEqual([]);
  });

  it.each([
    [2, 2, 0],
    [3, 2, 0],
    [3, 3, 0],
    [1, 2, 1],
    [0, 2, 1],
    [2, 3, 1],
  ])('by %i people where %i are needed meets %i refusals', (went, surveyorsAtLeast, refusals) => {
    const surveyors = Array.from({ length: went }, () => ({ name: '演调查' }));
    const found = ask(rules.enoughSurveyors, { surveyors, surveyorsAtLeast });
    expect(found).toHaveLength(refusals);
    for (const each of found)
      expect(each).toMatchObject({ rule: 'enoughSurveyors', article: '参照行政许可法第三十四条' });
  });

  it('brings home a photo at least', () => {
    expect(ask(rules.somePhoto)).toEqual([]);
    expect(ask(rules.somePhoto, { photos: 0 })).toMatchObject([{ rule: 'somePhoto' }]);
  });

  it('has land', () => {
    expect(ask(rules.everyParcelMeasured)).toEqual([]);
    expect(ask(rules.everyParcelMeasured, { parcels: [] })).toMatchObject([{ text: '这次调查没有地块。' }]);
  });

  it.each([
    ['measured', rules.everyParcelMeasured, { measuredMu: null }, '还没有实测面积'],
    ['located', rules.everyParcelLocated, { points: [] }, '还没有定位点'],
  ])('has every parcel %s, and names the one that is not', (_what, claim, more, words) => {
    expect(ask(claim, { parcels: [parcel(), parcel(other)] })).toEqual([]);
    const found = ask(claim, { parcels: [parcel(), parcel({ ...other, ...more })] });
    expect(found.map((each) => each.text)).toEqual([`“南洼”${words}。`]);
  });

  it('takes a parcel of no area, as measured, for measured', () => {
    expect(ask(rules.everyParcelMeasured, { parcels: [parcel({ measuredMu: mu('0') })] })).toEqual([]);
  });

  it('asks a neighbour of every parcel; that one is not to be found is an answer', () => {
    expect(ask(rules.everyNeighbourAsked)).toEqual([]);
    const absent = said().map((each) => ({ ...each, confirmed: false, method: 'absent' }));
    expect(ask(rules.everyNeighbourAsked, { neighbours: absent })).toEqual([]);
    const some = said().filter(({ side }) => side !== 'west' && side !== 'north');
    expect(ask(rules.everyNeighbourAsked, { neighbours: some }).map((each) => each.text)).toEqual([
      '“北大洼”还没有问：西、北。四边都要问。',
    ]);
    expect(ask(rules.everyNeighbourAsked, { neighbours: [] })).toMatchObject([{ rule: 'everyNeighbourAsked' }]);
    const two = { parcels: [parcel(), parcel(other)] };
    expect(ask(rules.everyNeighbourAsked, two).map((each) => each.text)).toEqual([
      '“南洼”还没有问：东、南、西、北。四边都要问。',
    ]);
    expect(ask(rules.everyNeighbourAsked, { ...two, neighbours: [...said(), ...said(other.parcelCode)] })).toEqual([]);
  });
});

describe('The report of a survey', () => {
  it('is whole with its four lines', () => {
    expect(ask(rules.reportWritten)).toEqual([]);
  });

  it.each([
    ['visitedAt', '到场时间'],
    ['occupation', '现在谁在用'],
    ['conclusion', '结论'],
    ['opinion', '调查意见'],
  ])('is not without its %s', (field, words) => {
    expect(ask(rules.reportWritten, { record: { ...report, [field]: null } })).toMatchObject([
      { rule: 'reportWritten', text: `还没有写：${words}。` },
    ]);
  });

  it('names all that is missing in one sentence', () => {
    const record = { ...report, conclusion: null, opinion: null };
    expect(ask(rules.reportWritten, { record }).map((each) => each.text)).toEqual(['还没有写：结论、调查意见。']);
  });
});

describe('Basic farmland', () => {
  it('is found parcel by parcel, and names the one nobody has looked at', () => {
    const parcels = [parcel({ farmland: false, recordedFarmland: false }), parcel({ ...other, farmland: null })];
    expect(ask(rules.everyFarmlandFound, { parcels }).map((each) => each.text)).toEqual([
      '“南洼”还没有写是不是永久基本农田。',
    ]);
  });

  it.each([
    [true, false, null, ['“北大洼”现场不是永久基本农田，和登记簿不一样，要写明原因。']],
    [false, true, '', ['“北大洼”现场是永久基本农田，和登记簿不一样，要写明原因。']],
    [false, true, '界桩在地里', []],
    [null, true, null, []],
    [false, false, null, []],
  ])('recorded %j, found %j, because of %j', (recordedFarmland, farmland, farmlandNote, texts) => {
    const parcels = [parcel({ recordedFarmland, farmland, farmlandNote })];
    expect(ask(rules.farmlandExplained, { parcels }).map((each) => each.text)).toEqual(texts);
  });

  it('of all parcels is none, a part or all; a survey of before keeps its one finding', () => {
    expect(farmlandOf([{ farmland: true }, { farmland: true }], null)).toBe('all');
    expect(farmlandOf([{ farmland: true }, { farmland: false }], null)).toBe('part');
    expect(farmlandOf([{ farmland: false }], 'all')).toBe('none');
    expect(farmlandOf([{ farmland: null }], 'part')).toBe('part');
  });
});

describe('A difference between measured and recorded area', () => {
  const flagged = { flagged: true, differencePercent: '7.10' };

  it('that is small needs no word, and a large one needs a reason', () => {
    expect(ask(rules.differenceExplained, { parcels: [parcel({ differencePercent: '4.90' })] })).toEqual([]);
    expect(ask(rules.differenceExplained, { parcels: [parcel({ ...flagged, remark: '河岸塌了' })] })).toEqual([]);
  });

  it.each([[null], ['']])('is not explained by %j', (remark) => {
    expect(ask(rules.differenceExplained, { parcels: [parcel({ ...flagged, remark })] })).toMatchObject([
      { rule: 'differenceExplained', text: '“北大洼”实测和确权差 7.10%，要写明原因。' },
    ]);
  });
});
