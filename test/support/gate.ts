import pg from 'pg';
import { type Served, sleep } from './served.js';

/** The lock that the test's triggers wait for and the test holds. */
const lock = 4190;

/** A place in the database at which the server's work stops, so that it is killed there and nowhere else. */
export class Gate {
  private constructor(private readonly served: Served) {}

  /** On a database that has none yet; `where` is a condition of SQL under which it stops at all. */
  static async in(served: Served, where = 'true'): Promise<Gate> {
    await served.database.query(`
      CREATE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN IF ${where} THEN PERFORM pg_advisory_xact_lock_shared(${lock}); END IF; RETURN NEW; END $$`);
    return new Gate(served);
  }

  /** Closes it before a kind of writing to a table (`BEFORE INSERT`), or at the commit after it (`AFTER INSERT`), and gives what opens it again, once the server is dead. */
  async close(table: string, before: string, when = 'true'): Promise<() => Promise<void>> {
    const { database, databaseUrl } = this.served;
    // What is done at the end of a transaction comes after the row.
    const deferred = before.startsWith('AFTER');
    const [kind, late] = deferred ? ['CONSTRAINT TRIGGER', 'DEFERRABLE INITIALLY DEFERRED'] : ['TRIGGER', ''];
    await database.query(
      `CREATE ${kind} stop_here ${before} ON ${table} ${late} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION stop_here()`,
    );
    const keeper = new pg.Client(databaseUrl);
    await keeper.connect();
    await keeper.query('SELECT pg_advisory_lock($1)', [lock]);
    return async () => {
      await keeper.end();
      await this.served.settled();
      await database.query(`DROP TRIGGER stop_here ON ${table}`);
    };
  }

  /** Waits until the server stands before it; `told` is how the work ended if it never came there. */
  async reached(told: () => string = () => ''): Promise<void> {
    for (let tries = 0; tries < 6000; tries += 1) {
      const { rows } = await this.served.database.query(
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        [lock],
      );
      if (rows.length > 0) return;
      if (told() !== '') throw new Error(`The act was ${told()} before it came to the gate.`);
      await sleep(5);
    }
    throw new Error('The act never came to the gate.');
  }
}
