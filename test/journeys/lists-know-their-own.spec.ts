import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { type Post } from '#kernel';
import { cursorOf, routesOf } from '#platform';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

const nobody = '00000000-0000-4000-8000-000000000000';
/** Who reads a list that is open to every member of staff. */
const readers: Readonly<Record<string, string>> = { '/register': '101-clerk' };

/** Values of filters that take any of their kind: a town, a village, a year, a number. */
const samples = ['370126101', '370126101226', '2030', '17'];

/** Every list there is, found by its routes: what belongs to another list is refused by its own problem. */
describe('A list knows its own', () => {
  let given: Given;
  let lists: { path: string; login: string; name: string; sorts: string[]; queries: string[]; sheet: boolean }[];
  const loginOf = (path: string, held: readonly Post[]): string => {
    const known = readers[path];
    if (known !== undefined) return known;
    const [post] = held;
    if (post === undefined) return 'reviewer';
    const short = post.replace(/^(county|town)_/, '');
    return post.startsWith('town_') ? `101-${short}` : post === 'village_clerk' ? '101-village-226' : short;
  };
  const refusal = async (path: string, login: string): Promise<string> => {
    const answer = await given.as(login).ask(path);
    expect(answer.body).not.toMatch(/SELECT|syntax/);
    return `${answer.statusCode} ${answer.json<{ type?: string }>().type ?? ''}`;
  };

  beforeAll(async () => {
    const exchange = await TestExchange.open();
    given = new Given(exchange);
    lists = routesOf(exchange.app).flatMap(({ method, path, posts, inputs }) => {
      const list = inputs.find((each) => each.list)?.list;
      if (method !== 'GET' || !list || path.includes(':')) return [];
      const { name, sorts, filters, words } = list.spec;
      const queries = Object.entries(filters).flatMap(([filter, { choices, like }]) =>
        (choices ?? samples.filter((value) => like?.test(value))).map((value) => `${filter}=${value}`),
      );
      return {
        ...{ path, name, sheet: list.spec.sheet !== undefined },
        login: loginOf(path, posts),
        sorts: Object.keys(sorts),
        queries: [...Object.keys(sorts).map((sort) => `sort=${sort}`), ...queries, ...(words ? ['q=370'] : [])],
      };
    });
  });
  afterAll(() => given.close());

  it('answers each of its orders and filters', async () => {
    expect(lists.length).toBeGreaterThan(6);
    const wrong: string[] = [];
    for (const { path, login, queries } of lists.filter(({ path: each }) => !/\/(next|sheet)$/.test(each)))
      for (const query of queries) {
        const { statusCode } = await given.as(login).ask(`${path}?${query}`);
        if (statusCode !== 200) wrong.push(`${login} ${path}?${query} ${statusCode}`);
      }
    expect(wrong).toEqual([]);
  }, 180_000);

  it('refuses the filter, the order and the cursor of another, each by name', async () => {
    const wrong: string[] = [];
    for (const { path, login, name, sorts } of lists) {
      const foreign = cursorOf(`not-${name}`, sorts[0] ?? '', { key: '2026-09-23 09:00:00+08', id: nobody });
      const expected = {
        'colour=red': '422 /problems/list-filter',
        'sort=by-colour': '422 /problems/list-sort',
        [`after=${foreign}`]: '422 /problems/list-cursor',
      };
      for (const [query, problem] of Object.entries(expected)) {
        const told = await refusal(`${path}?${query}`, login);
        if (told !== problem) wrong.push(`${login} ${path}?${query} ${told}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('goes to Excel under heads that are words, where it declares a workbook', async () => {
    const sheets = lists.filter(({ path }) => path.endsWith('/sheet'));
    expect(sheets.map(({ path }) => path)).toEqual(
      expect.arrayContaining(
        lists.filter(({ sheet }) => sheet).map(({ path }) => `${path.replace(/\/(sheet|feed)$|\.ics$/, '')}/sheet`),
      ),
    );
    const bare: string[] = [];
    for (const { path, login } of sheets) {
      const answer = await given.as(login).ask(path);
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(answer.rawPayload as never);
      const heads = (book.worksheets[0]!.getRow(1).values as string[]).slice(1);
      bare.push(...heads.filter((head) => /^\w+$/.test(head)).map((head) => `${path} ${head}`));
    }
    expect(bare).toEqual([]);
  });

  it('has a name that no other list has', () => {
    const names = new Map(lists.map(({ path, name }) => [path.replace(/\/(sheet|next|feed)$|\.ics$/, ''), name]));
    expect(new Set(names.values()).size).toBe(names.size);
  });
});
