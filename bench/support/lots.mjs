/** So many lots by SQL, three in a hundred of them on offer: for measuring only. People's lots are made by the services. */
import pg from 'pg';
import { withoutIndexes } from './cases.mjs';

/** What lots are searched for, from what a third of them say to what none does; each where `texts` below puts it. */
export const words = {
  common: ['小麦', '玉米', '机井', '演练', '合作社', '小麦玉米'],
  seldom: ['大棚', '生姜', '水稻', '家庭农场', '花生', '通柏油路'],
  rare: ['丹参', '何首乌', '菊花茶园', '𠮷田', '古丽·买', '藕塘', '白首乌', '桔梗地块', '茭白'],
  absent: ['橡胶', '油棕树', '可可豆园'],
};

/** Clones the county and fills the clone. */
export async function countyWithLots(url, name, count) {
  const owner = new pg.Client(url);
  await owner.connect();
  await owner.query(`CREATE DATABASE ${name} TEMPLATE ${new URL(url).pathname.slice(1)}`);
  await owner.end();
  const own = Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const client = new pg.Client({
    connectionString: own,
    options: '-c TimeZone=Asia/Shanghai -c synchronous_commit=off -c work_mem=64MB',
  });
  client.on('error', () => undefined); // The server may go first if the bench fails.
  await client.connect();
  await client.query('SET session_replication_role = replica');
  await client.query(texts);
  await withoutIndexes(client, ['listing'], () => client.query(lots, [count, words.rare]));
  await client.query('SET session_replication_role = origin');
  await client.query('DROP TABLE bench_text');
  await client.query('VACUUM ANALYZE listing');
  await client.query('CHECKPOINT');
  await client.end();
  return own;
}

/** Nine thousand different texts with their pairs: to split a million of them one by one would take longer than to measure. */
const texts = `
  CREATE TABLE bench_text AS
  SELECT row_number() OVER (ORDER BY n) - 1 AS n, code, place, crops, conditions, fixtures, search_plain(concat_ws(' ', place, crops, conditions, fixtures)) AS plain,
    search_pairs(search_plain(concat_ws(' ', place, crops, conditions, fixtures))) AS pairs
  FROM (
    SELECT n, o.office_code AS code, '演练镇' || o.name AS place,
      (ARRAY['小麦玉米', '小麦、玉米', '玉米', '大蒜', '蔬菜', '小麦', '棉花', '苗木', '花生', '大豆'])[1 + n % 10]
        || CASE WHEN n % 53 = 0 THEN '、水稻' WHEN n % 61 = 0 THEN '、生姜' ELSE '' END AS crops,
      (ARRAY['', '合作社', '会种粮食的合作社或者公司', '有农机', '本村优先', ''])[1 + n % 6]
        || CASE WHEN n % 47 = 0 THEN '家庭农场' ELSE '' END AS conditions,
      (ARRAY['无', '机井 2 眼', '机井、电', '路边', ''])[1 + n % 5]
        || CASE WHEN n % 43 = 0 THEN '，大棚两座' WHEN n % 41 = 0 THEN '，通柏油路' ELSE '' END AS fixtures
    FROM generate_series(1, 9000) AS n
      JOIN (SELECT office_code, name, row_number() OVER (ORDER BY office_code) - 1 AS at FROM office WHERE level = 'village') AS o ON o.at = n % 900
  ) AS made`;

const lots = `
  INSERT INTO listing (id, number, kind, mode, state, state_since, due_at, office_code, born_office_code, revision, rules_day, place, issuer_code,
    transferor_name, term, price_fen, floor_fen, payment, purpose, crops, fixtures, conditions, declared, area_mu, parcel_count, household_count,
    extensions, published_at, closes_on, ended_code, created_at, created_by, price_unit, own, holder_id, land_classes, search_text, search_pairs)
  SELECT gen_random_uuid(), 'L' || k, CASE WHEN k % 40 = 0 THEN 'forest' ELSE 'contracted' END, 'lease',
    CASE WHEN k % 33 = 0 THEN 'listed' ELSE (ARRAY['closed', 'failed', 'closed', 'withdrawn', 'closed'])[1 + k % 5] END, made,
    CASE WHEN k % 33 = 0 THEN timestamptz '2027-06-01 17:00' + k / 33 % 60 * interval '1 day' END, code, code, 1, '2026-01-01', place,
    '99999900000000', '某户', daterange('2026-10-01', '2026-10-01'::date + 365 * (1 + k % 12)), fen, fen, '每年一次付清',
    (ARRAY['grain', 'vegetables', 'orchard'])[1 + k % 3], crops || seldom, fixtures, conditions, '{"lease": "无", "dispute": "无"}',
    1 + k % 400 + 0.5, 1, 1, 0, made, CASE WHEN k % 33 = 0 THEN date '2027-06-01' + k / 33 % 60 ELSE made::date + 20 END,
    CASE WHEN k % 5 = 1 THEN 'nobody' END, made, '某人',
    'mu_year', '{}', CASE WHEN k % 40 = 0 THEN (SELECT id FROM party ORDER BY id LIMIT 1) END,
    CASE WHEN k % 40 = 0 THEN '{}'::text[] ELSE ARRAY[(ARRAY['0101', '0102', '0103'])[1 + k % 3]] END,
    CASE seldom WHEN '' THEN 'l' || k || plain ELSE whole END,
    CASE seldom WHEN '' THEN pairs || search_pairs('l' || k || left(plain, 1)) ELSE search_pairs(whole) END
      || listing_marks(CASE WHEN k % 40 = 0 THEN 'forest' ELSE 'contracted' END, 'lease', (ARRAY['grain', 'vegetables', 'orchard'])[1 + k % 3],
        1 + k % 400 + 0.5, fen, 365 * (1 + k % 12),
        CASE WHEN k % 40 = 0 THEN '{}'::text[] ELSE ARRAY[(ARRAY['0101', '0102', '0103'])[1 + k % 3]] END)
  FROM generate_series(1, $1::int) AS k JOIN bench_text t ON t.n = k % 9000,
    LATERAL (SELECT CASE WHEN k % 503 IN (7, 330) THEN ($2::text[])[1 + k / 503 % cardinality($2)] ELSE '' END AS seldom,
      timestamptz '2020-01-01' + k * interval '180 seconds' AS made, 40000 + k::bigint * 7 % 900 * 100 AS fen) AS x,
    LATERAL (SELECT CASE seldom WHEN '' THEN '' ELSE search_plain(concat_ws(' ', 'L' || k, place, crops || seldom, conditions, fixtures)) END AS whole) AS y`;
