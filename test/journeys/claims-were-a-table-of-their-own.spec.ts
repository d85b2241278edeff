import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrate } from '#platform';
import { forgetting, migrations } from '../../apps/exchange/src/libs.js';

const owner = process.env['TEST_OWNER_URL'] ?? '';
const name = `exchange_before_${process.pid}`;
const url = new URL(owner);
url.pathname = `/${name}`;

const before = migrations.filter(({ stamp }) => stamp < 1_761_000_028_300);

const claim = '00000000-0000-4000-8000-000000000001';
const declined = '00000000-0000-4000-8000-000000000002';
const letter = '00000000-0000-4000-8000-000000000003';
const [notice, party, other, file] = [4, 5, 6, 7].map((each) => `00000000-0000-4000-8000-00000000000${each}`);

/** One notice with a claim that waits, one that was declined, and a letter that was answered, as a county had them. */
const rows = `
  SET session_replication_role = replica;
  INSERT INTO party (id, kind, display_name, created_at) VALUES ('${party}', 'person', '李演禾', '2026-10-01'), ('${other}', 'person', '李演苗', '2026-10-01');
  INSERT INTO evidence_file (id, name, media_type, bytes, sha256, subject, subject_id, kind, added_at, added_by, public)
    VALUES ('${file}', 'no.pdf', 'application/pdf', 9, repeat('0', 64), 'priority_claim', '${declined}', 'transferor_statement', '2026-10-12', '卫演一', false);
  INSERT INTO notice (id, number, subject, subject_id, case_number, version, kind, title, town, village, parties, area_mu, terms, ends_on, published_at,
      search_text, search_pairs, state, state_since, office_code, office_code_born, revision, rules_day)
    VALUES ('${notice}', '商农公示〔2026〕第0001号', 'transfer', '${claim}', '3701', 1, 'household', '公示', '殷巷镇', '李家桥村', '', 12, '{}', '2026-10-20',
      '2026-10-10', '', '{}', 'running', '2026-10-10', '370126101226', '370126101226', 1, '2026-10-10');
  INSERT INTO priority_claim (id, number, notice_id, party_id, name, phone_masked, level, statement, accepts_terms, claimed_at, channel, verified_by,
      answer_reasons, answered_by, answered_at, result, decline_ground, statement_file_id, state, state_since, due_at, office_code, office_code_born, revision, rules_day)
    VALUES ('${claim}', '商农优申〔2026〕第0001号', '${notice}', '${party}', '李演禾', '100****0002', 'member', '', true, '2026-10-11', 'counter', NULL,
        NULL, NULL, NULL, NULL, NULL, NULL, 'received', '2026-10-11', '2026-10-14', '370126101226', '370126101226', 1, '2026-10-11'),
      ('${declined}', '商农优申〔2026〕第0002号', '${notice}', '${other}', '李演苗', '', 'incumbent', '种了二十年', true, '2026-10-11', 'page', '卫演一',
        '付不起', '卫演一', '2026-10-13', 'declined', 'terms_differ', '${file}', 'declined', '2026-10-13', NULL, '370126101226', '370126101226', 3, '2026-10-11');
  INSERT INTO case_file (id, number, kind, topic, subject, subject_id, subject_number, relation, name, facts, request, channel, received_by, received_at, outcome,
      effect, findings, reasons, rule, decided_by, decided_at, served_how, served_at, code_hash, state, state_since, office_code, office_code_born, revision, rules_day)
    VALUES ('${letter}', '商农异〔2026〕第0001号', 'objection', 'title', 'notice', '${notice}', '商农公示〔2026〕第0001号', 'public', '孙演邻', '不是他的地',
      '', 'page', '公众', '2026-10-11', 'rejected', 'none', '查了', '是他的', '法', '卫演一', '2026-10-12', 'post', '2026-10-13', repeat('a', 64), 'served', '2026-10-13',
      '370126101226', '370126101226', 4, '2026-10-11');
  INSERT INTO deadline (subject, subject_id, kind, label, basis, unit, working_days, start_day, until_close, office_code, record_table, first_day, last_day,
      due_at, counted, skipped, provisional, calendar_version, opened_at)
    VALUES ('priority_claim', '${claim}', 'state:received', '答复', '', 'working-day', 3, '2026-10-11', false, '370126101226', 'priority_claim', '2026-10-12',
      '2026-10-14', '2026-10-14', '[]', '[]', false, '1', '2026-10-11');
  INSERT INTO step_history (subject, subject_id, action, label, to_state, moment, actor_name, actor_post, office_code_then, detail)
    VALUES ('priority_claim', '${claim}', 'claim', '主张优先权', 'received', '2026-10-11', '汪演村', '村信息汇总岗', '370126101226', '{}');
  INSERT INTO work_assignment (kind, subject_id, account_id, account_name, assigned_by, assigned_at)
    VALUES ('case_file', '${letter}', '${party}', '卫演一', '卫演一', '2026-10-12'), ('priority_claim', '${claim}', '${party}', '卫演一', '卫演一', '2026-10-12');
  SET session_replication_role = origin;`;

