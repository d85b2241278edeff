import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Problem } from '#kernel';
import { type Division, readDivisions } from './division-file.js';
import { divisionDiff, servedByOffice } from './division.rules.js';

const county: Division = { code: '370126000000', name: '演县', level: 'county', parent: '370100000000' };
const town = (code: string, name: string): Division => ({ code, name, level: 'town', parent: county.code });
const village = (code: string, name: string): Division => ({
  code,
  name,
  level: 'village',
  parent: `${code.slice(0, 9)}000`,
});
const east = town('370126101000', '东镇');
const before = [
  county,
  east,
  village('370126101201', '甲村委会'),
  village('370126101202', '乙村委会'),
  village('370126101203', '丙村委会'),
];
const none = new Map<string, string[]>();

describe('A change of divisions', () => {
  it('knows the same village by other words', () => {
    const diff = divisionDiff(
      before,
      [county, east, village('370126101201', '甲村村民委员会'), ...before.slice(3)],
      none,
    );
    expect(diff.renamed.map((each) => each.after.name)).toEqual(['甲村村民委员会']);
    expect([diff.closed, diff.opened, diff.kept]).toEqual([[], [], 4]);
  });

  it('finds a village that only got another code, by its name in the same town', () => {
    const diff = divisionDiff(
      before,
      [county, east, ...before.slice(2, 4), village('370126101301', '丙村民委员会')],
      none,
    );
    expect(diff.recoded.map(({ before: old, after }) => [old.code, after.code])).toEqual([
      ['370126101203', '370126101301'],
    ]);
    expect(diff.opened).toEqual([]);
  });

  it('follows two villages that changed codes with each other', () => {
    const swapped = [
      county,
      east,
      village('370126101201', '乙村委会'),
      village('370126101202', '甲村委会'),
      before[4] as Division,
    ];
    const diff = divisionDiff(before, swapped, none);
    expect(diff.recoded.map(({ before: old, after }) => [old.code, after.code])).toEqual([
      ['370126101201', '370126101202'],
      ['370126101202', '370126101201'],
    ]);
  });

  it('moves a whole town under another code with its villages', () => {
    const west = town('370126002000', '东镇');
    const after = [
      county,
      west,
      ...['201', '202', '203'].map((digits, index) =>
        village(`370126002${digits}`, ['甲村委会', '乙村委会', '丙村委会'][index] ?? ''),
      ),
    ];
    const diff = divisionDiff(before, after, none);
    expect(diff.recoded).toHaveLength(4);
    expect(diff.closed).toEqual([]);
  });

  it('lets the town care for a village that is gone, until a successor is named', () => {
    const diff = divisionDiff(before, before.slice(0, 4), none);
    expect(diff.closed).toMatchObject([{ kind: 'unknown', carer: '370126101000' }]);
  });

  it('hands a village to the one successor that the county names, and splits wait with the town', () => {
    const merged = divisionDiff(before, before.slice(0, 4), new Map([['370126101203', ['370126101201']]]));
    expect(merged.closed).toMatchObject([{ kind: 'merged', carer: '370126101201' }]);
    const split = divisionDiff(
      before,
      before.slice(0, 4),
      new Map([['370126101203', ['370126101201', '370126101202']]]),
    );
    expect(split.closed).toMatchObject([{ kind: 'split', carer: '370126101000' }]);
  });

  it('refuses successors that do not exist, and villages that never were', () => {
    const diff = divisionDiff(
      before,
      before.slice(0, 4),
      new Map([
        ['370126101203', ['370126101999']],
        ['370126101777', ['370126101201']],
      ]),
    );
    expect(diff.errors.map((each) => each.detail)).toEqual([
      '接续表里的 370126101999 不在新区划表里，或者级别不同',
      '接续表里的 370126101777 现在不在本县',
    ]);
  });

  it('gives statistical units no office', () => {
    expect(servedByOffice('370126400000')).toBe(false);
    expect(servedByOffice('370126400498')).toBe(false);
    expect(servedByOffice('370126101226')).toBe(true);
    expect(servedByOffice('370126101226', ['370126101'])).toBe(false);
  });
});

describe('The county’s own files', () => {
  const read = (name: string): Promise<Division[]> =>
    readDivisions(readFileSync(join(process.cwd(), 'data', 'divisions', name), 'utf8'));

  it('have 963 villages in 2019 and 542 in 2023', async () => {
    const villages = (list: Division[]): number => list.filter((each) => each.level === 'village').length;
    expect([villages(await read('370126-2019.csv')), villages(await read('370126-2023.csv'))]).toEqual([963, 542]);
  });

  it('compare with nothing lost: each old village is kept, renamed, recoded or closed', async () => {
    const [old, now] = [await read('370126-2019.csv'), await read('370126-2023.csv')];
    const diff = divisionDiff(old, now, none);
    expect(diff.kept + diff.renamed.length + diff.recoded.length + diff.closed.length).toBe(old.length);
    expect(diff.opened.length + diff.kept + diff.renamed.length + diff.recoded.length).toBe(now.length);
  });
});

async function faultsOf(text: string): Promise<string> {
  try {
    await readDivisions(text);
    return '';
  } catch (error) {
    return error instanceof Problem ? (error.members.detail ?? '') : String(error);
  }
}

describe('A division file', () => {
  it.each([
    ['code,name,parent\n1,甲,2', '第 2 行：“1”不是 12 位区划代码'],
    ['code,name,parent\n370126000000,县,0\n370126000000,县,0', '第 3 行：370126000000 出现了两次'],
    ['code,name,parent\n370126000000,县,0\n370126101000,,370126000000', '第 3 行：没有名称'],
    ['code,name,parent\n370126000000,县,0\n370126101201,甲,370126101000', '第 3 行：上级 370126101000 不在表里'],
    ['a,b\n1,2', '表头要有 code、name、parent，缺 code、name、parent'],
    ['code,name,parent\n370126101000,镇,370126101000', '区划表里要有一个县，而且只有一个'],
  ])('that is wrong says where: %j', async (text, detail) => {
    expect(await faultsOf(text)).toContain(detail);
  });
});
