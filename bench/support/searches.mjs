/** What strangers ask of the lots: filters, words and depths; and for each the cheapest statement that has the same rows. */
import pg from 'pg';
import { cursorOf } from '#platform';
import { words } from './lots.mjs';

const list = '/api/listings';
const offered = `state = 'listed'`;
const ending = 'closes_on, id';
const newest = 'published_at DESC, id DESC';

/** Where each word is looked for: on offer, ever listed, and beside other filters. */
export const filtersOf = () => [
  { query: '', where: offered, order: ending },
  { query: '&state=all', where: 'true', order: newest },
  { query: '&town=370126101', where: `${offered} AND left(office_code, 9) = '370126101'`, order: ending },
  { query: '&kind=forest', where: `${offered} AND kind = 'forest'`, order: ending },
  {
    query: '&state=failed&area=200-&price=600-900&years=5-10',
    where: `state IN ('failed', 'withdrawn', 'terminated') AND area_mu >= 200 AND price_fen >= 60000 AND price_fen < 90000
      AND upper(term) - lower(term) >= 1825 AND upper(term) - lower(term) < 3650`,
    order: newest,
  },
];

const columns = `id, number, kind, mode, state, place, area_mu AS "areaMu", price_fen AS "priceFen", purpose, crops, lower(term) AS "termStart",
  upper(term) - 1 AS "termEnd", closes_on AS "closesOn", due_at AS "dueAt", household_count AS households, published_at AS "publishedAt",
  land_classes AS "landClasses", price_unit AS "priceUnit"`;
const said = `strpos(search_text, $2) > 0`;
/** Without the order's index: what is seldom is gathered by its pairs and then put in order. */
const gathered = (where, order) =>
  `SELECT ${columns} FROM (SELECT * FROM listing WHERE published_at IS NOT NULL AND ${where} AND search_pairs @> $1::text[] AND ${said} OFFSET 0) AS found
   ORDER BY ${order} LIMIT 20`;

const scopes = { offered: { where: offered, order: ending }, all: { where: 'true', order: newest } };
const kinds = { offered: `kind = 'forest'`, all: `kind = 'forest' AND price_fen >= 60000 AND price_fen < 90000` };

/** For each kind of address the one cheapest statement: in the order where many have it, by the words' index where few do. */
export const cheapest = Object.fromEntries(
  Object.entries(scopes).flatMap(([scope, { where, order }]) => {
    const behind =
      scope === 'offered'
        ? '(closes_on, id) > ($1::date, $2::uuid)'
        : '(published_at, id) < ($1::timestamptz, $2::uuid)';
    const from = `SELECT ${columns} FROM listing WHERE published_at IS NOT NULL AND ${where}`;
    return [
      [`${scope} page`, `${from} AND ${behind} ORDER BY ${order} LIMIT 20`],
      [`${scope} town`, `${from} AND left(office_code, 9) = $3 AND ${behind} ORDER BY ${order} LIMIT 20`],
      [`${scope} kind`, `${from} AND ${kinds[scope]} AND ${behind} ORDER BY ${order} LIMIT 20`],
      [`${scope} common word`, `${from} AND ${said.replace('$2', '$1')} ORDER BY ${order} LIMIT 20`],
      [`${scope} rare word`, gathered(where, order)],
    ];
  }),
);

const pairsOf = (word) => [...word].slice(1).map((letter, index) => `${[...word][index]}${letter}`);
const query = { offered: '', all: '&state=all' };
const kindQuery = { offered: '&kind=forest', all: '&kind=forest&price=600-900' };
const none = {
  offered: ['-infinity', '00000000-0000-0000-0000-000000000000'],
  all: ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
};

/** Keys of the lots at so many depths of an order. */
async function placesOf(client, where, key, order, many) {
  const { rows } = await client.query(
    `SELECT key, id FROM (SELECT ${key}::text AS key, id, row_number() OVER (ORDER BY ${order}) AS place, count(*) OVER () AS whole
       FROM listing WHERE published_at IS NOT NULL AND ${where}) AS q WHERE place % greatest(whole / $1, 1) = 0 AND place < whole - 40 ORDER BY place LIMIT $1`,
    [many],
  );
  return rows;
}

async function connected(url) {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=Asia/Shanghai' });
  await client.connect();
  return client;
}

const orders = { offered: ['closes_on', 'ending', ending], all: ['published_at', 'newest', newest] };
const address = (more) => `${list}?${more}`.replace('?&', '?').replace(/\?$/, '');

/** Some three hundred addresses: pages at depths, of towns, of kinds, and each word on offer and ever listed. */
export async function searches(url) {
  const client = await connected(url);
  const found = [];
  for (const [scope, { where }] of Object.entries(scopes)) {
    const [key, sort, order] = orders[scope];
    const places = [null, ...(await placesOf(client, where, key, order, 20))];
    for (const place of places) {
      const after = place ? `&after=${cursorOf('listings', sort, place)}` : '';
      const values = place ? [place.key, place.id] : none[scope];
      found.push({ name: `${scope} page`, path: address(query[scope] + after), values });
      found.push({ name: `${scope} kind`, path: address(query[scope] + kindQuery[scope] + after), values });
      for (const town of ['370126101', '370126102', '370126103'])
        found.push({
          name: `${scope} town`,
          path: address(`town=${town}${query[scope]}${after}`),
          values: [...values, town],
        });
    }
    for (const [sort, each] of Object.entries(words))
      for (const word of each) {
        const plain = word.replace('·', '');
        const common = sort === 'common' || (sort === 'seldom' && scope === 'all');
        const values = common ? [plain] : [pairsOf(plain), plain];
        const name = `${scope} ${common ? 'common' : 'rare'} word`;
        found.push({ name, path: `${list}?q=${encodeURIComponent(word)}${query[scope]}`, values });
      }
  }
  await client.end();
  return found;
}

export const askedBare = ({ path, name, values }) => ({ path, name, values });

/** First pages of the list and pages far behind them, on offer and ever listed, with filters and without. */
export async function depthsOf(url) {
  const client = await connected(url);
  const [first, deep] = [[], []];
  for (const [scope, { where }] of Object.entries(scopes)) {
    const [key, sort, order] = orders[scope];
    const places = await placesOf(client, where, key, order, 30);
    for (const more of ['', kindQuery[scope], '&town=370126101', '&area=10-50', '&use=orchard&years=5-10']) {
      first.push(address(query[scope] + more));
      deep.push(...places.map((place) => address(`${query[scope]}${more}&after=${cursorOf('listings', sort, place)}`)));
    }
  }
  await client.end();
  return { first, deep };
}
