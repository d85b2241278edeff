import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { TestExchange } from './support/exchange.js';

describe('The entities', () => {
  let exchange: TestExchange;
  beforeAll(async () => {
    exchange = await TestExchange.open();
  });
  afterAll(() => exchange.close());

  it('say what the migrations made', async () => {
    const wanted = await exchange.app.get(DataSource).driver.createSchemaBuilder().log();
    // TypeORM would drop every check, index and constraint that it did not make: those are the migrations' own.
    const drift = wanted.upQueries
      .map((each) => each.query)
      .filter((query) => !/\bDROP (INDEX|CONSTRAINT)\b/.test(query));
    expect(drift).toEqual([]);
  });

  it('keep money and counts whole, and days as days', async () => {
    const odd = exchange.app
      .get(DataSource)
      .entityMetadatas.flatMap((entity) =>
        entity.columns.map((column) => ({ at: `${entity.tableName}.${column.databaseName}`, type: column.type })),
      )
      .filter(({ type }) =>
        ['float', 'float4', 'float8', 'real', 'double precision', 'money', 'timestamp'].includes(String(type)),
      );
    // The box around a shape, in degrees: it only narrows a search, the shape itself decides.
    expect(odd.filter(({ at }) => !/^parcel_shape\.(west|south|east|north)$/.test(at))).toEqual([]);
  });
});
