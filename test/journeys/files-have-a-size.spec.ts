import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkParameterValue } from '#kernel';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';
import { sourcesUnder } from '../support/sources.js';
import { Walker, said } from '../support/walker.js';

describe('The size of a file', () => {
  let exchange: TestExchange;
  let given: Given;

  /** Set by another process, so that this one sees it when its memory is a second old. */
  const limitTo = async (megabytes: number) => {
    await exchange.database.write(
      `INSERT INTO parameter_value (key, value, valid_from, valid_to, basis, set_by, set_at) VALUES ('maxUploadMb', $1, '2020-01-01', NULL, '试', '试', $2)`,
      [JSON.stringify(megabytes), exchange.clock.now()],
    );
    exchange.passMinutes(1);
  };

  beforeAll(async () => {
    exchange = await TestExchange.open();
    given = new Given(exchange);
  });
  afterAll(() => exchange.close());

  it('is a parameter of the county, up to what the server reads', () => {
    expect(checkParameterValue('maxUploadMb', 64)).toBeFalsy();
    expect(checkParameterValue('maxUploadMb', 65)).toContain('最多 64 MB');
    expect(checkParameterValue('maxUploadMb', 0)).toBeTruthy();
  });

  it('is written into no text: the form says what the parameter says', async () => {
    const told = sourcesUnder(['libs', 'templates'], /\.(ts|hbs)$/).filter((source) => /\b20 ?MB/.test(source.text));
    expect(told.map((source) => source.path)).toEqual([]);
    const story = await given.story();
    await story.draft();
    const clerk = await Walker.signIn(exchange, '101-clerk');
    expect(said((await clerk.open(`/transfers/${story.id}/files`)).body)).toContain('每个不超过 20 MB');
    await limitTo(3);
    expect(said((await clerk.open(`/transfers/${story.id}/files`)).body)).toContain('每个不超过 3 MB');
    const big = new File([Buffer.alloc(3 * 1024 * 1024 + 1, '%PDF-1.4 ')], 'big.pdf');
    const sent = given.as('101-clerk').post(`/transfers/${story.id}/files`, { kind: 'other', file: big });
    expect(await refusal(sent)).toMatchObject({
      status: 413,
      type: 'file-too-large',
      text: expect.stringContaining('超过 3 MB') as unknown as string,
    });
  });

  it('is smaller for who has not signed in than one request of theirs may carry', async () => {
    await limitTo(60);
    const story = await given.transfer({ state: 'on_notice' });
    const { noticeId } = await story.view();
    const page = await exchange.app.inject({
      url: `/notices/${noticeId}/objections`,
      headers: { accept: 'text/html' },
    });
    expect(said(page.body)).toContain('每个不超过 25 MB');
  });
});
