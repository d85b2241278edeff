import { describe, expect, it } from '@jest/globals';
import { breakLines, type Line } from './line-break.js';

const textOf = (line: Line): string => line.pieces.map((piece) => String.fromCodePoint(piece.glyph.codePoint)).join('');
const lines = (text: string, characters: number): string[] =>
  breakLines([{ text, weight: 'regular' }], characters * 1000).map(textOf);

describe('A line of Chinese text', () => {
  it('never starts with a comma, a full stop or a closing bracket', () => {
    const text = '土地经营权，流转合同。（附图）甲方、乙方；县里（镇里）村里，户里。'.repeat(8);
    for (let width = 5; width < 30; width++)
      for (const line of lines(text, width)) expect(line).not.toMatch(/^[，。、；）]/u);
  });

  it('never ends with an opening bracket', () => {
    const text = '按照（农村土地承包法）办理《合同》'.repeat(6);
    for (let width = 5; width < 30; width++)
      for (const line of lines(text, width)) expect(line).not.toMatch(/[（《]$/u);
  });

  it('does not part a figure', () => {
    for (let width = 6; width < 20; width++)
      for (const line of lines('面积共计 120.00 亩价款 108,000.00 元到 24:00 为止', width).slice(0, -1))
        expect(line).not.toMatch(/[.,:]$/);
  });

  it('cuts a figure that is longer than the line, such as a file hash', () => {
    expect(lines('a'.repeat(64), 10).join('')).toBe('a'.repeat(64));
    expect(lines('a'.repeat(64), 10).length).toBeGreaterThan(2);
  });

  it('keeps all the words', () => {
    const text = '出租方将其 8 块承包地（共 120.00 亩）的土地经营权出租给承租方，用于种植小麦、玉米。';
    for (let width = 4; width < 50; width++)
      expect(lines(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  it('gives one empty line for no text', () => {
    expect(lines('', 10)).toEqual(['']);
  });
});
