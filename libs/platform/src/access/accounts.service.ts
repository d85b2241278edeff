import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, type Day, type HeldPost, type Post, addMinutes } from '#kernel';
import type { Act } from '../act.js';
import { Acts } from '../acts/acts.service.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database.js';
import { refuses } from '../problem.filter.js';
import { accessProblems } from './access.problems.js';
import { accountActs } from './access.words.js';
import { type AccountRow, accountSql, staffSql } from './accounts.queries.js';
import { hashPassword } from './passwords.js';
import { checkApart, checkLevel, heldBy, insertPost } from './posts-held.js';
import { seal, spokenCode } from './secrets.js';
import { foldLogin } from './sessions.service.js';
import { WallClock } from './wall-clock.js';
import type { Tx } from '../transaction.js';

refuses({
  account_login_once: accessProblems.loginTaken,
  post_held_once: accessProblems.postHeld,
  post_held_apart: accessProblems.postsApart,
});

/** Days for which a start password may be used. */
const startDays = 7;

export interface NewAccount {
  login: string;
  name: string;
  kind: 'staff' | 'party';
  posts: readonly HeldPost[];
  partyId?: string | null;
}

/** Accounts ready for use: what training needs, never live. */
export interface ReadyAccount extends NewAccount {
  password: string;
  totpSecret: string | null;
  from: Day;
  /** What the sign-in page of a training county says beside it. */
  role: string;
}

