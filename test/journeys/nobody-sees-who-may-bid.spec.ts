import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AccountsService } from '#platform';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { Given, refusal } from '../support/given.js';
import { GivenLots, type Lot } from '../support/lots.js';

jest.setTimeout(400_000);

/** Everybody who works here: of each post one. */
const finance = '101-finance';
const staff = [
  ...['101-trade', finance, '101-clerk', '101-reviewer', '101-information', '101-coordination', '101-village-226'],
  ...['reviewer', 'director', 'certifier', 'administrator', 'information', 'supervisor'],
] as const;
/** So many addresses of one kind by each reader. */
const ofEachKind = 3;

interface Bidder {
  interest: string;
  party: string;
  name: string;
  deposit: string;
  code: string;
}

/** 有几方参加、是哪几方，结果出来以前谁也看不到：of three who qualify two have paid, and nobody who works here can tell which. */
describe('Nobody sees who may bid', () => {
  let given: Given;
  let lots: GivenLots;
  let lot: Lot;
  let bidders: Bidder[];
  /** What each read before anybody had paid. */
  const before = new Map<string, Map<string, string>>();
  const wish = { offerYuan: '900', ability: '种粮 6 年，有农机', credit: '无' };

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    lots = new GivenLots(given, await scan('signed paper'));
    const [home] = await lots.households(1);
    lot = await lots.listed({ household: home!.code });
    const third = await aNeighbour(given, home!.code);
    const ids: string[] = [];
    for (const who of [given.as('cooperative'), given.as('farmer'), third])
      ids.push(await lots.interested(lot.id, who, wish));
    for (const id of ids) await given.as('101-trade').post(`/interests/${id}/qualification`);
    bidders = await given.exchange.database.ask<Bidder & Record<string, unknown>>(
      `SELECT i.id AS interest, i.party_id AS party, i.party_name AS name, d.id AS deposit, d.case_number AS code
       FROM interest i JOIN deposit d ON d.subject = 'interest' AND d.subject_id = i.id WHERE i.listing_id = $1 ORDER BY array_position($2::uuid[], i.id)`,
      [lot.id, ids],
    );
    for (const login of staff) before.set(login, await readBy(login));
    for (const id of ids.slice(0, 2)) await lots.paid(id, { paidOn: given.exchange.today, paidTime: '08:30:00' });
  }, 180_000);
  afterAll(() => given.close());

  it('but each himself, with the code for his slip', async () => {
    const own = (login: string, at: number) => given.as(login).get(`/interests/${bidders[at]!.interest}`);
    expect(await own('cooperative', 0)).toMatchObject({ mayBid: true, depositCode: bidders[0]!.code });
    expect(await own('farmer-2', 2)).toMatchObject({ mayBid: false, heldFen: 0, depositCode: bidders[2]!.code });
    expect((await given.page(`/interests/${bidders[0]!.interest}`, given.as('cooperative'))).body).toContain(
      '保证金按时到账，可以参加',
    );
    for (const { code } of bidders) expect(code).toMatch(/^BZ-[2-9A-HJ-NP-Z]{8}$/);
  });

  it.each(staff)('%s reads what he read before they paid, wherever one of them is named', async (login) => {
    const told: string[] = [];
    for (const [address, text] of await readBy(login)) {
      const whose = tells(text, bidders.flatMap(marksOf));
      if (login === finance) {
        // Whose money it books it knows, and not for which lot.
        const lots = tells(text, [lot.number!, lot.id, ...bidders.map(({ interest }) => interest)]);
        if (whose.length > 0 && lots.length > 0)
          told.push(
            `${address} tells ${lots.map((mark) => text.slice(text.indexOf(mark) - 80, text.indexOf(mark) + 40)).join()} of ${whose.join()}`,
          );
      } else if (text !== before.get(login)?.get(address)) {
        // The books are everybody's who audits them: of codes, and of no name.
        const codes = address.startsWith('/ledger') ? bidders.flatMap(({ code, deposit }) => [code, deposit]) : [];
        const more = whose.filter((mark) => !codes.includes(mark));
        if (more.length > 0) told.push(`${address} is another, and names ${more.join()}`);
      }
    }
    expect(told).toEqual([]);
  });

  it('nor by trying, before the period is over or after it', async () => {
    const trade = given.as('101-trade');
    const tried = async () => {
      const said = [await refusal(trade.post(`/listings/${lot.id}/failure`))];
      for (const { interest } of bidders)
        said.push(await refusal(given.as(finance).post(`/interests/${interest}/refusal`, {})));
      return JSON.stringify(said);
    };
    expect(await tried()).not.toMatch(/\d 方|[两二三]方/);
    expect((await refusal(given.as('director').get(`/deposits/${bidders[0]!.deposit}`))).status).toBe(404);
    expect((await refusal(given.as(finance).get(`/interests/${bidders[0]!.interest}`))).status).toBe(404);
    await given.pass(8);
    expect((await refusal(trade.post(`/listings/${lot.id}/failure`))).text).toContain(
      '有够资格、按时交足保证金的，不能算流标。',
    );
    for (const login of ['101-trade', 'director', finance]) expect(await alike(login)).toHaveLength(1);
  });

  it('nor while they bid', async () => {
    await lots.bidFor(lot.id);
    for (const login of ['101-trade', 'supervisor', finance]) expect(await alike(login)).toHaveLength(1);
    // Nor the numbers that were dealt: how many they are would tell as much.
    const dealt = await given.exchange.database.ask<{ id: string; number: number }>(
      `SELECT a.id, b.number FROM auction a JOIN auction_bidder b ON b.auction_id = a.id WHERE a.listing_id = $1 AND b.number NOT BETWEEN 2020 AND 2040`,
      [lot.id],
    );
    for (const login of staff)
      for (const answer of [
        await given.page(`/auctions/${dealt[0]!.id}`, given.as(login)),
        await given.as(login).ask(`/auctions/${dealt[0]!.id}`),
      ])
        expect([login, answer.statusCode, dealt.filter(({ number }) => answer.body.match(`\\b${number}\\b`))]).toEqual([
          login,
          200,
          [],
        ]);
    expect((await lots.see(lot.id)).interests.map(({ state, heldFen }) => [state, heldFen])).toEqual([
      ['qualified', null],
      ['qualified', null],
      ['qualified', null],
    ]);
  });

  /** Whether the pages of the lot say the same of each of the three; the desk that books their money does not find them there. */
  async function alike(login: string): Promise<string[]> {
    const who = given.as(login);
    const said = await Promise.all(
      bidders.map(async (one) => {
        const texts = [
          await given.page(`/listings/${lot.id}`, who),
          await who.ask(`/listings/${lot.id}`),
          await who.ask(`/interests/${one.interest}`),
        ];
        return texts.map(({ body }) => partsOf(body, one)).join('\n');
      }),
    );
    expect(said[0]!.includes('qualified')).toBe(login !== finance);
    return [...new Set(said)];
  }

  /** Every page that a reader comes to, some of each kind, as people and as programs get it. */
  async function readBy(login: string): Promise<Map<string, string>> {
    const who = given.as(login);
    const { paths } = (await given.stranger.ask('/openapi.json')).json<{
      paths: Record<string, Record<string, unknown>>;
    }>();
    const kinds = Object.keys(paths)
      .filter((path) => paths[path]?.['get'])
      .toSorted((one, other) => one.split('{').length - other.split('{').length)
      .map((path) => ({ path, fits: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }));
    const own = bidders.flatMap(({ interest, deposit }) => [
      `/interests/${interest}`,
      `/deposits/${deposit}`,
      `/deposits/${deposit}/accounts`,
    ]);
    const first = [`/listings/${lot.id}`, '/deposits?state=held', '/deposits?state=requested', ...own];
    const many = new Map<string, number>();
    const read = new Map<string, string>();
    const met = new Set([
      ...first,
      ...kinds.map(({ path }) => path).filter((path) => !path.includes('{') && !path.endsWith('/sheet')),
    ]);
    for (const address of met) {
      const kind = kinds.find(({ fits }) => fits.test(address.replace(/\?.*$/, '')))?.path;
      const before = many.get(kind ?? '') ?? 0;
      if (kind === undefined || (before >= ofEachKind && !first.includes(address))) continue;
      const page = await given.page(address, who);
      if (page.statusCode !== 200) continue;
      many.set(kind, before + 1);
      // Each form has a key of its own.
      const text = page.body.replaceAll(/value="[0-9a-f-]{36}"/g, '');
      read.set(address, text).set(`${address} (JSON)`, (await who.ask(address)).body);
      for (const [, link = ''] of page.body.matchAll(/href="(\/[^"#]*)/g)) met.add(link.replaceAll('&amp;', '&'));
    }
    return read;
  }
});