describe('Claims that lay in a table of their own', () => {
  const client = new pg.Client(url.href);
  const ask = async <Row extends object>(sql: string): Promise<Row[]> => (await client.query<Row>(sql)).rows;

  beforeAll(async () => {
    const founder = new pg.Client(owner);
    await founder.connect();
    await founder.query(`CREATE DATABASE ${name}`);
    await founder.end();
    await migrate(url.href, '', before, forgetting);
    await client.connect();
    await client.query(rows);
    await migrate(url.href, '', migrations, forgetting);
  }, 120_000);
  afterAll(() => client.end());

  it('are cases under the same id and number, with who took them in and what was answered', async () => {
    const found =
      await ask(`SELECT id, number, kind, topic, subject_id, subject_number, town, area_mu, party_id, phone_masked, received_by, handler_name,
      outcome, ground, reasons, decided_by, state, answered_at IS NULL AS waits FROM case_file WHERE kind = 'priority_claim' ORDER BY number`);
    const both = {
      kind: 'priority_claim',
      subject_id: notice,
      subject_number: '商农公示〔2026〕第0001号',
      town: '殷巷镇',
    };
    expect(found).toEqual([
      expect.objectContaining({
        ...{
          ...both,
          id: claim,
          number: '商农优申〔2026〕第0001号',
          topic: 'member',
          area_mu: '12.0000',
          party_id: party,
        },
        ...{ phone_masked: '100****0002', received_by: '汪演村', outcome: null, state: 'received', waits: true },
      }),
      expect.objectContaining({
        ...{
          ...both,
          id: declined,
          handler_name: '卫演一',
          outcome: 'declined',
          ground: 'terms_differ',
          reasons: '付不起',
        },
        ...{ decided_by: '卫演一', state: 'declined', waits: false, received_by: '李演苗' },
      }),
    ]);
    expect(await ask(`SELECT town, answered_at IS NULL AS waits FROM case_file WHERE id = '${letter}'`)).toEqual([
      { town: '殷巷镇', waits: false },
    ]);
  });

  it('keep their clocks, their files, their history and who has them in hand', async () => {
    for (const table of ['deadline', 'evidence_file', 'step_history', 'paper'])
      expect(await ask(`SELECT subject_id FROM ${table} WHERE subject = 'priority_claim'`)).toEqual([]);
    expect(
      await ask(`SELECT record_table FROM deadline WHERE subject = 'case_file' AND subject_id = '${claim}'`),
    ).toEqual([{ record_table: 'case_file' }]);
    expect(
      await ask(`SELECT action FROM step_history WHERE subject = 'case_file' AND subject_id = '${claim}'`),
    ).toEqual([{ action: 'claim' }]);
    expect(await ask('SELECT kind FROM work_assignment ORDER BY kind')).toEqual([
      { kind: 'objection' },
      { kind: 'priority_claim' },
    ]);
    await expect(ask(`UPDATE step_history SET label = ''`)).rejects.toThrow('append-only');
    await expect(ask(`UPDATE evidence_file SET name = ''`)).rejects.toThrow('append-only');
  });

  it.each([
    ['case_file_one_claim', `UPDATE case_file SET party_id = '${party}' WHERE id = '${declined}'`],
    ['case_file_claim_declined', `UPDATE case_file SET statement_file_id = NULL WHERE id = '${declined}'`],
    ['case_file_claim_declined', `UPDATE case_file SET ground = NULL WHERE id = '${declined}'`],
    ['case_file_claim_party', `UPDATE case_file SET party_id = NULL WHERE id = '${claim}'`],
    ['case_file_claim_chosen', `UPDATE case_file SET state = 'chosen' WHERE id = '${claim}'`],
    ['case_file_claim', `UPDATE case_file SET topic = 'title' WHERE id = '${claim}'`],
  ])('and the database still holds %s', async (constraint, sql) => {
    await expect(ask(sql)).rejects.toMatchObject({ constraint });
  });
});