/** Who has an account, and which posts they hold. One person, one account; the administrator never knows a password in use. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly clock: Clock,
    private readonly wall: WallClock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async get(id: string): Promise<AccountRow> {
    const [account] = await this.database.ask<AccountRow>(accountSql, [id]);
    if (!account) throw accessProblems.noAccount();
    return account;
  }

  async findByLogin(login: string): Promise<AccountRow | null> {
    const [found] = await this.database.ask<{ id: string }>('SELECT id FROM account WHERE login = $1', [
      foldLogin(login),
    ]);
    return found ? this.get(found.id) : null;
  }

  /** What the sign-in page of a training county shows. */
  async trainingAccounts(): Promise<{ role: string; name: string; login: string; enrolled: boolean }[]> {
    if (this.config.mode !== 'training') return [];
    return this.database
      .ask(`SELECT training_role AS role, name, login, totp_secret IS NOT NULL AS enrolled FROM account
      WHERE training_role IS NOT NULL AND disabled_at IS NULL ORDER BY kind = 'party', login ~ '^[0-9]', login LIMIT 100`);
  }

  /** Who holds posts in an office today. */
  staffOf(officeCode: string): Promise<{ accountId: string; name: string; post: Post; officeCode: string }[]> {
    return this.database.ask(staffSql, [officeCode, this.clock.today()]);
  }

  /** Makes an account with a start password, which is shown this once and must be changed at the first sign-in. */
  async open(given: NewAccount, actor: Actor): Promise<{ id: string; startPassword: string }> {
    const startPassword = spokenCode(4);
    const hash = await hashPassword(startPassword);
    return { id: await this.acts.begin(actor, (act) => this.insertShut(act, given, hash)), startPassword };
  }

  /** The same with a password and second factor already set, for training accounts. An account that is there stays as it is. */
  async openReady(act: Act, given: ReadyAccount, hash: string): Promise<string> {
    const { tx } = act;
    const before: { id: string }[] = await tx.query('SELECT id FROM account WHERE login = $1', [
      foldLogin(given.login),
    ]);
    if (before[0]) return before[0].id;
    const id = await this.insert(act, given, hash, given.from);
    const sealed = given.totpSecret === null ? null : seal(this.config.secretKey, given.totpSecret, id);
    await tx.query('UPDATE account SET totp_secret = $2, training_role = $3 WHERE id = $1', [id, sealed, given.role]);
    return id;
  }

  /** A new start password; ends the person's sessions and unbinds the authenticator. Who may cause it, AccountStarts knows. */
  async restart(act: Act, id: string, hash: string, until: Date): Promise<void> {
    const { tx } = act;
    await lock(tx, id);
    await tx.query(
      `UPDATE account SET password_hash = $2, password_changed_at = $3, must_change = true, start_until = $4,
         totp_secret = NULL, totp_pending = NULL WHERE id = $1`,
      [id, hash, this.wall.now(), until],
    );
    await tx.query('DELETE FROM recovery_code WHERE account_id = $1', [id]);
    await tx.query('DELETE FROM session WHERE account_id = $1', [id]);
    await note(act, id, 'restart');
  }

  /** The account of a program: nobody signs in to it, and it holds one post. */
  async insertProgram(act: Act, id: string, name: string, held: HeldPost): Promise<void> {
    checkLevel(held);
    await act.tx.query(
      `INSERT INTO account (id, login, kind, name, password_hash, password_changed_at, must_change, made_at)
       VALUES ($1, $2, 'program', $3, '', $4, false, $4)`,
      [id, `program-${id}`, name, this.wall.now()],
    );
    await insertPost(act.tx, id, held, act.today);
  }

  /** An account that can be entered with its start password alone. */
  insertShut(act: Act, given: NewAccount, hash: string): Promise<string> {
    return this.insert(act, given, hash, null);
  }

  /** Shuts an account. It acts with the next request of any session. */
  disable(act: Act, id: string): Promise<void> {
    return this.setDisabled(act, id, this.wall.now(), 'disable');
  }

  enable(act: Act, id: string): Promise<void> {
    return this.setDisabled(act, id, null, 'enable');
  }

  private async setDisabled(act: Act, id: string, at: Date | null, action: 'disable' | 'enable'): Promise<void> {
    await lock(act.tx, id);
    await act.tx.query('UPDATE account SET disabled_at = $2 WHERE id = $1', [id, at]);
    await act.tx.query('DELETE FROM session WHERE account_id = $1', [id]);
    if (at !== null) await this.keepAnAdministrator(act.tx);
    await note(act, id, action);
  }

  async grant(act: Act, id: string, held: HeldPost): Promise<void> {
    const { tx, today } = act;
    if (id === act.actor.accountId) throw accessProblems.ownAccount();
    checkLevel(held);
    await lock(tx, id);
    checkApart([held, ...(await heldBy(tx, id, today))]);
    await insertPost(tx, id, held, today);
    // A session's idle time follows its posts, so an administrator signs in anew.
    if (held.post === 'county_administrator') await tx.query('DELETE FROM session WHERE account_id = $1', [id]);
    await note(act, id, 'grant', { ...held });
  }

  async endPost(act: Act, id: string, heldId: string): Promise<void> {
    await lock(act.tx, id);
    await act.tx.query(
      'UPDATE post_held SET valid_to = greatest($3::date, valid_from) WHERE id = $1 AND account_id = $2 AND valid_to IS NULL',
      [heldId, id, act.today],
    );
    await this.keepAnAdministrator(act.tx);
    await note(act, id, 'end-post', { heldId });
  }

  /** Ties a party's account to the party it speaks for. */
  async tieToParty(tx: Tx, id: string, partyId: string): Promise<void> {
    await tx.query(`UPDATE account SET party_id = $2 WHERE id = $1 AND kind = 'party'`, [id, partyId]);
  }

  /** An account with its posts from a day on; without a day its password is a start password, and the posts begin today. */
  private async insert(act: Act, given: NewAccount, hash: string, from: Day | null): Promise<string> {
    checkApart(given.posts);
    given.posts.forEach(checkLevel);
    const id = randomUUID();
    const now = this.wall.now();
    const start = from === null;
    await act.tx.query(
      `INSERT INTO account (id, login, kind, name, password_hash, password_changed_at, must_change, start_until, party_id, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $6)`,
      [
        id,
        foldLogin(given.login),
        given.kind,
        given.name,
        hash,
        now,
        start,
        start ? addMinutes(now, startDays * 24 * 60) : null,
        given.partyId ?? null,
      ],
    );
    for (const held of given.posts) await insertPost(act.tx, id, held, from ?? act.today);
    const line = { action: 'open', label: accountActs.open, detail: { posts: given.posts } };
    await act.note('account', { id, officeCode: given.posts[0]?.officeCode ?? '' }, line);
    return id;
  }

  private async keepAnAdministrator(tx: Tx): Promise<void> {
    const left: unknown[] = await tx.query(
      `SELECT 1 FROM post_held p JOIN account a ON a.id = p.account_id WHERE p.post = 'county_administrator'
         AND p.valid_to IS NULL AND a.disabled_at IS NULL LIMIT 1`,
    );
    if (left.length === 0) throw accessProblems.lastAdministrator();
  }
}

async function lock(tx: Tx, id: string): Promise<void> {
  const found: unknown[] = await tx.query('SELECT id FROM account WHERE id = $1 FOR UPDATE', [id]);
  if (found.length === 0) throw accessProblems.noAccount();
}

/** A line in the history of an account, which belongs to no office. */
const note = (
  act: Act,
  id: string,
  action: keyof typeof accountActs,
  detail: Record<string, unknown> = {},
): Promise<void> => act.note('account', { id, officeCode: '' }, { action, label: accountActs[action], detail });
