import { describe, expect, it } from '@jest/globals';
import { identityCheck } from './identity-number.js';
import { findPersonal, luhn } from './scan.js';

const identity = '99999919900101001' + identityCheck('99999919900101001');
const card = '6222021234567890' + [...'0123456789'].find((last) => luhn('6222021234567890' + last));

describe('A text to be published', () => {
  it.each([
    [`承包方身份证号${identity}。`, ['identity']],
    ['张某 11010519491231002x', ['identity']],
    ['张某 11010519491231002Ｘ。', ['identity']],
    ['号码１１０１０５１９４９１２３１００２Ｘ', ['identity']],
    ['110105 19491231 002X', ['identity']],
    ['旧证 110105491231002', ['old-identity']],
    ['电话13800001234', ['mobile']],
    ['电话 138-0000-1234', ['mobile']],
    ['电话 138 0000 1234', ['mobile']],
    ['+8613800001234', ['mobile']],
    ['电话 138\u200b0000\u00a01234，微信同号', ['mobile']],
    ['演练电话10000000001', ['mobile']],
    ['13800001234 13900001234', ['mobile', 'mobile']],
    ['13800001234、13900001234', ['mobile', 'mobile']],
    [`账号 ${card}`, ['bank-card']],
    [`账号 ${card.replace(/(\d{4})/g, '$1 ')}`, ['bank-card']],
    [`2026-10-15 13800001234`, ['mobile']],
    [`${identity} 13800001234`, ['identity', 'mobile']],
  ])('%s is stopped', (text, kinds) => {
    expect(findPersonal(text).map((each) => each.kind)).toEqual(kinds);
  });

  it.each([
    '流转期限2026年10月20日至2031年10月19日，面积120.00亩，每年108,000.00元',
    '地块代码 3701261012010000012',
    '承包方代码 370126101201000007',
    '商农权〔2026〕第0000012号',
    '公示期 2026-10-08 至 2026-10-16',
    '12345 政务热线，0531-84870000',
    '110105194912310021',
    '12800001234',
    '9137012600000001',
    '共120户、963个村',
    '',
  ])('%s is let through', (text) => {
    expect(findPersonal(text)).toEqual([]);
  });

  it('is told where the number stands', () => {
    const text = `联系人电话：１３８００００１２３４（手机）`;
    expect(findPersonal(text)).toEqual([
      { kind: 'mobile', label: '手机号', start: 6, end: 17, text: '１３８００００１２３４' },
    ]);
  });

  it('may name the codes of its own record', () => {
    expect(findPersonal(`编号${card}`, [card])).toEqual([]);
  });

  it.each([
    ['4111111111111111', true],
    ['4111111111111112', false],
  ])('knows a card by its check: %s', (digits, right) => {
    expect(luhn(digits)).toBe(right);
  });
});
