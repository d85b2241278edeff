import { describe, expect, it } from '@jest/globals';
import { type Rule, clockActor, instant, mu } from '#kernel';
import * as rules from './inspection.rules.js';
import type { InspectionFacts } from './inspection.rules.js';

const point = { longitude: '117.1500', latitude: '37.3100' };
const parcel = (more: object = {}) => ({
  parcelCode: '3701261012100000001',
  name: '北大洼',
  measuredMu: mu('3.96'),
  differencePercent: '0.00',
  flagged: false,
  points: [point],
  remark: null,
  ...more,
});
const said = (parcelCode = '3701261012100000001') => ({ parcelCode, side: 'east', confirmed: true, method: 'signed' });
const report = {
  visitedAt: instant('2026-10-12T09:00:00+08:00'),
  occupation: '承包方自己种小麦',
  basicFarmland: false,
  conclusion: 'consistent',
  opinion: '和确权一致。',
};

/** A survey with everything in it. */
const whole = {
  record: report,
  surveyors: [{ name: '演调查' }, { name: '演同去' }],
  surveyorsAtLeast: 2,
  parcels: [parcel()],
  neighbours: [said()],
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
    expect(ask(rules.everyNeighbourAsked, { neighbours: [{ ...said(), confirmed: false, method: 'absent' }] })).toEqual(
      [],
    );
    expect(ask(rules.everyNeighbourAsked, { neighbours: [] })).toMatchObject([{ rule: 'everyNeighbourAsked' }]);
    const two = { parcels: [parcel(), parcel(other)] };
    expect(ask(rules.everyNeighbourAsked, two).map((each) => each.text)).toEqual(['“南洼”还没有问过四邻。']);
    expect(ask(rules.everyNeighbourAsked, { ...two, neighbours: [said(), said(other.parcelCode)] })).toEqual([]);
  });
});

describe('The report of a survey', () => {
  it('is whole with its five lines; that the land is no basic farmland is a line too', () => {
    expect(ask(rules.reportWritten)).toEqual([]);
    expect(ask(rules.reportWritten, { record: { ...report, basicFarmland: true } })).toEqual([]);
  });

  it.each([
    ['visitedAt', '到场时间'],
    ['occupation', '现在谁在用'],
    ['basicFarmland', '是否永久基本农田'],
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