const marksOf = ({ interest, name, deposit, code }: Bidder): string[] => [interest, name, deposit, code];
const tells = (text: string, marks: readonly string[]): string[] => marks.filter((mark) => text.includes(mark));

/** What a text says of one of them, with his own names taken out: each item of a page, each object of an answer that names him. */
function partsOf(text: string, { interest, party, name, deposit, code }: Bidder): string {
  const own = [interest, party, name, deposit, code];
  const items = text.startsWith('{')
    ? objectsIn(JSON.parse(text) as unknown)
    : text.split(/<(?=li|tr|section|h1|dl|div)|<\/li>/);
  return items
    .filter((item) => tells(item, own).length > 0)
    .map((item) => own.reduce((said, mark) => said.replaceAll(mark, '…'), item))
    .map((item) => item.replaceAll(/"[A-Z]{2}-?\w+"|cooperative|other|outside_person|member/g, '…'))
    .toSorted()
    .join('\n');
}

/** The innermost objects, as text. */
function objectsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  const plain = Object.entries(value).filter(([, each]) => typeof each !== 'object' || each === null);
  return [JSON.stringify(Object.fromEntries(plain)), ...inner];
}

/** Somebody of the village who gives no land of this lot, and whose account speaks for him. */
async function aNeighbour(given: Given, household: string): Promise<ApiClient> {
  const { database, app } = given.exchange;
  const [tied] = await database.ask<{ account: string; person: string }>(
    `SELECT (SELECT id FROM account WHERE login = 'farmer-2') AS account, m.person_id AS person FROM household h JOIN member m ON m.household_id = h.id
     JOIN person p ON p.id = m.person_id WHERE left(h.contractor_code, 12) = left($1, 12) AND h.contractor_code <> $1 AND m.valid_to IS NULL
       AND p.born BETWEEN '1960-01-01' AND '2000-01-01' ORDER BY p.id LIMIT 1`,
    [household],
  );
  await database.transaction((tx) => app.get(AccountsService).tieToParty(tx, tied!.account, tied!.person));
  return given.as('farmer-2');
}
