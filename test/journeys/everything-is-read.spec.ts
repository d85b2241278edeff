import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ActsWalked } from '../support/acts-walked.js';
import { readEverything } from '../support/everything-read.js';
import { Given } from '../support/given.js';

jest.setTimeout(400_000);

describe('Every record of a busy county', () => {
  let given: Given;
  beforeAll(async () => {
    given = await Given.open();
    await new ActsWalked(given).prepare();
  });
  afterAll(() => given.close());

  it('is read by everybody, as a page and by a program', async () => {
    expect(await readEverything(given)).toEqual([]);
  });
});
