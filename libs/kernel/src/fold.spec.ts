import { describe, expect, it } from '@jest/globals';
import { folded, foldedCode, sameName } from './fold.js';

describe('One form of names and numbers', () => {
  it('is the same for every dot that stands in a name, and for none', () => {
    for (const dot of ['·', '•', '‧', '∙', '⋅', '・', '･', '⸱', '\u0387', '.', '．', '﹒', ' · ', ''])
      expect([dot, sameName(`阿依古丽${dot}买买提`, '阿依古丽·买买提')]).toEqual([dot, true]);
    expect(sameName('阿依古丽·买买提', '阿依古丽·买买')).toBe(false);
  });

  it('knows no gap within a name, whichever key made it', () => {
    for (const gap of [' ', '　', '\u00a0', '\u2003', '\u200b', '\u202c', '\ufeff', '\t', '\r\n'])
      expect(sameName(`张${gap}伟`, '张伟')).toBe(true);
  });

  it('takes compatibility ideographs, radicals and variants for the character they are', () => {
    expect(folded('\u2f2f\u908a\u{e0101}')).toBe('\u5de5\u908a');
    expect(sameName('\uf9f4', '\u6797')).toBe(true);
    expect(sameName('\u{2f800}', '\u4e3d')).toBe(true);
  });

  it('reads a number with any brackets, widths and breaks, and leaves figures alone', () => {
    const number = '商河农经权（2026）第000001号';
    for (const written of [
      '商河农经权(2026)第000001号',
      '商河农经权〔２０２６〕\n第000001号',
      ' 商河农经权【2026】第 000001 号',
    ])
      expect(folded(written)).toBe(folded(number));
    expect(folded('12.5')).toBe('12.5');
    expect(foldedCode(' ３７0126a\u200b ')).toBe('370126A');
  });

  it('is the same when it is folded again', () => {
    const texts = ['阿依古丽·买买提', '商河农经权（2026）第000001号', '㈱ﾊﾝｶｸ ＡＢＣ', 'Ｉ.Ｊ 张 . 伟'];
    expect(texts.map((text) => folded(folded(text)))).toEqual(texts.map(folded));
  });
});
