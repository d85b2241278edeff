import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type pg from 'pg';
import { day } from '#kernel';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { Desks } from '../../apps/exchange/src/training/desks.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { Gate } from '../support/gate.js';
import { Served, Wire, sleep } from '../support/served.js';
import { storyOf } from '../support/served-story.js';

// Each kill costs a start of the server: seconds where other work shares the machine.
jest.setTimeout(240_000);

const people = [
  ...['101-clerk', '101-reviewer', '101-surveyor', '101-information', '101-trade', '101-finance', '101-village-226'],
  ...['reviewer', 'information', 'certifier'],
];

/** Where an act is stopped: a row that is being written, the end of its transaction, the answer, or so many milliseconds. */
type Moment =
  | { at: 'write'; table: string; on?: 'INSERT' | 'UPDATE' }
  | { at: 'commit'; table: string }
  | { at: 'answer' }
  | { at: 'afterwards' }
  | { at: 'milliseconds'; count: number };

/** kill -9 at any instant of an act: afterwards it has happened wholly or not at all, and sent again it happens once. */
describe('A server that is killed in the middle of an act', () => {
  let served: Served;
  let wire: Wire;
  let gate: Gate;
  let story: TransferStory;
  let administrator: ApiClient;
  let acts = 0;

  beforeAll(async () => {
    served = await Served.open('2026-09-23T09:00:00+08:00');
    gate = await Gate.in(served);
    wire = new Wire(served);
    const desks = new Desks(wire.app);
    story = await storyOf(served, desks);
    await served.start();
    // A session outlives its server: nobody signs in again.
    for (const login of people) await desks.of(login).headers();
    administrator = desks.of('administrator');
    await administrator.headers();
  }, 120_000);
  afterAll(() => served?.close());

  /** Sends an act, kills the server at a moment of it, starts it again and sends the same with the same keys. */
  async function survives(act: () => Promise<unknown>, moment: Moment): Promise<void> {
    const key = `act-${(acts += 1)}`;
    const before = await everything(served.database);
    wire.begin(key);
    const release = await hold(gate, moment);
    let ended = '';
    const told = act().then(
      () => (ended = 'answered'),
      () => (ended = 'cut off'),
    );
    if (moment.at === 'milliseconds') await sleep(moment.count);
    else if (moment.at === 'afterwards') expect(await told).toBe('answered');
    else await gate.reached(() => ended);
    await served.kill();
    await release();
    const outcome = await told;
    await served.settled();
    const after = await everything(served.database);
    await served.start();

    // The same again: what was done is answered from the record, what was not is done now.
    const stages = [before];
    wire.after = async () => void stages.push(await everything(served.database));
    wire.begin(key);
    await act();
    wire.after = async () => undefined;
    const done = stages.at(-1);
    expect(done).not.toEqual(before);
    expect(stages).toContainEqual(after);
    if (moment.at === 'write' && moment.on !== 'UPDATE') expect(after).not.toEqual(done);
    if (moment.at === 'commit' || moment.at === 'answer' || outcome === 'answered') expect(after).toEqual(done);

    // And a third time nothing moves, and the answer is the same.
    wire.begin(key);
    await act();
    expect(await everything(served.database)).toEqual(done);
    expect(await broken(served.database)).toEqual([]);
  }

  async function on(date: string, time: string): Promise<void> {
    const moment = `${day(date)}T${time}:00+08:00`;
    wire.begin('');
    await administrator.post('/clock/moment', { moment });
    served.clock.set(new Date(moment));
  }

  it('leaves a draft with all its parcels, or none', () =>
    survives(() => story.draft(), { at: 'write', table: 'transfer_parcel' }));
  it('leaves a consent with its file, or neither', () =>
    survives(() => story.consents(), { at: 'write', table: 'consent' }));
  it('gives a number with the application it belongs to, or keeps it', () =>
    survives(() => story.submit(), { at: 'write', table: 'paper' }));
  it('reserves the land with the acceptance, or not', () =>
    survives(() => story.accept(), { at: 'write', table: 'right_portion' }));
  it('plans the survey with the endorsement though nobody heard the answer', () =>
    survives(() => story.endorse(), { at: 'commit', table: 'step_history' }));
  it('keeps what two people measured, step by step', () =>
    survives(() => story.survey(), { at: 'milliseconds', count: 70 }));
  it('starts the county’s clock with the push, or not', () =>
    survives(() => story.submitToCounty(), { at: 'write', table: 'deadline' }));
  it('keeps the review that was answered', () => survives(() => story.review(), { at: 'afterwards' }));
  it('opens the notice with the approval, once', () => survives(() => story.approve(), { at: 'answer' }));
  it('keeps the proof of a venue', async () => {
    await survives(() => story.proveScreens(), { at: 'milliseconds', count: 15 });
    await survives(() => story.proveBoard(), { at: 'commit', table: 'evidence_file' });
  });
  it('moves the training clock on when it is asked again', async () => {
    await on('2026-10-16', '09:30');
    expect((await story.view()).stateName).toBe('signing');
  });
  it('signs and files, wholly', async () => {
    wire.begin('scan');
    await story.scan();
    await survives(() => story.sign(), { at: 'write', table: 'step_history' });
    await survives(() => story.file(), { at: 'milliseconds', count: 5 });
  });
  it('books a payment on both sides, or on neither', () =>
    survives(() => story.pay(), { at: 'write', table: 'ledger_entry' }));
  it('records the right once', () => survives(() => story.record(), { at: 'answer' }));
  it('issues one certificate with one number', async () => {
    await survives(() => story.certify(), { at: 'write', table: 'step_history' });
    expect((await story.view()).stateName).toBe('certified');
  });
});

