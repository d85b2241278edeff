import { type KeyObject, sign } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, addMinutes } from '#kernel';
import type { Act } from '../act.js';
import { WallClock } from '../access/wall-clock.js';
import { Acts } from '../acts/acts.service.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database.js';
import { newKeyPair, openKey } from './key-pair.js';
import { signingKeyActs } from './signing-key.words.js';
import { type PublicKeyRow, insertKey, newestKeysSql, publicKeysSql } from './signing-keys.queries.js';

/** A signature (Ed25519, base64url), and the key that anybody finds at `/.well-known/jwks.json`. */
export interface Signed {
  kid: string;
  signature: string;
}

interface Held {
  number: number;
  kid: string;
  signsFrom: Date;
  privateKey: KeyObject;
}

/** Each process looks so often whether there is a new key, seconds. */
const lookEvery = 5;
/** A new key signs only once every process has had the time to see it, seconds. */
export const knownWithin = 2 * lookEvery;

/** The keys of the exchange in one place: they are in the database, sealed, so that all processes sign with the same one. */
@Injectable()
export class SigningKeys {
  /** Newest first. */
  private held: readonly Held[] = [];
  private lookedAt: Date | null = null;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly clock: Clock,
    private readonly wall: WallClock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Awaited before signing: asks the database every five seconds, makes the first key, and is otherwise nothing. */
  async ready(): Promise<void> {
    if (this.lookedJustNow()) return;
    this.looking ??= this.look().finally(() => (this.looking = null));
    await this.looking;
  }

  /** Signs with the key of this moment. @throws Error where `ready` was never awaited */
  sign(bytes: Uint8Array): Signed {
    const now = this.clock.now();
    const key = this.held.find(({ signsFrom }) => signsFrom <= now) ?? this.held.at(-1);
    if (!key) throw new Error('Nobody has made sure that there is a key: await ready() first.');
    return { kid: key.kid, signature: sign(null, bytes, key.privateKey).toString('base64url') };
  }

  /** What is public of every key there ever was, oldest first. */
  async all(): Promise<PublicKeyRow[]> {
    await this.ready();
    return this.database.rows<PublicKeyRow & Record<string, unknown>>('signing keys', publicKeysSql);
  }

  /** Makes the next key; false where another was made at the same time. It signs once every process has seen it. */
  async next(act: Act, last: number, cause: PublicKeyRow['cause'], reason: string | null): Promise<boolean> {
    const pair = newKeyPair(this.config.secretKey);
    const signsFrom = cause === 'first' ? act.now : addMinutes(act.now, knownWithin / 60);
    const key = { ...pair, number: last + 1, signsFrom, cause, reason, madeAt: act.now };
    if (!(await insertKey(act.tx, key))) return false;
    const note = { action: 'rotate', label: signingKeyActs[cause], remark: reason, detail: { kid: key.kid } };
    await act.note('signing_key', { id: key.kid, officeCode: '' }, note);
    return true;
  }

  private lookedJustNow(): boolean {
    const age = this.lookedAt === null ? -1 : this.wall.now().getTime() - this.lookedAt.getTime();
    return age >= 0 && age < lookEvery * 1000;
  }

  private async look(): Promise<void> {
    const lookedAt = this.wall.now();
    let rows = await this.newest();
    if (rows.length === 0) {
      // Of two processes that start at once one makes it, and both hold it.
      await this.acts.byClock((act) => this.next(act, 0, 'first', null));
      rows = await this.newest();
    }
    const known = new Map(this.held.map((each) => [each.kid, each]));
    this.held = rows.flatMap(({ number, kid, signsFrom, sealed }) => {
      if (sealed === null) return [];
      return [
        known.get(kid) ?? { number, kid, signsFrom, privateKey: openKey(this.config.secretKey, { kid, sealed }) },
      ];
    });
    this.lookedAt = lookedAt;
  }

  private newest(): Promise<(PublicKeyRow & { sealed: string | null })[]> {
    return this.database.rows<PublicKeyRow & { sealed: string | null } & Record<string, unknown>>(
      'newest signing keys',
      newestKeysSql,
    );
  }
}
