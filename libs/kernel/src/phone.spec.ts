import { describe, expect, it } from '@jest/globals';
import { phone } from './phone.js';

describe('A mobile number', () => {
  it.each([
    ['13800001234', '13800001234', 'mobile'],
    ['+86 138 0000 1234', '13800001234', 'mobile'],
    ['0086-19900001234', '19900001234', 'mobile'],
    ['１３８００００１２３４', '13800001234', 'mobile'],
    ['10000000001', '10000000001', 'training'],
  ])('%s is %s, %s', (text, number, kind) => {
    expect(phone(text)).toEqual({ ok: true, number, kind });
  });

  it.each([
    ['', '只能由数字组成'],
    ['1380000123', '现为10位'],
    ['138000012345', '现为12位'],
    ['12800001234', '13至19'],
    ['10086000001', '13至19'],
    ['1380000123a', '只能由数字组成'],
    ['+1 2025550123', '只能由数字组成'],
    ['053184870000', '现为12位'],
  ])('%s is refused: %s', (text, reason) => {
    expect(phone(text)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });
});
