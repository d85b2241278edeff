import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { defectOf } from '../../apps/exchange/src/training/made-up-opinions.js';
import { TestExchange } from '../support/exchange.js';
import { addMinutes } from '#kernel';
import { Sweeper } from '#platform';
import { Given, type GivenState } from '../support/given.js';
import { linkRow, otherContract, takeIn } from '../support/register-rows.js';

/** 中止、恢复: from wherever a case stands it may be stopped, and it goes on exactly there. */
describe('A case stands still, anywhere', () => {
  let exchange: TestExchange;
  let given: Given;
  let story: TransferStory;

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-07-06T09:00:00+08:00');
    given = new Given(exchange);
    story = await given.transfer({ state: 'submitted', parcels: await given.land('12.00') });
  });
  afterAll(() => exchange.close());

  const stopAndGoOn = async (state: string): Promise<void> => {
    expect((await story.view()).stateName).toBe(state);
    await story.suspend();
    expect((await story.view()).stateName).toBe('suspended');
    await given.as('director').post(`/transfers/${story.id}/resumption`);
    expect((await story.view()).stateName).toBe(state);
  };
  const aMinuteLater = async (): Promise<void> => {
    exchange.clock.set(addMinutes(exchange.clock.now(), 1));
    await exchange.app.get(Sweeper).sweep();
  };
  /** A register that would move the land stops the case too, until one that does not comes after it. */
  const heldByTheRegister = async (state: string): Promise<void> => {
    const { code } = story.wish.parcels[0]!;
    await takeIn(given, [await linkRow(given, code, await otherContract(given, code))]);
    await aMinuteLater();
    expect((await story.view()).stateName).toBe('suspended');
    await takeIn(given, [await linkRow(given, code)]);
    await aMinuteLater();
    expect((await story.view()).stateName).toBe(state);
  };
  /** Both, where land is kept for the case. */
  const bothWays = async (state: string): Promise<void> => {
    await stopAndGoOn(state);
    await heldByTheRegister(state);
  };
  const on = async (state: GivenState): Promise<void> => {
    await given.go(story, state, state);
    await bothWays(state);
  };

  it('while it is accepted, corrected and reviewed by the town', async () => {
    await stopAndGoOn('submitted');
    await given.as('101-clerk').post(`/transfers/${story.id}/return`, defectOf('consent', '缺一位共有人的同意书'));
    await stopAndGoOn('correction');
    await story.resubmit();
    await on('town_review');
    await given.as('101-reviewer').post(`/transfers/${story.id}/return`, defectOf('consent', '缺一位共有人的同意书'));
    await bothWays('correction');
    await story.resubmit();
    await bothWays('submitted');
    await given.go(story, 'town_review', 'town_review');
    await on('survey');
  });

  it('while the county reviews it, and after it came back from there', async () => {
    await on('county_review');
    await story.countyReturn();
    await bothWays('county_returned');
    await story.submitToCounty();
  });

  it('while its notice runs and its contract waits to be signed and filed', async () => {
    await on('on_notice');
    await on('signing');
    await on('filing');
  });

  it('while its deposit is awaited, late, and paid', async () => {
    await on('deposit');
    await given.pass(7);
    await bothWays('unpaid');
    await story.pay();
    await bothWays('recording');
    await on('certifying');
  });
});
