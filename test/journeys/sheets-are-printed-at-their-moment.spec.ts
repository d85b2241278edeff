import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';
import { Walker, said } from '../support/walker.js';

interface Printed {
  id: string;
  number: string;
  view: Record<string, unknown> & { members: { name: string; id: string; method: string }[] };
}

describe('Sheets that are signed on paper, and letters a desk gives out,', () => {
  let exchange: TestExchange;
  let given: Given;
  let story: TransferStory;
  let path = '';
  let households: string[];

  beforeAll(async () => {
    exchange = await TestExchange.open();
    given = new Given(exchange);
    story = await given.story({ parcels: await given.land('12.00') });
    await story.draft();
    path = `/transfers/${story.id}`;
    const rows = await exchange.database.ask<{ id: string }>(
      'SELECT grantor_id AS id FROM transfer_parcel WHERE transfer_id = $1 GROUP BY 1 ORDER BY min(seq)',
      [story.id],
    );
    households = rows.map((row) => row.id);
  });
  afterAll(() => exchange.close());

  const printed = (kind: string): Promise<Printed[]> =>
    exchange.database.ask<Printed & Record<string, unknown>>(
      'SELECT id, number, view FROM paper WHERE kind = $1 AND subject_id = $2 ORDER BY number',
      [kind, story.id],
    );

  it('begin with the consent sheet of one household: all with a right, an open line for who has not consented', async () => {
    const clerk = given.as('101-clerk');
    await clerk.post(`${path}/consent-sheets`, { householdId: households[0] });
    const [sheet] = await printed('consent');
    expect(sheet?.number).toBe('商农同〔2026〕第0001号');
    expect(sheet?.view.members.every((member) => member.method === '' && member.id.includes('*'))).toBe(true);
    const [row] = await exchange.database.ask<{ many: number }>(
      'SELECT count(*)::int AS many FROM member WHERE household_id = $1 AND co_right',
      [households[0]],
    );
    expect(sheet?.view.members).toHaveLength(row?.many ?? 0);
    const page = await exchange.app.inject({
      url: `/api/papers/${sheet?.id}`,
      headers: { authorization: 'Bearer none' },
    });
    expect(page.statusCode).toBe(401);
  });

  it('give one number to one text: printed again it is the same paper, after consents another', async () => {
    const clerk = given.as('101-clerk');
    await clerk.post(`${path}/consent-sheets`, { householdId: households[0] });
    expect(await printed('consent')).toHaveLength(1);
    await story.consents();
    await clerk.post(`${path}/consent-sheets`, { householdId: households[0] });
    const [, second] = await printed('consent');
    expect(second?.number).toBe('商农同〔2026〕第0002号');
    expect(second?.view.members.every((member) => member.method === '纸质同意书扫描件')).toBe(true);
  });

  it('have the letter of intent, with one household, until the day before the term', async () => {
    const clerk = given.as('101-clerk');
    const late = refusal(clerk.post(`${path}/intent-sheets`, { householdId: households[1], validUntil: '2026-11-10' }));
    expect((await late).text).toContain('最晚到流转开始的前一天');
    await clerk.post(`${path}/intent-sheets`, {
      householdId: households[1],
      validUntil: '2026-11-09',
      exclusive: 'yes',
    });
    const [letter] = await printed('intent');
    expect(letter?.number).toBe('商农意〔2026〕第0001号');
    expect(letter?.view).toMatchObject({ validUntil: '2026-11-09', exclusive: true });
  });

  it('are offered on the case page to whose it is, and refused to others and out of time', async () => {
    const desk = await Walker.signIn(exchange, '101-clerk');
    expect(said((await desk.open(path)).body)).toContain('印共有人同意书');
    const cooperative = given.as('cooperative');
    const foreign = refusal(cooperative.post(`${path}/consent-sheets`, { householdId: households[0] }));
    expect(await foreign).toMatchObject({ status: 409, type: 'sheet-not-now' });
    const reviewer = given.as('reviewer');
    const wrong = refusal(reviewer.post(`${path}/intent-sheets`, { validUntil: '2026-11-09' }));
    expect(await wrong).toMatchObject({ status: 409, type: 'sheet-not-now' });
    await story.submit();
    await story.accept();
    await story.endorse();
    const clerk = given.as('101-clerk');
    const late = refusal(clerk.post(`${path}/consent-sheets`, { householdId: households[0] }));
    expect(await late).toMatchObject({ status: 409, type: 'sheet-not-now' });
    expect(said((await desk.open(path)).body)).not.toContain('印共有人同意书');
  });

  it('end with the notice of what goes back of the deposit, once another has approved it', async () => {
    await given.go(story, 'certified', 'county_review');
    await story.terminate();
    const trade = given.as('101-trade');
    await trade.post(`${path}/land-return`, { returnedOn: exchange.today });
    const finance = given.as('101-finance');
    const { depositId } = await story.view();
    const asks = refusal(finance.post(`${path}/release-notices`));
    expect((await asks).type).toBe('sheet-not-now');
    const [state] = await exchange.database.ask<{ state: string }>('SELECT state FROM deposit WHERE id = $1', [
      depositId,
    ]);
    expect(['held', 'releasing']).toContain(state?.state);
    await finance.post(`/deposits/${depositId}/releases`, { reason: '土地交还，验收合格' });
    expect((await refusal(finance.post(`${path}/release-notices`))).text).toContain('退还还没有批准');
    const [disbursement] = await exchange.database.ask<{ id: string }>(
      'SELECT id FROM disbursement WHERE subject_id = $1',
      [depositId],
    );
    const director = given.as('director');
    await director.post(`/deposits/${depositId}/disbursements/${disbursement?.id}/approval`);
    await finance.post(`${path}/release-notices`);
    const [letter] = await printed('deposit_release');
    expect(letter?.view['releasedFen']).toBe(letter?.view['heldFen']);
    expect(letter?.view['accounts']).toMatchObject([{ bank: '演练农商行', tail: expect.stringMatching(/^\d{4}$/) }]);
    const clerk = given.as('101-clerk');
    expect((await refusal(clerk.post(`${path}/release-notices`))).type).toBe('sheet-not-now');
  });
});
