import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealOf } from '#kernel';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { GivenAuctions } from '../support/auctions.js';
import type { DrawSeen } from '../support/draws.js';
import { village } from '../support/given.js';
import type { Lot } from '../support/lots.js';
import { wordsOf } from '../support/read-pdf.js';

const sealed = {
  ...{ mode: 'sealed', startFen: 90_000, stepFen: 1000, ceilingFen: null, floorSecret: true, freeMinutes: 120 },
  ...{ windowSeconds: 300, mostExtensions: null, mostSteps: null, priority: [] },
};

interface Hall {
  state: string;
  winnerNumber: number | null;
  priceFen: number | null;
  endedCode: string | null;
  draw: string | null;
  confirmation: string | null;
  own: { number: number } | null;
}

describe('Two who quote the same', () => {
  let auctions: GivenAuctions;
  let lot: Lot;
  let id: string;
  let both: ApiClient[];
  const hall = (who = auctions.given.stranger, of = id): Promise<Hall> => who.get(`/auctions/${of}`);
  const numbers = new Map<ApiClient, string>();
  const own = { number: '42', salt: 'abcdefgh42' };
  const drawn = async (of = id): Promise<DrawSeen> =>
    auctions.given.stranger.get((await hall(auctions.given.stranger, of)).draw ?? '');
  const ofNumber = (number: number | null): ApiClient => both.find((who) => numbers.get(who) === String(number))!;

  /** Both quote the same, and the hour is over. */
  const equal = async (): Promise<void> => {
    const made = await auctions.announced({}, sealed);
    ({ id, lot } = made);
    await auctions.begin(id);
    for (const who of both) numbers.set(who, String((await auctions.bid(who, id, '950')).number));
    await auctions.later(121);
  };

  beforeAll(async () => {
    auctions = await GivenAuctions.open();
    both = [auctions.cooperative, auctions.farmer];
    await equal();
  }, 180_000);
  afterAll(() => auctions.given.close());

  it('are parted by a draw of their numbers, published before anybody knows a seed', async () => {
    expect(await hall()).toMatchObject({ state: 'drawing', winnerNumber: null, priceFen: 95_000, confirmation: null });
    const draw = await drawn();
    expect(draw).toMatchObject({ state: 'sealing', labels: [...numbers.values()].toSorted(), wanted: 2 });
    expect(draw).toMatchObject({ about: `/auctions/${id}`, subject: 'auction', subjectId: id });
    const names = JSON.stringify(await auctions.given.as('supervisor').get(`/draws/${draw.id}`));
    for (const name of ['合作社', '高演', '李演']) expect(names).not.toContain(name);
    expect((await auctions.given.page(`/auctions/${id}`)).body).toContain(`/draws/${draw.id}`);
  });

  it('bring the seed themselves, from their phones', async () => {
    const { id: drawId, listHash } = await drawn();
    for (const who of both)
      await who.post(`/draws/${drawId}/seals`, { seal: sealOf(listHash, numbers.get(who)!, own) });
    for (const who of both) await who.post(`/draws/${drawId}/openings`, own);
    const { ranked } = await drawn();
    const sold = await hall();
    expect(sold).toMatchObject({ state: 'sold', priceFen: 95_000, winnerNumber: Number(ranked![0]) });
  });

  it('and the lot goes to the first of them, confirmed in writing to both sides', async () => {
    await auctions.turn();
    lot = await auctions.rights.see(lot.id);
    expect(lot.state).toBe('agreed');
    const { winnerNumber } = await hall();
    const winner = ofNumber(winnerNumber);
    const seen = await hall(winner);
    expect((await hall(both.find((who) => who !== winner))).confirmation).toBeNull();
    const words = wordsOf(await winner.file(seen.confirmation ?? ''));
    for (const said of ['成交确认书', `竞买号 ${winnerNumber}`, '950.00 元/亩/年', '5.56%', (await drawn()).listHash])
      expect(words.replaceAll(/\s/g, '')).toContain(said.replaceAll(/\s/g, ''));
  });

  it('and to the second, where the first backs out', async () => {
    const { deal } = lot;
    await auctions.given
      .as('reviewer')
      .post(`/transfers/${deal!.id}/rejection`, { reason: '受让方明确表示不签合同', rule: '平台规则 核-02' });
    await auctions.given.pass(1);
    await auctions.turn();
    const { ranked } = await drawn();
    expect(await hall()).toMatchObject({ state: 'sold', winnerNumber: Number(ranked![1]), priceFen: 95_000 });
    lot = await auctions.rights.see(lot.id);
    expect(lot).toMatchObject({ state: 'agreed' });
    expect((await hall(ofNumber(Number(ranked![1])))).confirmation).not.toBeNull();
  });

  it('and the deal goes on to its contract and certificate like every other', async () => {
    const { given } = auctions;
    const story: TransferStory = await given.story();
    story.id = lot.deal!.id;
    story.wish = { ...story.wish, villageCode: village };
    await story.proveScreens();
    await story.proveBoard();
    await given.pass(8);
    await story.scan();
    await story.sign();
    await given.pass(1);
    expect((await auctions.rights.see(lot.id)).state).toBe('closed');
    await given.pass(1);
    expect((await hall()).state).toBe('closed');
    await given.go(story, 'certified', 'deposit');
    expect(await given.as('101-clerk').get(`/transfers/${story.id}`)).toMatchObject({ state: 'certified' });
  }, 120_000);

  it('have no draw any more where the lot is ended meanwhile', async () => {
    await equal();
    const reasons = { reason: '有人举报串通', rule: '平台规则 止-02' };
    await auctions.given.as('supervisor').post(`/listings/${lot.id}/termination`, reasons);
    expect(await hall()).toMatchObject({ state: 'terminated', draw: null });
    const [draw] = await auctions.given.exchange.database.ask<{ state: string }>(
      'SELECT state FROM draw WHERE subject_id = $1',
      [id],
    );
    expect(draw!.state).toBe('cancelled');
  }, 120_000);
});
