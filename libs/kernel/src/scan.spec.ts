import { describe, expect, it } from '@jest/globals';
import { identityCheck } from './identity-number.js';
import { findContact, findPersonal, luhn } from './scan.js';

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

describe('What people write to each other in public', () => {
  it.each([
    ['给我打 13800001234', 'mobile'],
    ['1.3.8.0.0.0.0.1.2.3.4', 'mobile'],
    ['138，0000。1234', 'mobile'],
    ['一三八零零零零一二三四', 'mobile'],
    ['幺三八〇〇〇〇壹贰叁肆', 'mobile'],
    ['①③⑧⓪⓪⓪⓪①②③④', 'mobile'],
    ['138 零零零零 一二三四', 'mobile'],
    ['0531-84870000', 'landline'],
    ['（0531）84870000', 'landline'],
    ['0.5.3.1.8.4.8.7.0.0.0.0', 'landline'],
    ['零五三一八四八七零零零零', 'landline'],
    ['010-62345678', 'landline'],
    ['电话 84870000', 'landline'],
    ['家里座机是 8487 0000', 'landline'],
  ])('%s is stopped', (text, kind) => {
    expect(findContact(text).map((found) => found.kind)).toEqual([kind]);
  });

  it.each([
    '12345 热线能问吗？一亩 900 元，2032-11-09 到期',
    '2026.05.01，2032.11.09，一共六年半',
    '三到五年，二〇二六年秋后开始，一二十亩',
    '打机井 2 眼，深 120 米',
    '10、20、30 亩都行，价钱 800、850、900 元',
    '打 12345 问',
  ])('%s is let through', (text) => {
    expect(findContact(text)).toEqual([]);
  });

  it('is told where the number stands', () => {
    expect(findContact('联系：一三八零零零零一二三四')).toEqual([
      { kind: 'mobile', label: '手机号', start: 3, end: 14, text: '一三八零零零零一二三四' },
    ]);
  });
});