/** Makes the act stop at its moment, and gives what lets the rest of it go. */
async function hold(gate: Gate, moment: Moment): Promise<() => Promise<void>> {
  if (moment.at === 'afterwards' || moment.at === 'milliseconds') return async () => undefined;
  if (moment.at === 'commit') return gate.close(moment.table, 'AFTER INSERT');
  if (moment.at === 'answer') return gate.close('idempotency_key', 'BEFORE UPDATE OF answer');
  return gate.close(moment.table, `BEFORE ${moment.on ?? 'INSERT'}`);
}

/** How many rows each table has, every state with its clock, and every series of numbers. Sessions come and go. */
async function everything(database: pg.Client): Promise<Record<string, unknown>> {
  const { rows: tables } = await database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
       AND table_name NOT IN ('session', 'page_memory', 'sign_in_failure', 'training_clock') ORDER BY 1`,
  );
  const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS many FROM "${name}"`);
  const { rows } = await database.query<{ name: string; many: number }>(counts.join(' UNION ALL '));
  const { rows: cases } = await database.query(
    'SELECT id, number, state, revision, state_since, due_at, round FROM transfer ORDER BY id',
  );
  const { rows: series } = await database.query('SELECT * FROM number_series ORDER BY 1, 2, 3');
  const { rows: files } = await database.query('SELECT sha256, subject_id, kind FROM evidence_file ORDER BY 1, 2, 3');
  return { rows: rows.filter((row) => row.many > 0), cases, series, files };
}

/** What must hold at any moment, whoever was killed. */
async function broken(database: pg.Client): Promise<string[]> {
  const { rows } = await database.query<{ what: string }>(`
    SELECT 'gap in ' || s.series AS what FROM number_series s
      WHERE s.series !~ ':' AND s.last <> (SELECT count(DISTINCT p.number) FROM paper p WHERE p.kind = s.series AND p.office_code LIKE s.scope_code || '%')
    UNION ALL SELECT 'gap in project numbers' FROM number_series s
      WHERE s.series LIKE 'project:%' AND s.last <> (SELECT count(*) FROM transfer t WHERE t.number LIKE s.scope_code || '%')
    UNION ALL SELECT 'unbalanced ledger' FROM ledger_entry HAVING sum(amount_fen) <> 0
    UNION ALL SELECT 'balance of ' || a.id FROM ledger_account a
      WHERE a.balance_fen <> (SELECT coalesce(sum(e.amount_fen), 0) FROM ledger_entry e WHERE e.account_id = a.id)
    UNION ALL SELECT 'history of ' || t.id FROM transfer t
      WHERE t.state <> (SELECT h.to_state FROM step_history h WHERE h.subject = 'transfer' AND h.subject_id = t.id::text AND h.to_state IS NOT NULL ORDER BY h.id DESC LIMIT 1)
    UNION ALL SELECT 'deadline of ' || t.id FROM transfer t
      WHERE t.state <> 'certified' AND t.due_at IS DISTINCT FROM (SELECT d.due_at FROM deadline d WHERE d.subject = 'transfer' AND d.subject_id = t.id::text AND d.closed_at IS NULL AND d.kind = 'state:' || t.state)
    UNION ALL SELECT 'land of ' || t.id FROM transfer t
      WHERE t.state NOT IN ('draft', 'submitted') AND (SELECT count(*) FROM right_portion r WHERE r.status IN ('reserved', 'active')) <> t.parcel_count
    UNION ALL SELECT 'file of consent ' || c.id FROM consent c
      WHERE c.evidence_file_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM evidence_file f WHERE f.id = c.evidence_file_id)
    UNION ALL SELECT 'two papers of one act' FROM paper p WHERE p.kind IN ('certificate', 'contract', 'attestation', 'acceptance') GROUP BY p.kind, p.subject_id HAVING count(*) > 1`);
  return rows.map((row) => row.what);
}
