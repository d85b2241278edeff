import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names as the field has them. What runs goes on under the new ones: states, steps, clocks, kinds, columns, tables. */
export class Names1761000029000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...columns, ...guards]) await runner.query(statement);
    for (const [table, column, subject, names] of values) await carry(runner, table, column, subject, names);
    for (const statement of again) await runner.query(statement);
    for (const statement of await namesOf(runner)) await runner.query(statement);
    for (const statement of await functionsOf(runner)) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const columns = [
  'ALTER TABLE mandate RENAME TO power_of_attorney',
  'ALTER TABLE IF EXISTS deposit_security RENAME TO deposit_guarantee',
  'ALTER TABLE transfer RENAME COLUMN pushed_at TO submitted_to_county_at',
  ...['management_right', 'right_portion', 'encumbrance', 'register_import'].map(
    (table) => `ALTER TABLE ${table} RENAME COLUMN standing TO status`,
  ),
  'ALTER INDEX account_standing RENAME TO account_status',
  'ALTER INDEX certificate_change_asked_anew RENAME TO certificate_change_replacement_requested_old',
];

/** What names an old value is taken off, and put on again when the rows have the new one. */
const guards = [
  'DROP INDEX transfer_one_renewal',
  'DROP TRIGGER transfer_rests_on_its_decision ON transfer',
  'DROP INDEX certificate_change_replacement_requested_old',
  'ALTER TABLE certificate_change DROP CONSTRAINT certificate_change_kind_check, DROP CONSTRAINT certificate_change_has_basis',
];

const again = [
  `CREATE UNIQUE INDEX transfer_one_renewal ON transfer (renews_id)
     WHERE renews_id IS NOT NULL AND state NOT IN ('withdrawn', 'rejected', 'lapsed', 'superseded')`,
  `CREATE TRIGGER transfer_rests_on_its_decision BEFORE UPDATE OF state ON transfer FOR EACH ROW
     WHEN (NEW.kind = 'collective' AND NEW.state IN ('on_notice', 'filing') AND OLD.state IS DISTINCT FROM NEW.state)
     EXECUTE FUNCTION transfer_rests_on_its_decision()`,
  `CREATE INDEX certificate_change_replacement_requested ON certificate_change (certificate_id, made_at)
     WHERE kind = 'request_replacement'`,
  `ALTER TABLE certificate_change
     ADD CONSTRAINT certificate_change_kind_check CHECK (kind IN ('change', 'reissue', 'exchange', 'cancel', 'propose', 'revoke',
       'dismiss', 'request_replacement', 'refuse_replacement', 'replace')),
     ADD CONSTRAINT certificate_change_has_basis
       CHECK (file_id IS NOT NULL OR kind IN ('cancel', 'revoke', 'dismiss', 'refuse_replacement', 'replace'))`,
];

type Names = Readonly<Record<string, string>>;

const transferStates = { noticed: 'on_notice', yielded: 'superseded' };
const depositStates = { secured: 'guaranteed' };
const clocks = (states: Names): Names =>
  Object.fromEntries(Object.entries(states).map(([from, to]) => [`state:${from}`, `state:${to}`]));
const replacements = { ask_anew: 'request_replacement', refuse_anew: 'refuse_replacement', issue_anew: 'replace' };

/** Which values of a column have other names now, of all rows or of those of one subject. */
const values: readonly (readonly [table: string, column: string, subject: string | null, Names])[] = [
  ['transfer', 'state', null, transferStates],
  ['deposit', 'state', null, depositStates],
  ['deadline', 'kind', 'transfer', clocks(transferStates)],
  ['deadline', 'kind', 'deposit', clocks(depositStates)],
  ['certificate_change', 'kind', null, replacements],
  ['evidence_file', 'kind', null, { mandate: 'power_of_attorney', period_sheet: 'dates_poster' }],
  ['evidence_file', 'subject', null, { mandate: 'power_of_attorney' }],
  ['work_assignment', 'kind', null, { certificate_anew: 'certificate_replacement' }],
  ...(['from_state', 'to_state'] as const).flatMap((column) => [
    ['step_history', column, 'transfer', transferStates] as const,
    ['step_history', column, 'deposit', depositStates] as const,
  ]),
  [
    'step_history',
    'action',
    'transfer',
    {
      push: 'submit_to_county',
      yield: 'assign_to_claimant',
      hand_back: 'return_land',
      renew: 'roll_over',
      prolong: 'renew',
      mandate: 'power_of_attorney',
      'mandate-sheet': 'power-of-attorney-sheet',
      'mandate-revoked': 'power-of-attorney-revoked',
    },
  ],
  [
    'step_history',
    'action',
    'deposit',
    {
      secure: 'accept_guarantee',
      give_back: 'return_guarantee',
      call_off: 'refund',
      'look-account': 'reveal-account',
    },
  ],
  ['step_history', 'action', 'inspection', { call_off: 'cancel' }],
  ['step_history', 'action', 'notice', { 'period-sheet': 'dates-poster', period_sheet: 'dates_poster' }],
  ['step_history', 'action', 'certificate', replacements],
  [
    'step_history',
    'action',
    'mandate',
    { mandate: 'power_of_attorney', 'mandate-revoked': 'power-of-attorney-revoked' },
  ],
  ['step_history', 'subject', null, { mandate: 'power_of_attorney' }],
];

/** All names of a column in one statement, so that a name which takes another's place is not renamed twice. */
async function carry(
  runner: QueryRunner,
  table: string,
  column: string,
  subject: string | null,
  names: Names,
): Promise<void> {
  await runner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await runner.query(
    `UPDATE ${table} SET ${column} = $1::jsonb ->> ${column}
     WHERE $1::jsonb ? ${column}${subject === null ? '' : ' AND subject = $2'}`,
    [JSON.stringify(names), ...(subject === null ? [] : [subject])],
  );
  await runner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

/** Constraints, indexes and triggers of what has another name. */
async function namesOf(runner: QueryRunner): Promise<string[]> {
  const renamed = `replace(replace(replace(name, 'mandate', 'power_of_attorney'), 'deposit_security', 'deposit_guarantee'), 'standing', 'status')`;
  const rows: { statement: string }[] = await runner.query(`
    SELECT format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', t, name, ${renamed}) AS statement
      FROM (SELECT conrelid::regclass AS t, conname::text AS name FROM pg_constraint WHERE connamespace = 'public'::regnamespace) c
      WHERE name <> ${renamed}
    UNION ALL SELECT format('ALTER INDEX %I RENAME TO %I', name, ${renamed})
      FROM (SELECT indexname::text AS name FROM pg_indexes WHERE schemaname = 'public') i
      WHERE name <> ${renamed} AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = name)
    UNION ALL SELECT format('ALTER TRIGGER %I ON %s RENAME TO %I', name, t, ${renamed})
      FROM (SELECT tgrelid::regclass AS t, tgname::text AS name FROM pg_trigger WHERE NOT tgisinternal) g
      WHERE name <> ${renamed}`);
  return rows.map(({ statement }) => statement);
}

/** The functions that speak of the columns. */
async function functionsOf(runner: QueryRunner): Promise<string[]> {
  const rows: { statement: string }[] = await runner.query(`
    SELECT regexp_replace(pg_get_functiondef(oid), '\\mstanding\\M', 'status', 'g') AS statement
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f' AND prosrc ~ '\\mstanding\\M'`);
  return rows.map(({ statement }) => statement);
}
