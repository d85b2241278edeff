import { describe, expect, it } from '@jest/globals';
import { isNone } from './declared.js';

describe('A declaration', () => {
  it.each([
    '无',
    '没有',
    '无。',
    ' 没有. ',
    '暂无',
    '无争议',
    '没有权属、边界争议。',
    '没有租约',
    '无失信、诉讼记录',
    '不存在争议',
  ])(
    // prettier-ignore
    'of %j declares nothing',
    (declared) => expect(isNone(declared)).toBe(true),
  );

  it.each([
    '',
    '有',
    '有争议',
    '东边界有争议',
    '没有签字的界线',
    '无证房一间',
    '没有争议，但南边有人种',
    '租给禾田合作社到 2027 年',
  ])(
    // prettier-ignore
    'of %j declares something',
    (declared) => expect(isNone(declared)).toBe(false),
  );
});
