/** So many cases and notices by SQL: for measuring only. People's cases are made by the services. */
import pg from 'pg';

const ended = ['expired', 'terminated', 'withdrawn', 'rejected', 'in_force'];
const desks = ['submitted', 'town_review', 'survey', 'county_review', 'on_notice', 'deposit'];

/** Clones the county and fills the clone: three in a hundred are under way, the rest lie behind. */
export async function countyWith(url, name, count) {
  const owner = new pg.Client(url);
  await owner.connect();
  await owner.query(`CREATE DATABASE ${name} TEMPLATE ${new URL(url).pathname.slice(1)}`);
  await owner.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  const client = new pg.Client({
    connectionString: own.href,
    options: '-c TimeZone=Asia/Shanghai -c synchronous_commit=off',
  });
  client.on('error', () => undefined); // The server may go first if the bench fails.
  await client.connect();
  const { rows } = await client.query(
    `INSERT INTO party (kind, display_name, created_at) VALUES ('body', '某合作社', '2026-01-01') RETURNING id AS party`,
  );
  await client.query(
    `INSERT INTO issuer VALUES ('99999900000000', '某村', '某人', '370126101226', '370126101226', NULL, false)`,
  );
  const villages = await client.query(
    `SELECT array_agg(office_code) AS codes FROM (SELECT office_code FROM office WHERE level = 'village' ORDER BY office_code LIMIT 900) AS o`,
  );
  // Rows made here keep to the rules, and no process is running that must be told of each: no trigger need look at a million of them.
  await client.query('SET session_replication_role = replica');
  await withoutIndexes(client, ['transfer', 'notice'], async () => {
    await client.query(transfers, [rows[0].party, '99999900000000', villages.rows[0].codes, count, ended, desks]);
    await client.query(notices, [villages.rows[0].codes, count]);
  });
  await client.query('SET session_replication_role = origin');
  await client.query('VACUUM ANALYZE');
  await client.query('CHECKPOINT');
  await client.end();
  return own.href;
}

/** Builds the indexes once when all rows are there, instead of for each row; those of constraints stay. */
export async function withoutIndexes(client, tables, fill) {
  const { rows } = await client.query(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS made FROM pg_index i
     WHERE i.indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
    [tables],
  );
  await client.query(rows.map(({ name }) => `DROP INDEX ${name}`).join(';'));
  await fill();
  await client.query(`SET maintenance_work_mem = '256MB'`);
  for (const { made } of rows) await client.query(made);
}

const transfers = `
  INSERT INTO transfer (number, follow_code, kind, mode, state, state_since, due_at, revision, rules_day, office_code, born_office_code, place,
    transferee_id, transferee_kind, transferee_name, transferor_name, issuer_code, term, price_fen, payment, purpose, crops, handover_on, fixtures,
    ability, area_mu, parcel_count, household_count, round, created_at, created_by, submitted_at, search_text, search_pairs)
  SELECT '测' || n, lpad(n::text, 8, '0'), 'contracted', 'lease',
    CASE WHEN n % 33 = 0 THEN ($6::text[])[1 + n / 33 % 6] ELSE ($5::text[])[1 + n % 5] END,
    timestamptz '2026-01-01' + n * interval '7 seconds',
    CASE WHEN n % 33 = 0 THEN timestamptz '2026-11-01 17:00' + (n / 33 % 4000) * interval '13 minutes' END,
    1, '2026-01-01', v.code, v.code, '某镇某村', $1, 'cooperative', '某合作社', '某户', $2,
    daterange('2027-01-01', '2032-01-01'), 90000, 'yearly', 'grain', '小麦', '2027-01-01', '', '', 12.5, 1, 1, 1,
    timestamptz '2026-01-01' + n * interval '7 seconds', '某人', timestamptz '2026-01-01' + n * interval '7 seconds',
    '测' || n || '某镇某村某户某合作社', search_pairs('某镇某村某户某合作社')
  FROM generate_series(1, $4::int) AS n, LATERAL (SELECT ($3::text[])[1 + n % cardinality($3::text[])] AS code) AS v`;

const notices = `
  INSERT INTO notice (number, subject, subject_id, case_number, version, kind, title, town, village, parties, area_mu, terms, period_start, ends_on,
    published_at, search_text, search_pairs, state, state_since, due_at, office_code, office_code_born, revision, rules_day)
  SELECT '测公' || n, 'transfer', gen_random_uuid(), '测' || n, 1, 'contracted', '某村农户承包土地经营权流转公示', '某镇', '某村', '某户 → 某合作社', 12.5, '{}',
    date '2026-11-10' + n % 30, date '2026-11-20' + n % 30, timestamptz '2026-01-01' + n * interval '7 seconds', '某村某户某合作社',
    ARRAY['某村', '村某', '某户', '户某', '某合', '合作', '作社'], CASE WHEN n % 33 = 0 THEN 'running' ELSE 'clear' END,
    timestamptz '2026-01-01', CASE WHEN n % 33 = 0 THEN timestamptz '2026-12-30' END, v.code, v.code, 1, '2026-01-01'
  FROM generate_series(1, $2::int) AS n, LATERAL (SELECT ($1::text[])[1 + n % cardinality($1::text[])] AS code) AS v`;
