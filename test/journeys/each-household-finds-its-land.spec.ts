import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RightsService } from '#rights';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import type { TransferJson } from '../support/transfer-json.js';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';
import { Walker, said } from '../support/walker.js';

interface PaperView {
  lessors?: { name: string; areaMu: string }[];
  parcels: { contractor: string; contractCode: string }[];
}

interface Share {
  id: string;
  name: string;
  area: string;
}

describe('Land of several households in one case', () => {
  let exchange: TestExchange;
  let given: Given;
  let story: TransferStory;
  let shares: Share[];

  beforeAll(async () => {
    exchange = await TestExchange.open();
    given = new Given(exchange);
    story = await given.transfer({ state: 'certified', parcels: await given.land('12.00') });
    shares = await exchange.database.ask<Share & Record<string, unknown>>(
      `SELECT g.id, g.display_name AS name, sum(round(tp.area_mu, 2))::text AS area FROM transfer_parcel tp JOIN party g ON g.id = tp.grantor_id
       WHERE tp.transfer_id = $1 GROUP BY g.id ORDER BY min(tp.seq)`,
      [story.id],
    );
  });
  afterAll(() => exchange.close());

  it('is granted by each of them, portion by portion, whoever stands first', async () => {
    expect(shares.length).toBeGreaterThan(1);
    const wrong = await exchange.database.ask(
      `SELECT 1 FROM right_portion o JOIN management_right r ON r.id = o.right_id JOIN parcel p ON p.id = o.parcel_id
         JOIN contract c ON c.id = p.contract_id WHERE r.subject_id = $1 AND o.grantor_id <> c.contractor_id`,
      [story.id],
    );
    expect(wrong).toEqual([]);
    const rights = exchange.app.get(RightsService);
    for (const { id } of shares)
      expect((await rights.holdings(id)).map((right) => right.subjectId)).toContain(story.id);
  });

  it('stands household by household on the case page and in the API, with area and yearly rent', async () => {
    const clerk = given.as('101-clerk');
    const view = await clerk.get<TransferJson>(`/transfers/${story.id}`);
    expect(view.shares.map(({ householdId, name, areaMu }) => [householdId, name, Number(areaMu)])).toEqual(
      shares.map(({ id, name, area }) => [id, name, Number(area)]),
    );
    expect(view.shares[0]?.yearlyFen).toBe(Number(shares[0]?.area) * 90_000);
    const other = await given.as('cooperative').get<TransferJson>(`/transfers/${story.id}`);
    for (const share of other.shares) {
      expect(share).toMatchObject({ householdId: null, contracts: [] });
      expect(share.name).toContain('＊');
    }
  });

  it('is found on the page of every household involved', async () => {
    const desk = await Walker.signIn(exchange, '101-clerk');
    for (const { id } of shares) {
      const page = await desk.open(`/register/households/${id}`);
      expect(page.body).toContain(`/transfers/${story.id}`);
      expect(said(page.body)).toContain(story.wish.transferee.name);
    }
  });

  it('names each household in the contract’s annex and in the certificate’s, with contract and area', async () => {
    const papers = await exchange.database.ask<{ id: string; kind: string }>(
      `SELECT id, kind FROM paper WHERE subject_id::text = $1 AND kind = 'contract'
       UNION SELECT p.id, p.kind FROM paper p WHERE p.kind = 'certificate'`,
      [story.id],
    );
    expect(papers.map((paper) => paper.kind).toSorted()).toEqual(['certificate', 'contract']);
    const views = await exchange.database.ask<{ kind: string; view: PaperView }>(
      'SELECT kind, view FROM paper WHERE id = ANY($1)',
      [papers.map((paper) => paper.id)],
    );
    const of = (kind: string): PaperView | undefined => views.find((paper) => paper.kind === kind)?.view;
    expect(of('contract')?.lessors?.map(({ name, areaMu }) => [name, Number(areaMu)])).toEqual(
      shares.map(({ name, area }) => [name, Number(area)]),
    );
    expect([...new Set(of('certificate')?.parcels.map((parcel) => parcel.contractor))]).toEqual(
      shares.map(({ name }) => name),
    );
    expect(of('certificate')?.parcels.every((parcel) => parcel.contractCode.endsWith('J'))).toBe(true);
  });
});
