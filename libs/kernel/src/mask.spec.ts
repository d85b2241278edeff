import { describe, expect, it } from '@jest/globals';
import { maskIdentity, maskName, maskPhone } from './mask.js';

describe('A mask', () => {
  it.each([
    ['王小明', '王＊＊'],
    ['王明', '王＊'],
    ['欧阳小明', '欧阳＊＊'],
    ['欧阳明', '欧阳＊'],
    ['欧阳', '欧＊'],
    ['买买提·吐尔逊', '买＊＊＊'],
    ['王', '＊'],
    ['', ''],
    [' 李四 ', '李＊'],
  ])('of the name %s is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ['999999199001010012', '999999********0012'],
    ['11010519491231002X', '110105********002X'],
    ['12345', '*****'],
    ['', ''],
  ])('of the identity number %s is %s', (number, masked) => {
    expect(maskIdentity(number)).toBe(masked);
  });

  it.each([
    ['10000001234', '100****1234'],
    ['12345678', '********'],
  ])('of the phone %s is %s', (number, masked) => {
    expect(maskPhone(number)).toBe(masked);
  });
});
