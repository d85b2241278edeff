import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { folded } from '#kernel';
import { TestExchange } from '../../../../test/support/exchange.js';

/** U+A7F1 came with Unicode 17, which Node knows and PostgreSQL 18 does not. */
const youngerThanTheDatabase = 0xa7f1;
/** Letters, marks and signs of a range; surrogates are none, and what is not assigned yet may become anything. */
const everyLetter = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) => from + i)
    .filter((code) => (code < 0xd800 || code > 0xdfff) && code !== youngerThanTheDatabase)
    .map((code) => String.fromCodePoint(code))
    .filter((letter) => !/\p{Cn}/u.test(letter));

describe('What the database compares names by', () => {
  let exchange: TestExchange;
  beforeAll(async () => {
    exchange = await TestExchange.open();
  });
  afterAll(() => exchange.close());

  const theirs = async (texts: readonly string[]): Promise<string[]> => {
    const rows = await exchange.database.ask<{ plain: string }>(
      'SELECT search_plain(t) AS plain FROM unnest($1::text[]) WITH ORDINALITY AS u(t, n) ORDER BY n',
      [texts],
    );
    return rows.map(({ plain }) => plain);
  };
  const different = async (texts: readonly string[]): Promise<string[]> => {
    const plain = await theirs(texts);
    return texts.filter((text, i) => plain[i] !== folded(text));
  };

  it('is what the code compares them by, character by character, alone and between two of a name', async () => {
    for (const [from, to] of [
      [1, 0x11000],
      [0x1f000, 0x33480],
      [0xe0000, 0xe0200],
    ] as const) {
      const letters = everyLetter(from, to);
      expect(letters.length).toBeGreaterThan(200);
      expect(await different(letters.flatMap((letter) => [letter, `张${letter}伟`]))).toEqual([]);
    }
  }, 60_000);

  it('is so for whole names and numbers', async () => {
    const texts = [
      '阿依古丽．买买提',
      '张　伟',
      '商河农经权（2026）\n第000001号',
      'Ｉ.Ｊ 张 . 伟',
      '㈱ﾊﾝｶｸ İSTANBUL ΣΑΣ',
      '12.5 亩。',
    ];
    expect(await different(texts)).toEqual([]);
  });
});
