import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { forgetting } from '../apps/exchange/src/libs.js';
import { TestExchange } from './support/exchange.js';
import { codeOf, sourcesUnder } from './support/sources.js';

interface Grant {
  table: string;
  privilege: string;
}

describe('The serving role', () => {
  let exchange: TestExchange;
  let grants: Grant[];
  let tables: string[];
  let kept: string[];

  beforeAll(async () => {
    exchange = await TestExchange.open();
    const owner = new pg.Client(exchange.databaseUrl);
    await owner.connect();
    // What PostgreSQL itself holds, whoever granted it.
    const found = await owner.query<Grant>(
      `SELECT c.relname AS table, a.privilege_type AS privilege FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
         AND (a.grantee = 'exchange_server'::regrole OR a.grantee = 0) ORDER BY 1, 2`,
    );
    grants = found.rows;
    const all = await owner.query<{ name: string; kept: boolean }>(
      `SELECT c.relname AS name, EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname LIKE '%\\_append\\_only') AS kept
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`,
    );
    tables = all.rows.map((row) => row.name);
    kept = all.rows.filter((row) => row.kept).map((row) => row.name);
    await owner.end();
  });
  afterAll(() => exchange.close());

  const having = (privilege: string): string[] =>
    grants.filter((grant) => grant.privilege === privilege).map((grant) => grant.table);

  it('deletes from the tables that forget, and from no other', () => {
    expect(having('DELETE').toSorted()).toEqual([...forgetting].toSorted());
    expect(having('TRUNCATE')).toEqual([]);
  });

  it('is granted what the code deletes from, and nothing the code does not', () => {
    const code = sourcesUnder(['libs', 'apps'], /\.ts$/).filter(
      (source) => !/\.spec\.ts$|\/migrations\//.test(source.path),
    );
    const deleted = code.flatMap((source) =>
      [...codeOf(source).matchAll(/\bDELETE FROM (?:ONLY )?"?([a-z_]+)|\.(?:delete|remove)\(([A-Z]\w+)/g)].map(
        ([, table, entity = '']) => table ?? entity.replaceAll(/(?<=.)([A-Z])/g, '_$1').toLowerCase(),
      ),
    );
    expect([...new Set(deleted)].toSorted()).toEqual([...forgetting].toSorted());
  });

  it('changes and deletes no history, and owns nothing', async () => {
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.filter((table) => [...having('UPDATE'), ...having('DELETE')].includes(table))).toEqual([]);
    expect(tables).toEqual(expect.arrayContaining([...forgetting]));
    const rows = await exchange.database.ask<{ name: string; member: boolean }>(
      `SELECT current_user::text AS name, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS member FROM pg_roles WHERE rolname = current_user`,
    );
    expect(rows).toEqual([{ name: 'exchange_server', member: false }]);
  });

  it.each(['transfer', 'certificate', 'account', 'evidence_file', 'step_history'])(
    'is refused when it deletes from %s',
    async (table) => {
      await expect(exchange.database.write(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    },
  );

  it('deletes a session, as signing out does', async () => {
    await exchange.database.write('DELETE FROM session');
    expect(readFileSync('docs/operations.md', 'utf8')).toContain('from the fifteen tables that forget');
    expect(forgetting.length).toBe(15);
  });
});
