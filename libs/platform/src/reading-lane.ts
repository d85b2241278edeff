import pg from 'pg';
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';

interface Asked {
  name?: string;
  text: string;
  values: unknown[];
  rowMode?: 'array';
}

interface Turn {
  client: Promise<PoolClient>;
  asked: number;
  answered: number;
  over: boolean;
  broken: boolean;
}

/** A connection answers one after the other: more than this would wait long behind a slow one. */
const most = 8;

/**
 * Short reads that are asked in the same turn of the event loop, by whichever requests, leave on one connection in one packet and
 * come back in one. Each is a statement of its own: one that fails fails alone.
 */
export class ReadingLane {
  private turn: Turn | null = null;

  constructor(private readonly pool: Pool) {}

  async ask<Row extends QueryResultRow>(asked: Asked): Promise<QueryResult<Row>> {
    const turn = this.seat();
    let client: PoolClient;
    try {
      client = await turn.client;
    } catch (error) {
      turn.broken = true;
      throw error;
    }
    try {
      return await client.query<Row>(asked);
    } catch (error) {
      turn.broken ||= endsConnection(error);
      throw error;
    } finally {
      turn.answered += 1;
      this.leave(turn, client);
    }
  }

  private seat(): Turn {
    const turn = this.turn !== null && this.turn.asked < most ? this.turn : this.open();
    turn.asked += 1;
    return turn;
  }

  private open(): Turn {
    const turn: Turn = { client: this.pool.connect(), asked: 0, answered: 0, over: false, broken: false };
    this.turn = turn;
    let held: Wire | undefined;
    turn.client
      .then((client) => {
        client.on('error', ignored);
        if (turn.over) return;
        held = (client as unknown as Wired).connection?.stream;
        held?.cork();
      })
      .catch(ignored); // Told to each who waits for the connection.
    setImmediate(() => {
      turn.over = true;
      if (this.turn === turn) this.turn = null;
      held?.uncork();
      turn.client.then((client) => this.leave(turn, client)).catch(ignored);
    });
    return turn;
  }

  private leave(turn: Turn, client: PoolClient): void {
    if (!turn.over || turn.answered < turn.asked) return;
    turn.answered = Number.NaN; // Given back once.
    client.off('error', ignored);
    client.release(turn.broken);
  }
}

/** What PostgreSQL refuses leaves the connection as it was, but for its own end: 57P01 and the like, and class 08. */
const endsConnection = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || /^(57P|08)/.test(error.code ?? '');

/** The reads that were under way are told; a client that is out has nobody else to tell. */
const ignored = (): undefined => undefined;

interface Wire {
  cork(): void;
  uncork(): void;
}

interface Wired {
  connection?: { stream?: Wire };
}
