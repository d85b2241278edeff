import { describe, expect, it } from '@jest/globals';
import { wordsAsked } from './support/words-asked.js';

describe('A word that a template asks for', () => {
  it('is of a part that some view has', () => {
    const asked = wordsAsked();
    expect(asked.filter(({ known }) => !known)).toEqual([]);
    expect(asked.length).toBeGreaterThan(70);
  });
});
