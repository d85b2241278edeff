import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, type HeldPost, addMinutes } from '#kernel';
import type { Act } from '../act.js';
import { Database } from '../database.js';
import { accessProblems } from './access.problems.js';
import { AccountsService } from './accounts.service.js';
import { type KeyRow, type KeyShown, keySql, keysSql } from '../api-keys.queries.js';
import { newToken, spokenCode, tokenHash } from './secrets.js';
import type { Session } from './session.js';
import { WallClock } from './wall-clock.js';
import type { Tx, Reader } from '../transaction.js';

/** How every key begins, so that a scanner of repositories and logs knows one when it sees it. */
const mark = 'rlx_';

/** A key is longer than any token of a session, whatever that begins with. */
const keyShape = /^rlx_[a-z0-9]{8}_[\w-]{43}$/;

/** A key's last use is written at most this often. */
const usedEverySeconds = 60;

/** A program as it gets its account. */
export interface NewProgram {
  id: string;
  name: string;
  held: HeldPost;
}

/** How programs come in: by a key that is told once, kept as a hash and known by its first letters. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly clock: Clock,
    private readonly wall: WallClock,
  ) {}

  /** Whether a token is meant as a key, not as a session. */
  isKey(token: string): boolean {
    return keyShape.test(token);
  }

  /** Who is behind a key now; null if nobody, or no longer. */
  async find(token: string): Promise<Session | null> {
    const now = this.wall.now();
    const asked = [tokenHash(token), this.clock.today(), now];
    const [row] = await this.database.rows<KeyRow>('api-key', keySql, asked);
    if (!row) return null;
    if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() >= usedEverySeconds * 1000)
      await this.database.write('UPDATE api_key SET last_used_at = $2 WHERE id = $1', [row.id, now]);
    const { id, accountId, login, name, posts, readsOnly, madeAt } = row;
    return {
      ...{ id, accountId, login, name, posts, kind: 'staff', partyId: null, ready: true, enrolled: false },
      ...{ startedAt: madeAt, expiresAt: addMinutes(now, 1), confirmedAt: null, assisting: null },
      program: { keyId: id, readsOnly },
    };
  }

  /** The account of a program, under the id of its client; nobody can sign in to it. */
  admit(act: Act, { id, name, held }: NewProgram): Promise<void> {
    return this.accounts.insertProgram(act, id, name, held);
  }

  /**
   * A new key, told this once. Keys that run go on for `overlapDays`, so that a program changes to the new one without a gap.
   */
  async issue({ tx, actor }: Act, accountId: string, readsOnly: boolean, overlapDays: number) {
    const now = this.wall.now();
    await tx.query(
      `UPDATE api_key SET ends_at = $2 WHERE account_id = $1 AND revoked_at IS NULL AND (ends_at IS NULL OR ends_at > $2)`,
      [accountId, addMinutes(now, overlapDays * 24 * 60)],
    );
    const prefix = mark + spokenCode(2).replace('-', '');
    const key = `${prefix}_${newToken()}`;
    await tx.query(
      `INSERT INTO api_key (id, account_id, prefix, key_hash, reads_only, made_by, made_by_name, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [randomUUID(), accountId, prefix, tokenHash(key), readsOnly, actor.accountId, actor.name, now],
    );
    return { key, prefix };
  }

  /** Ends a key at once. @throws Problem `key-not-found` */
  async revoke({ tx }: Act, accountId: string, keyId: string): Promise<string> {
    const rows: { prefix: string }[] = await tx.query(
      `WITH revoked AS (UPDATE api_key SET revoked_at = $3 WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL RETURNING prefix)
       SELECT prefix FROM revoked`,
      [keyId, accountId, this.wall.now()],
    );
    if (!rows[0]) throw accessProblems.noKey();
    return rows[0].prefix;
  }

  /** The program is shut with all its keys. */
  async shut({ tx }: Act, accountId: string): Promise<void> {
    const now = this.wall.now();
    await tx.query('UPDATE api_key SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL', [accountId, now]);
    await tx.query('UPDATE account SET disabled_at = $2 WHERE id = $1', [accountId, now]);
  }

  of(reader: Reader | Tx, accountId: string): Promise<KeyShown[]> {
    return reader.query(keysSql, [accountId]);
  }

  /** Whether a key opens anything at this moment. */
  runs({ revokedAt, endsAt }: KeyShown): boolean {
    return revokedAt === null && (endsAt === null || endsAt > this.wall.now());
  }
}
