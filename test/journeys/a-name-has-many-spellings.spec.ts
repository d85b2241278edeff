import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportsService } from '#rights';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { Given } from '../support/given.js';
import { csvOf, registerFiles } from '../support/register-files.js';
import { sourcesUnder } from '../support/sources.js';

const files = registerFiles(3, 'spellings', '370126101221');
/** As three offices wrote down the same people: with another dot, with a gap, with a compatibility ideograph. */
const names = { dotted: '阿依古丽•买买提', gap: '张　伟', compatible: '\uf9f4芸' };
const spellings: Record<keyof typeof names, string[]> = {
  dotted: [
    '阿依古丽•买买提',
    '阿依古丽·买买提',
    '阿依古丽・买买提',
    '阿依古丽．买买提',
    '阿依古丽 · 买买提',
    '阿依古丽买买',
  ],
  gap: ['张　伟', '张 伟', '张伟', '张\u200b伟'],
  compatible: ['\uf9f4芸', '林芸'],
};

describe('One name in several spellings is one person', () => {
  let given: Given;
  let administrator: ApiClient;
  let clerk: ApiClient;
  let certified: TransferStory;

  beforeAll(async () => {
    given = await Given.open();
    administrator = await given.hire('register-desk', ['county_administrator', '370126000000']);
    clerk = given.as('101-clerk');
    [names.dotted, names.gap, names.compatible].forEach((name, i) => (files.CBF[i]!['CBFMC'] = name));
    for (const [name, rows] of [
      ['FBF.csv', files.FBF],
      ['CBF.csv', files.CBF],
      ['CBHT.csv', files.CBHT],
    ] as const)
      expect(await takeIn(name, rows)).toMatchObject({ status: 'done', bad: 0 });
    certified = await given.transfer({ state: 'certified' });
  }, 120_000);
  afterAll(() => given.close());

  async function takeIn(name: string, rows: Record<string, string>[]): Promise<Record<string, unknown>> {
    const imports = given.exchange.app.get(ImportsService);
    const sent = await administrator.send('/register/imports', { file: new File([csvOf(rows)], name) });
    const { id } = sent.json<{ id: string }>();
    await imports.settled(id);
    await administrator.post(`/register/imports/${id}/run`, {});
    await imports.settled(id);
    return administrator.get(`/register/imports/${id}`);
  }
  const found = (path: string, q: string): Promise<{ code?: string; contractorCode?: string; number?: string }[]> =>
    clerk
      .get<{ rows?: []; found?: [] }>(`${path}${path.includes('?') ? '&' : '?'}q=${encodeURIComponent(q)}`)
      .then(({ rows, found: lines }) => rows ?? lines ?? []);

  it('in files that come one after the other, and what was written is kept', async () => {
    const household = files.CBF[0]!['CBFBM']!;
    const heads = files.CBF.map((row, i) => ({
      ...files.CBF_JTCY.find((member) => member['CBFBM'] === row['CBFBM'])!,
      CYXM: Object.values(spellings)[i]![1]!,
    }));
    expect(await takeIn('JTCY.csv', heads)).toMatchObject({ added: 3, bad: 0 });
    const kept = await given.exchange.database.ask(
      `SELECT n.name, p.display_name AS shown FROM household h JOIN person n ON n.id = h.representative_id JOIN party p ON p.id = h.id
       WHERE h.contractor_code = $1`,
      [household],
    );
    expect(kept).toEqual([{ name: names.dotted, shown: `${names.dotted}户` }]);
    // Another name under the same number is somebody else still.
    const other = await takeIn('JTCY.csv', [{ ...heads[0]!, CYXM: '阿依古丽·买买江' }]);
    expect(other).toMatchObject({ bad: 1 });
  });

  it('wherever it is looked for: in lists, in finders, in the wizard', async () => {
    for (const [i, writings] of Object.values(spellings).entries()) {
      const code = files.CBF[i]!['CBFBM'];
      for (const q of writings) {
        expect([q, (await found('/register', q)).map((row) => row.contractorCode)]).toEqual([q, [code]]);
        expect([q, (await found('/finders/household', q)).map((row) => row.code)]).toEqual([q, [code]]);
      }
    }
  });

  it('and a number is found as it was copied, in half-width brackets, with gaps and over two lines', async () => {
    const papers = await clerk.get<{ rows: { number: string }[] }>('/papers?kind=certificate');
    const number = papers.rows[0]!.number;
    expect(number).toMatch(/（2026）/);
    const copies = [
      number,
      number.replace('（', '(').replace('）', ')'),
      number.replace('（', '〔').replace('）', '〕'),
      number.replace('（', ' （').replace('第', '\n第 '),
      number.replace('2026', '２０２６'),
    ];
    for (const q of copies) {
      expect([q, (await found('/papers?kind=certificate', q)).length]).toEqual([q, 1]);
      expect([q, (await found('/certificates', q)).length]).toEqual([q, 1]);
    }
    const [notice] = await given.exchange.database.ask<{ number: string }>(
      `SELECT n.number FROM notice n WHERE n.subject_id = $1`,
      [certified.id],
    );
    const half = notice!.number.replace('〔', '(').replace('〕', ') ');
    const notices = await given.stranger.get<{ rows: object[] }>(`/notices?state=all&q=${encodeURIComponent(half)}`);
    expect(notices.rows).toHaveLength(1);
  });

  it('and a case is followed by its number however wide it was typed', async () => {
    const [row] = await given.exchange.database.ask<{ number: string; code: string }>(
      'SELECT number, follow_code AS code FROM transfer WHERE id = $1',
      [certified.id],
    );
    const wide = [...row!.number].map((sign) =>
      /\d/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign,
    );
    const typed = {
      number: ` ${wide.join('').toLowerCase()}\u202c`,
      code: `${row!.code.slice(0, 4)} ${row!.code.slice(4).toLowerCase()}`,
    };
    const seen = await given.stranger.send('/follow', typed);
    expect(seen.json<{ case: object | null }>().case).toEqual(expect.any(Object));
  });

  it('but what stands for a lost character is no spelling: no form takes it', async () => {
    const [notice] = await given.exchange.database.ask<{ id: string }>('SELECT id FROM notice WHERE subject_id = $1', [
      certified.id,
    ]);
    const faults = async (who: ApiClient, path: string, body: object): Promise<string[]> => {
      const answer = await who.send(path, body);
      const { errors = [] } = answer.json<{ errors?: { pointer: string; detail: string }[] }>();
      return errors.filter(({ pointer }) => /name|holder|witness/i.test(pointer)).map(({ detail }) => detail);
    };
    const lost = expect.stringMatching(/第 2 个字是“□”/);
    const objection = `/notices/${notice!.id}/objections`;
    expect(await faults(given.stranger, objection, { name: '王□' })).toEqual([lost]);
    expect(await faults(administrator, '/accounts', { name: '王□' })).toContainEqual(lost);
    expect(await faults(clerk, '/assisted', { name: '王□', witness: '李□' })).toEqual([lost, lost]);
    expect(await faults(administrator, '/escrow-accounts', { holder: '商□镇财政所' })).toContainEqual(lost);
  });

  it('and every field that asks for a name says which signs it takes', () => {
    const unnamed = sourcesUnder(['libs'], /\.input\.ts$/).flatMap(({ path, text }) =>
      [
        ...text.matchAll(
          /TextField\(\s*'[^']*(?:姓名|户名|全称|法定代表人|见证人|抵押权人|收款人|付款人|谁来领)[^']*',([^;]*?);/g,
        ),
      ]
        .filter(([, asked = '']) => !/named: |^\s*collector\)/.test(asked))
        .map(([field]) => `${path}: ${field.slice(0, 60)}`),
    );
    expect(unnamed).toEqual([]);
  });
});
