import { setImmediate as turn } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instant } from '#kernel';
import { TestExchange } from '../../../test/support/exchange.js';
import type { Database } from './database.js';
import { MovableClock } from './movable-clock.js';
import { together } from './together.js';
import { after, soon, type Tx } from './transaction.js';

let exchange: TestExchange;
let database: Database;

beforeAll(async () => {
  exchange = await TestExchange.open();
  database = exchange.database;
}, 60_000);

afterAll(() => exchange.close());

const prepared = `SELECT statement FROM pg_prepared_statements WHERE statement LIKE $1 ORDER BY 1`;

describe('A statement with parameters', () => {
  it('is prepared once on a connection, however often an act asks it', async () => {
    const found = await database.transaction(async (tx) => {
      for (let n = 1; n <= 3; n += 1) await tx.query('SELECT $1::int AS often', [n]);
      return tx.query(prepared, ['SELECT $1::int AS often%']);
    });
    expect(found).toHaveLength(1);
  });

  it('asked afresh is never prepared: its best plan may depend on the word', async () => {
    for (const word of ['麦', '地']) await database.ask('SELECT $1::text AS searched', [word]);
    const found = await database.transaction((tx) => tx.query(prepared, ['SELECT $1::text AS searched%']));
    expect(found).toEqual([]);
  });
});

describe('Transactions that read beside themselves', () => {
  it('are done, however many come at once: they leave connections for what they read', async () => {
    const done = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        database.transaction(async (tx) => {
          await tx.query('SELECT 1');
          const [row] = await database.ask<{ n: number }>('SELECT $1::int AS n', [n]);
          return row?.n;
        }),
      ),
    );
    expect(done).toEqual(Array.from({ length: 30 }, (_, n) => n));
  });
});

