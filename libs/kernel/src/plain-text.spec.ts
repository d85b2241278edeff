import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { doubtfulLine, textOf } from './plain-text.js';

const simple = `CBFBM,CBFMC,CBFDZ
370126101226000001,张伟,山东省济南市商河县殷巷镇李家桥村3组
370126101226000002,王秀英,山东省济南市商河县殷巷镇李家桥村3组
370126101226000003,徐喆,山东省济南市商河县殷巷镇李家桥村1组
370126101226000004,阿依古丽·买买提,山东省济南市商河县殷巷镇李家桥村2组
`;
const traditional = `CBFBM,CBFMC,CBFDZ
370126101226000001,張偉,山東省濟南市商河縣殷巷鎮李家橋村
370126101226000002,劉靜,山東省濟南市商河縣殷巷鎮李家橋村
`;

describe('A file as text', () => {
  it('is read in the encodings that offices write', () => {
    expect(textOf(Buffer.from(simple))).toEqual({ text: simple });
    expect(textOf(Buffer.from(`\ufeff${simple}`))).toEqual({ text: simple });
    expect(textOf(iconv.encode(simple, 'gb18030'))).toEqual({ text: simple });
    for (const wide of ['utf16le', 'utf16be'])
      expect(textOf(iconv.encode(simple, wide, { addBOM: true }))).toEqual({ text: simple });
    expect(textOf(Buffer.from('CBFBM,CBFMC\n1,李玥\n2,徐喆\n3,孙堃'))).toHaveProperty('text');
    expect(textOf(Buffer.from('a,b\n1,2'))).toEqual({ text: 'a,b\n1,2' });
  });

  it('is doubted from the line on at which one byte of UTF-8 was cut out, wherever that is', () => {
    const bytes = Buffer.from(simple);
    const chinese = [...bytes.keys()].filter((at) => bytes[at]! >= 0x80);
    const lines = new Set<number>();
    for (const at of chinese) {
      const cut = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
      const read = textOf(cut);
      const line = bytes.subarray(0, at).toString('latin1').split('\n').length;
      expect([at, read]).toEqual([at, { line }]);
      lines.add(line);
    }
    expect([...lines]).toEqual([2, 3, 4, 5]);
  });

  it('is doubted where it is Big5, or GB 18030 that was kept as UTF-8, or the other way round', () => {
    expect(textOf(iconv.encode(traditional, 'big5'))).toEqual({ line: 2 });
    const nonsense = iconv.decode(Buffer.from(simple), 'gb18030');
    expect(doubtfulLine(nonsense)).toBe(2);
    expect(textOf(Buffer.from(nonsense))).toEqual({ line: 2 });
    expect(textOf(Buffer.from(iconv.encode(simple, 'gb18030').toString('latin1')))).toEqual({ line: 2 });
    expect(textOf(Buffer.from(traditional))).toEqual({ text: traditional });
  });

  it('is not doubted for letters of other peoples, nor for few rare names', () => {
    expect(doubtfulLine('བཀྲ་ཤིས\nئايگۈل')).toBeNull();
    expect(doubtfulLine('喆堃')).toBeNull();
  });
});
