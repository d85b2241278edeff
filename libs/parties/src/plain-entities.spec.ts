import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { instant } from '#kernel';
import type { Tx } from '#platform';
import { TestExchange } from '../../../test/support/exchange.js';
import { Party } from './party.entity.js';

let exchange: TestExchange;

beforeAll(async () => {
  exchange = await TestExchange.open();
}, 60_000);

afterAll(() => exchange.close());

/** What a transaction was made of: the same questions, asked of TypeORM itself. */
const typeorm = (tx: Tx): EntityManager => Object.getPrototypeOf(tx) as EntityManager;

const party = (displayName: string) => ({
  ...{ kind: 'body' as const, displayName, accountId: null },
  createdAt: instant('2026-09-23T09:00:00.125+08:00'),
});

/** Some work that leaves nothing behind. */
async function tried(work: (tx: Tx) => Promise<void>): Promise<void> {
  const undone = exchange.database.transaction(async (tx) => {
    await work(tx);
    throw new RangeError('undone');
  });
  await expect(undone).rejects.toThrow('undone');
}

describe('An entity whose statements are kept', () => {
  it('is written and found as TypeORM would', async () => {
    await tried(async (tx) => {
      const [one, two] = [tx.create(Party, party('甲合作社')), tx.create(Party, party('乙合作社'))];
      await tx.insert(Party, [one, two]);
      expect(one.id).toMatch(/^[0-9a-f-]{36}$/);
      const where = { id: In([one.id, two.id]), accountId: IsNull() };
      const asked = { where, order: { displayName: 'DESC' } } as const;
      const found = await tx.find(Party, asked);
      expect(found).toEqual(await typeorm(tx).find(Party, asked));
      expect(found).toEqual([one, two]);
      expect(found[0]).toBeInstanceOf(Party);
      expect(await tx.find(Party, { ...asked, take: 1 })).toEqual([one]);
      expect(await tx.countBy(Party, where)).toBe(2);
    });
  });

  it('is changed where the condition holds, and nowhere else', async () => {
    await tried(async (tx) => {
      const [one, two] = [tx.create(Party, party('甲合作社')), tx.create(Party, party('乙合作社'))];
      for (const each of [one, two]) await tx.insert(Party, each);
      const { affected } = await tx.update(Party, { id: one.id }, { displayName: '丙合作社' });
      expect(affected).toBe(1);
      expect(await tx.findOneByOrFail(Party, { id: one.id })).toEqual({ ...one, displayName: '丙合作社' });
      expect(await tx.findOneBy(Party, { id: two.id })).toEqual(two);
      expect(await tx.existsBy(Party, { displayName: '甲合作社', id: one.id })).toBe(false);
      await expect(tx.findOneByOrFail(Party, { displayName: '甲合作社', id: one.id })).rejects.toThrow('Party');
    });
  });

  it('goes on to TypeORM with what is not plain, and is refused what TypeORM refuses', async () => {
    await tried(async (tx) => {
      const one = tx.create(Party, party('甲合作社'));
      await tx.insert(Party, one);
      expect(await tx.findBy(Party, { id: one.id, displayName: Not('乙合作社') })).toEqual([one]);
      await expect(tx.findOneBy(Party, { id: undefined as never })).rejects.toThrow('Undefined');
      await expect(tx.find(Party, { where: { nobody: 1 } as never })).rejects.toThrow('nobody');
      await expect(tx.update(Party, {} as never, { displayName: '' })).rejects.toThrow();
    });
    const lock = { mode: 'pessimistic_write' } as const;
    const outside = exchange.database.reader.findOne(Party, { where: { kind: 'body' }, lock });
    await expect(outside).rejects.toThrow('transaction');
  });
});