describe('Reads that are asked in one turn', () => {
  const pid = () => database.rows<{ pid: number }>('pid', 'SELECT pg_backend_pid() AS pid');

  it('share a connection, and give it back', async () => {
    const found = await Promise.all(Array.from({ length: 40 }, pid));
    expect(new Set(found.slice(0, 8).map(([row]) => row?.pid)).size).toBe(1);
    // Six connections there are: that many turns again are only answered if each was given back.
    for (let n = 0; n < 12; n += 1) expect(await pid()).toHaveLength(1);
  });

  it('fail alone', async () => {
    const wrong = database.rows('wrong', 'SELECT 1 / 0');
    const [one, other] = [pid(), pid()];
    await expect(wrong).rejects.toThrow('division by zero');
    expect([await one, await other]).toEqual([[expect.anything()], [expect.anything()]]);
  });

  it('are told when their connection breaks; the next ones get another', async () => {
    const asleep = database.rows('asleep', 'SELECT pg_sleep(20)').then(
      () => 'answered',
      () => 'told',
    );
    const owner = new pg.Client(exchange.databaseUrl);
    await owner.connect();
    const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE query LIKE 'SELECT pg_sleep(20)%' AND state = 'active' AND datname = current_database()`;
    while ((await owner.query(end)).rowCount === 0) await turn();
    await owner.end();
    expect(await asleep).toBe('told');
    expect(await pid()).toHaveLength(1);
  });
});

describe('Readers', () => {
  it('leave connections to each other, when twice as many read at once as there are', async () => {
    const readers = Array.from({ length: 12 }, async () => {
      await database.reader.query('SELECT pg_sleep(0.01)');
      return database.rows<{ one: number }>('one', 'SELECT 1 AS one');
    });
    expect(await Promise.all(readers)).toEqual(readers.map(() => [{ one: 1 }]));
  });
});

describe('A moment', () => {
  const texts = ['2026-09-23 17:00:00.25+08', '2026-09-23 17:00:00+08', '0044-03-15 12:00:00+08', 'infinity'];
  it.each(texts)('comes as the driver would have it: %s', async (text) => {
    const [row] = await database.ask<{ moment: unknown; seconds: string }>(
      'SELECT $1::timestamptz AS moment, extract(epoch FROM $1::timestamptz)::text AS seconds',
      [text],
    );
    const seconds = row?.seconds === 'Infinity' ? Infinity : Number(row?.seconds) * 1000;
    expect(row?.moment instanceof Date ? row.moment.getTime() : row?.moment).toBe(seconds);
  });
});

describe('What follows a transaction', () => {
  it('happens once it is committed, and not at all if it is not', async () => {
    const said: string[] = [];
    await database.transaction(async (tx) => {
      after(tx, () => said.push('committed'));
      said.push('within');
    });
    const failing = database.transaction(async (tx) => {
      after(tx, () => said.push('never'));
      throw new Error('The act failed.');
    });
    await expect(failing).rejects.toThrow('The act failed.');
    expect(said).toEqual(['within', 'committed']);
  });
});

describe('Outside a transaction', () => {
  const writes = [
    `INSERT INTO clock_round (name, ran_at) VALUES ('x', '2026-09-23')`,
    `UPDATE clock_round SET ran_at = '2026-09-23'`,
    `update "clock_round" AS c SET ran_at = '2026-09-23'`,
    `WITH gone AS (DELETE FROM session RETURNING 1) SELECT count(*) FROM gone`,
    `TRUNCATE session`,
  ];
  it.each(writes)('nothing is written by reading: %s', async (text) => {
    await expect(database.ask(text)).rejects.toThrow('Writing takes a transaction');
    await expect(database.rows('a write', text)).rejects.toThrow('Writing takes a transaction');
    await expect((async () => database.reader.query(text))()).rejects.toThrow('Writing takes a transaction');
  });

  it('the words of a reading may speak of writing', async () => {
    expect(await database.ask(`SELECT 'update' AS what, 'delete' AS other`)).toHaveLength(1);
    expect(await database.reader.query('SELECT name FROM clock_round')).toEqual([]);
  });

  it('one statement keeps house, by its own name', async () => {
    await database.write(`INSERT INTO clock_round (name, ran_at) VALUES ('house', $1)`, ['2026-09-23']);
    expect(await database.ask(`SELECT name FROM clock_round WHERE name = 'house'`)).toHaveLength(1);
  });
});

describe('A write that nobody waits for', () => {
  const round = `INSERT INTO clock_round (name, ran_at) VALUES ($1, '2026-09-23')`;

  it('is there when the act is', async () => {
    await database.transaction(async (tx) => soon(tx, tx.query(round, ['soon'])));
    expect(await database.ask('SELECT 1 FROM clock_round WHERE name = $1', ['soon'])).toHaveLength(1);
  });

  it.each([
    ['at the commit', async () => undefined],
    ['by the statement after it', async (tx: Tx) => tx.query('SELECT $1::int AS n', [1])],
  ])('undoes the act if it is refused, and says why: told %s', async (_, then) => {
    const twice = database.transaction(async (tx) => {
      await tx.query(round, ['first of two']);
      soon(tx, tx.query(round, ['soon']));
      await then(tx);
    });
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    expect(await database.ask('SELECT 1 FROM clock_round WHERE name = $1', ['first of two'])).toEqual([]);
  });

  it('undoes the act also where it cannot even be sent', async () => {
    const circle: Record<string, unknown> = {};
    circle['itself'] = circle;
    const unsent = database.transaction(async (tx) => {
      await tx.query(round, ['before the circle']);
      soon(tx, tx.query('UPDATE clock_round SET name = $1 WHERE false', [circle]));
    });
    await expect(unsent).rejects.toThrow('circular');
    expect(await database.ask('SELECT 1 FROM clock_round WHERE name = $1', ['before the circle'])).toEqual([]);
  });

  it('takes a transaction', () => {
    expect(() => soon(database.reader as Tx, Promise.resolve())).toThrow('Only a transaction');
  });
});

describe('Reads that are asked together', () => {
  it('are each answered under their own name', async () => {
    const answers = await database.transaction((tx) =>
      together({
        first: tx.query('SELECT $1::int AS n', [1]),
        slow: tx.query('SELECT pg_sleep(0.05), $1::int AS n', [2]),
        known: 3,
        last: tx.query('SELECT $1::int AS n', [4]),
      }),
    );
    expect(answers).toMatchObject({ first: [{ n: 1 }], slow: [{ n: 2 }], known: 3, last: [{ n: 4 }] });
  });

  it('undo the whole act when one of them is refused, and leave the connection whole', async () => {
    await expect(
      database.transaction(async (tx) => {
        await tx.query(`INSERT INTO clock_round (name, ran_at) VALUES ($1, '2026-09-23')`, ['一起问']);
        await together({
          right: tx.query('SELECT $1::int AS n', [1]),
          wrong: tx.query('SELECT 1 / $1::int AS n', [0]),
          after: tx.query('SELECT $1::int AS n', [2]),
        });
      }),
    ).rejects.toThrow('division by zero');
    expect(await database.ask('SELECT 1 FROM clock_round WHERE name = $1', ['一起问'])).toEqual([]);
    expect(await database.transaction((tx) => tx.query('SELECT $1::int AS n', [5]))).toEqual([{ n: 5 }]);
  });
});

describe('A moment of one’s own', () => {
  it('is told to the work done in it and to nobody else', async () => {
    const clock = new MovableClock();
    const [morning, evening] = ['2026-09-23T09:00:00+08:00', '2026-09-23T18:00:00+08:00'].map((text) => instant(text));
    const told = async () => {
      const first = clock.now();
      await turn();
      return [first, clock.now()];
    };
    const both = await Promise.all([clock.during(morning!, told), clock.during(evening!, told)]);
    expect(both).toEqual([
      [morning, morning],
      [evening, evening],
    ]);
    expect(clock.now() > evening!).toBe(true);
  });
});
