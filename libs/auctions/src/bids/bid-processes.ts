import { momentAt } from '#kernel';
import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Database, type Reader, type Tx } from '#platform';
import { EntryClock, type Stamp } from './entry-clock.js';

/** A bid that was taken in and is not decided yet, by the surest stamp it has. */
export interface InHand {
  stamp: Stamp;
}

/** How the processes stand that take bids. */
export interface Standing {
  /** Alive, and perhaps with something in hand that entered before the moment. */
  behind: number;
  /** Silent for ten seconds, with bids in hand. */
  lost: number;
  /** Nobody has watched for ten seconds: what that reached is not made up for yet. */
  unwatched: boolean;
}

const standingSql = `
  SELECT count(*) FILTER (WHERE seen_at > clock_timestamp() - interval '10 seconds' AND decided_until < $1)::int AS behind,
    count(*) FILTER (WHERE seen_at <= clock_timestamp() - interval '10 seconds' AND in_hand > 0)::int AS lost,
    coalesce((SELECT checked_until <= clock_timestamp() - interval '10 seconds' FROM bid_watch WHERE id = 1), false) AS unwatched
  FROM bid_process WHERE signed_off_at IS NULL AND id <> $2`;

/**
 * Up to which moment this process has decided everything that it took in. Nobody closes over a bid that entered at a living process,
 * and nobody waits for a dead one.
 */
@Injectable()
export class BidProcesses implements OnModuleDestroy {
  readonly id = randomUUID();
  private readonly inHand = new Set<InHand>();
  private on: Promise<void> | null = null;
  /** The others know of it. */
  isOn = false;

  constructor(
    private readonly database: Database,
    private readonly clock: EntryClock,
  ) {}

  /** Takes a bid in: from now on nobody closes over it. */
  take(): InHand {
    const taken = { stamp: this.clock.stamp() };
    this.inHand.add(taken);
    return taken;
  }

  /** It is decided, or nothing came of it. */
  done(taken: InHand): void {
    this.inHand.delete(taken);
  }

  /** A process takes bids once the others know of it. */
  async ready(): Promise<void> {
    this.on ??= this.clock
      .set()
      .then(() => this.beat())
      .then(() => void (this.isOn = true))
      .catch((error: unknown) => {
        this.on = null;
        throw error;
      });
    await this.on;
  }

  async beat(): Promise<void> {
    await this.database.write(
      `INSERT INTO bid_process (id, signed_on, seen_at, decided_until, in_hand) VALUES ($1, clock_timestamp(), clock_timestamp(), $2, $3)
       ON CONFLICT (id) DO UPDATE SET seen_at = clock_timestamp(), decided_until = $2, in_hand = $3, signed_off_at = NULL`,
      [this.id, momentAt(this.decidedUntil()), this.inHand.size],
    );
  }

  /** Everything that entered before this moment is decided. */
  decidedUntil(): number {
    const moments = [...this.inHand].map(({ stamp }) => stamp.at - Math.min(stamp.errorMs, 1000));
    return Math.floor(Math.min(this.clock.stamp().at, ...moments));
  }

  /** How all stand to a moment. What this process holds is known by its stamps: what entered after the moment waits for nobody here. */
  async standing(reader: Reader | Tx, moment: Date): Promise<Standing> {
    const [found]: Standing[] = await reader.query(standingSql, [moment, this.id]);
    const { behind, lost, unwatched } = found ?? { behind: 0, lost: 0, unwatched: false };
    const own = [...this.inHand].some(({ stamp }) => stamp.at < moment.getTime());
    return { behind: behind + (own ? 1 : 0), lost, unwatched };
  }

  /** The moment since which a process is silent that had bids in hand; null where there is none. */
  async lostSince(tx: Tx): Promise<Date | null> {
    const [found]: { at: Date | null }[] = await tx.query(
      `SELECT min(decided_until) AS at FROM bid_process
       WHERE signed_off_at IS NULL AND in_hand > 0 AND seen_at <= clock_timestamp() - interval '10 seconds'`,
    );
    return found?.at ?? null;
  }

  /** Those that went silent with bids in hand are answered for once. */
  async writeOff(tx: Tx): Promise<void> {
    await tx.query(
      `UPDATE bid_process SET signed_off_at = clock_timestamp()
       WHERE signed_off_at IS NULL AND seen_at <= clock_timestamp() - interval '10 seconds'`,
    );
  }

  /** Drained, and waited for no more. */
  async onModuleDestroy(): Promise<void> {
    if (this.on === null) return;
    await this.database
      .write('UPDATE bid_process SET signed_off_at = clock_timestamp(), in_hand = $2 WHERE id = $1', [
        ...[this.id, this.inHand.size],
      ])
      .catch(() => undefined);
  }
}
