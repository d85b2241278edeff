import { describe, expect, it } from '@jest/globals';
import { creditCheck, creditCode, oldBodyCode, organisationCheck } from './credit-code.js';

/** A code with right checks for a body in the made-up division 999999. */
const made = (head: string, organisation: string): string => {
  const seventeen = head + '999999' + organisation + organisationCheck(organisation);
  return seventeen + creditCheck(seventeen);
};

describe('A unified social credit code', () => {
  it.each([
    ['91350100M000100Y43', '市场监管', undefined],
    [made('N1', 'A0000001'), '农业农村', 'group'],
    [made('N2', 'A0000002'), '农业农村', 'village'],
    [made('N3', 'A0000003'), '农业农村', 'town'],
    [made('54', 'A0000004'), '民政', undefined],
    [made('93', 'A0000005'), '市场监管', undefined],
    [' 91350100m000100y43 ', '市场监管', undefined],
    ['９１３５０１００Ｍ０００１００Ｙ４３', '市场监管', undefined],
  ])('%s is right, coded by %s', (text, registrar, collective) => {
    const read = creditCode(text);
    expect(read).toMatchObject({ ok: true, registrar });
    expect(read).not.toHaveProperty('warning');
    expect(read.ok ? read.collective : 'refused').toBe(collective);
  });

  it.each([
    ['91350100M000100Y44', '校验位不符'],
    ['91350100M000100Y4', '现为17位'],
    ['', '现为0位'],
    ['91350100M0001O0Y43', '不使用字符“O”'],
    ['91350100M000100Y4I', '不使用字符“I”'],
    ['Z1350100M000100Y43', '不使用字符“Z”'],
    [made('N2', 'A0000002').replace('N2', 'N3'), '校验位不符'],
    ['B1350100M000100Y43', '不是登记管理部门'],
    ['中文', '现为2位'],
  ])('%s is refused: %s', (text, reason) => {
    expect(creditCode(text)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });

  it('takes the remainder once more where the sum is a multiple of 31', () => {
    expect(creditCheck('0'.repeat(17))).toBe('0');
  });

  it('with a broken organisation code inside is only warned about', () => {
    const seventeen = 'N2999999' + 'A0000002' + (organisationCheck('A0000002') === '1' ? '2' : '1');
    expect(creditCode(seventeen + creditCheck(seventeen))).toMatchObject({
      ok: true,
      warning: expect.stringContaining('组织机构代码'),
    });
  });

  it('has the check that was reckoned by hand', () => {
    expect(organisationCheck('M000100Y')).toBe('4');
  });
});

describe('What a record has in the place of a unified code', () => {
  it.each([
    ['12345678-9', 'organisation', '123456789'],
    ['mf000001x', 'organisation', 'MF000001X'],
    ['3701262000001', 'registration', '3701262000001'],
    ['370126200000123', 'registration', '370126200000123'],
    ['91350100M000100Y44', 'check', '91350100M000100Y44'],
  ])('%s is kept as %s', (text, kind, code) => {
    expect(oldBodyCode(text)).toMatchObject({ kind, code });
  });

  it.each(['', '不知道', '12345', '91350100M000100YI4', 'Z1350100M000100Y44'])('%s is no such number', (text) => {
    expect(oldBodyCode(text)).toBeUndefined();
  });
});
