import { describe, expect, it } from '@jest/globals';
import { lostSign, nameFault } from './name-signs.js';

describe('The signs of a name', () => {
  it.each(['张伟', '阿依古丽·买买提', '次仁 旺堆', '㛃玥', '𠮷田', '一〇', "O'Brien", 'བཀྲ་ཤིས', '欧阳 建国', '李．王'])(
    '%s is written with',
    (name) => {
      expect(nameFault(name)).toBeNull();
    },
  );

  it.each([
    ['张\ufffd', /第 2 个字是“U\+FFFD”/],
    ['张\ue863', /第 2 个字（U\+E863）是旧系统自己造的字/],
    ['王?', /第 2 个字是“\?”/],
    ['王？芳', /第 2 个字是“？”/],
    ['李□', /第 2 个字是“□”/],
    ['李＊＊', /第 2 个字是“＊”/],
    ['张伟2', /第 3 个字“2”不能写在姓名里/],
    ['张伟（已故）', /第 3 个字“（”不能写在姓名里/],
    ['张\u0007', /第 2 个字是“U\+0007”/],
    ['·', /没有一个字/],
  ])('%j has not, in words', (name, words) => {
    expect(nameFault(name)).toMatch(words);
  });

  it('of a body or place may be figures and brackets, never what stands for a lost one', () => {
    for (const name of ['禾野（商河）农业合作社', '殷巷镇李家桥村第3村民小组', '001', '北大方·东'])
      expect(nameFault(name, 'body')).toBeNull();
    expect(nameFault('禾野□合作社', 'body')).toMatch(/第 3 个字是“□”/);
    expect(nameFault('禾野<b>', 'body')).toMatch(/“<”不能写在名称里/);
    expect(lostSign('李家桥村3组，5号?')).toBeNull();
    expect(lostSign('李家\ufffd')).toMatch(/U\+FFFD/);
  });
});
