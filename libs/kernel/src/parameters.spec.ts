import { describe, expect, it } from '@jest/globals';
import { day } from './day.js';
import { mu } from './mu.js';
import { parameterTable } from './parameter-table.js';
import {
  checkNewParameterValue,
  checkParameterValue,
  parametersAt,
  trainingRows,
  type ParameterRow,
} from './parameters.js';

const at = (rows: ParameterRow[], text: string) => parametersAt(rows, day(text));

describe('The parameters', () => {
  it('are those of the county where nothing was set', () => {
    const found = at([], '2026-09-23');
    expect(found.countyReviewWorkingDays).toBe(1);
    expect(found.noticeWorkingDays).toBe(7);
    expect(found.closeOfBusiness).toBe('17:00');
    expect(found.capitalThresholds).toEqual([]);
    expect(found.areaToleranceMu).toBe('0.0100');
  });

  it('each have a label, a source and a value that their own rule accepts', () => {
    for (const [key, given] of Object.entries(parameterTable)) {
      expect(given.label).not.toBe('');
      expect(given.source).not.toBe('');
      expect([key, checkParameterValue(key, given.value)]).toEqual([key, undefined]);
    }
  });

  it.each([
    ['2026-09-30', 7],
    ['2026-10-01', 10],
    ['2026-11-30', 10],
    ['2026-12-01', 15],
    ['2027-01-01', 10],
  ])('on %s give a notice of %d working days', (on, days) => {
    const rows: ParameterRow[] = [
      { key: 'noticeWorkingDays', value: 15, validFrom: day('2026-12-01'), validTo: day('2027-01-01') },
      { key: 'noticeWorkingDays', value: 10, validFrom: day('2026-10-01'), validTo: null },
      { key: 'a key of an older version', value: 1, validFrom: day('2020-01-01') },
    ];
    expect(at(rows, on).noticeWorkingDays).toBe(days);
  });

  it('take the later of two rows that begin on one day', () => {
    const rows = [8, 9].map((value) => ({ key: 'noticeWorkingDays', value, validFrom: day('2026-10-01') }));
    expect(at(rows, '2026-10-01').noticeWorkingDays).toBe(9);
  });

  it('of a broken table are not passed on', () => {
    expect(() => at([{ key: 'noticeWorkingDays', value: 3, validFrom: day('2026-10-01') }], '2026-10-02')).toThrow(
      '不能小于7',
    );
  });

  it('of a training county hold a table of thresholds', () => {
    const found = at(trainingRows(day('2026-01-01')), '2026-09-23');
    expect(found.capitalThresholds.map((row) => row.authority)).toEqual(['none', 'town', 'county', 'city', 'province']);
    for (const row of trainingRows(day('2026-01-01'))) expect(checkParameterValue(row.key, row.value)).toBeUndefined();
  });
});

const row = (fromMu: string, toMu: string | null) => ({
  fromMu: mu(fromMu),
  toMu: toMu && mu(toMu),
  authority: 'town',
  basis: '县政府文件',
});

describe('A new value', () => {
  it.each<[string, unknown]>([
    ['noticeWorkingDays', 7],
    ['noticeWorkingDays', 30],
    ['closeOfBusiness', '17:30'],
    ['areaToleranceMu', '0.05'],
    ['defaultDecisionBody', 'village_assembly'],
    ['riskDepositWaivedKinds', []],
    ['riskDepositMinimumFen', 0],
    ['capitalThresholds', []],
    ['capitalThresholds', [row('100', '500'), row('500', null)]],
  ])('%s = %j is taken', (key, value) => {
    expect(checkParameterValue(key, value)).toBeUndefined();
  });

  it.each<[string, unknown, string]>([
    ['noticeWorkingDays', 6, '公示不少于7个工作日'],
    ['noticeWorkingDays', 7.5, '非负整数'],
    ['noticeWorkingDays', '7', '非负整数'],
    ['noticeWorkingDays', null, '非负整数'],
    ['capitalApprovalWorkingDays', 21, '第二十九条'],
    ['surveyorsAtLeast', 1, '第三十四条'],
    ['capitalThresholds', [row('100', '500')], '最后一行不封顶'],
    ['ageMin', 16, '民法典第十七、十八条'],
    ['townReviewWorkingDays', 0, '不能小于1'],
    ['ageMax', 17, '不能小于18'],
    ['closeOfBusiness', '5pm', '时:分'],
    ['areaToleranceMu', 0.05, '面积'],
    ['defaultDecisionBody', 'council', '成员大会'],
    ['defaultDecisionBody', 'toString', '成员大会'],
    ['riskDepositWaivedKinds', ['nobody'], '只能选择'],
    ['riskDepositBasis', ' ', '不能为空'],
    ['capitalThresholds', [row('100', '500'), row('600', null)], '首尾相接'],
    ['capitalThresholds', [row('100', null), row('600', null)], '首尾相接'],
    ['capitalThresholds', [row('500', '100')], '大于起面积'],
    ['capitalThresholds', [{ ...row('100', null), authority: 'king' }], '审批机关'],
    ['capitalThresholds', [{ ...row('100', null), basis: '' }], '依据'],
    ['capitalThresholds', [null], '起止面积'],
    ['capitalThresholds', {}, '分级审批表'],
    ['capitalTransfereeKinds', ['outside_person'], ''],
    ['noSuchKey', 1, '没有名为'],
    ['constructor', 1, '没有名为'],
  ])('%s = %j is refused: %s', (key, value, reason) => {
    expect(checkParameterValue(key, value)).toContain(reason);
  });

  it('of a table of authorities begins at 0 mu; one that was kept before is still read', () => {
    const kept = [row('100', '500'), row('500', null)];
    expect(checkParameterValue('capitalThresholds', kept)).toBeUndefined();
    expect(checkNewParameterValue('capitalThresholds', kept)).toContain('第一行从 0 亩写起');
    expect(checkNewParameterValue('capitalThresholds', [row('0', '100'), ...kept])).toBeUndefined();
    expect(checkNewParameterValue('capitalThresholds', [])).toBeUndefined();
    expect(checkNewParameterValue('noticeWorkingDays', 6)).toContain('7');
  });

  it.each([
    ['with its document', { basis: '商政发〔2026〕3号' }, undefined],
    ['without one', { basis: '县里定的' }, '文号'],
    ['of everything', { basis: '商政发〔2026〕3号', toMu: null }, '第一行'],
  ])('says that nobody decides %s', (_what, more, reason) => {
    const exempt = { ...row('0', '100'), authority: 'none', ...more };
    const told = checkNewParameterValue('capitalThresholds', [
      exempt,
      ...(exempt.toMu === null ? [] : [row('100', null)]),
    ]);
    if (reason === undefined) expect(told).toBeUndefined();
    else expect(told).toContain(reason);
  });
});
