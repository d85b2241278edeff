import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Receipt } from '../support/auctions.js';
import { enginePlays } from '../support/engine-plays.js';
import { closesOverBids, holds, inHand, slips } from '../support/engine-slips.js';
import { sleep } from '../support/served.js';
import { TwoProcesses } from '../support/two-processes.js';

describe('Bidding over two processes', () => {
  let processes: TwoProcesses;
  beforeAll(async () => {
    processes = await TwoProcesses.open();
  }, 180_000);
  afterAll(() => processes?.close());

  it('comes out as in a model of a hundred lines, whatever happens in whatever order', async () => {
    await fc.assert(enginePlays(processes), { numRuns: 12, endOnFailure: true });
  }, 240_000);

  it.each([
    ['a key is forgotten', /not answered/],
    ['a clock is an hour behind', /entered -3[56]\d{5} ms from now/],
    ['a receipt is given for what is not written', /7777/],
    ['another wins', /result: \["sold"/],
  ] as const)(
    'is seen to be broken where %s',
    async (name, words) => {
      const mend = slips[name]!(processes);
      const found = await fc.check(enginePlays(processes), { numRuns: 12, seed: 4190, endOnFailure: true });
      mend();
      expect(found).toMatchObject({ failed: true, counterexamplePath: expect.stringMatching(/^\d+$/) });
      expect(String(found.errorInstance)).toMatch(words);
    },
    240_000,
  );

  /** The first process has a bid in hand that entered in the last second; what comes of it when both try to close after the end. */
  const overABid = async (): Promise<{ closing: string[]; status: number; receipt: Receipt; left: string[] }> => {
    const auction = await processes.announced({
      ...{ mode: 'live', startFen: 90_000, stepFen: 1000, windowMs: 300_000 },
      ...{ ceilingFen: null, mostExtensions: null, mostSteps: null, reserveFen: 90_000 },
    });
    await processes.beat();
    processes.on(auction.endsAt - 1000);
    const goOn = holds(processes);
    const answer = processes.send(0, auction, { kind: 'bid', number: 1, yuan: '900', key: auction.id });
    while (!inHand(processes)) await sleep(5);
    processes.on(auction.endsAt + 1000);
    const closing = await processes.closed(auction);
    goOn();
    const { statusCode, body } = await answer;
    return { closing, status: statusCode, receipt: JSON.parse(body) as Receipt, left: await processes.closed(auction) };
  };

  it('closes over no bid that entered, wherever it is in hand', async () => {
    const { closing, status, receipt, left } = await overABid();
    expect({ closing, status, left }).toEqual({ closing: ['waits', 'waits'], status: 201, left: ['early', 'early'] });
    expect(new Date(receipt.endsAt).getTime() - new Date(receipt.at).getTime()).toBe(300_000);
  });

  it('is seen to be broken where it closes over one', async () => {
    const mend = closesOverBids(processes);
    const { closing, status } = await overABid();
    mend();
    expect({ closing, status }).toEqual({ closing: ['closed', 'closed'], status: 409 });
  });
});
