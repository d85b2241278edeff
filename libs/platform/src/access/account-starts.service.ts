import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { addMinutes, holds } from '#kernel';
import type { Act } from '../act.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database.js';
import { accessProblems } from './access.problems.js';
import { accountActs, startAsked } from './access.words.js';
import type { AccountRow } from './accounts.queries.js';
import { AccountsService, type NewAccount } from './accounts.service.js';
import { hashPassword } from './passwords.js';
import { seal, spokenCode, unseal } from './secrets.js';
import { WallClock } from './wall-clock.js';

/** Who may be the second person: those who neither open accounts nor are opened by themselves. */
export const seconds = ['supervisor', 'county_director'] as const;

/** Minutes that a request waits for the second person, and then a whole start password for its owner. */
const minutes = 24 * 60;

/** What the first person is told, this once: the whole, or the first half of a start password. */
export interface Started {
  id: string;
  startPassword: string;
  waits: boolean;
}

export interface WaitingStart {
  id: string;
  kind: 'open' | 'restart';
  name: string;
  login: string;
  posts: { post: string; officeCode: string }[];
  reason: string;
  askedBy: string;
  askedById: string;
  accountId: string;
  askedAt: Date;
  until: Date;
}

/** The hash of a password that is told to nobody: made once, for whatever cannot be entered yet. */
let unknown: Promise<string> | null = null;
const unknowable = (): Promise<string> => (unknown ??= hashPassword(spokenCode(8)));

const waitingSql = `
  SELECT s.id, s.kind, a.name, a.login, s.reason, s.asked_by_name AS "askedBy", s.asked_by AS "askedById", s.account_id AS "accountId",
    s.asked_at AS "askedAt", s.until,
    coalesce((SELECT json_agg(json_build_object('post', p.post, 'officeCode', p.office_code) ORDER BY p.post) FROM post_held p
      WHERE p.account_id = a.id AND p.valid_to IS NULL), '[]') AS posts
  FROM account_start s JOIN account a ON a.id = s.account_id`;

/**
 * A start password of staff takes two persons (ASVS 6.4.6): the administrator asks and learns its first half, a supervisor
 * or the director confirms and learns the second. Neither can sign in for somebody; the person types both, chooses a
 * password of their own and binds an authenticator, and until then the account may do nothing.
 */
@Injectable()
export class AccountStarts {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly wall: WallClock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A new account of staff. Before anybody could confirm it, as a county begins, the administrator alone opens it. */
  async open(act: Act, given: NewAccount, reason: string): Promise<Started> {
    if (!(await this.secondKnown(act))) {
      const startPassword = spokenCode(4);
      const id = await this.accounts.insertShut(act, given, await hashPassword(startPassword));
      return { id, startPassword, waits: false };
    }
    const half = spokenCode(2);
    const id = await this.accounts.insertShut(act, given, await unknowable());
    await this.ask(act, id, 'open', reason, half);
    return { id, startPassword: half, waits: true };
  }

  /** A person forgot the password or lost the phone. Until the second person confirms, nothing changes. */
  async restart(act: Act, { id, kind }: AccountRow, reason: string): Promise<Started> {
    if (id === act.actor.accountId) throw accessProblems.ownAccount();
    if (kind === 'party' || !(await this.secondKnown(act))) {
      const startPassword = spokenCode(4);
      const hash = await hashPassword(startPassword);
      const until = addMinutes(this.wall.now(), minutes);
      await this.accounts.restart(act, id, hash, until);
      return { id, startPassword, waits: false };
    }
    const half = spokenCode(2);
    await this.ask(act, id, 'restart', reason, half);
    return { id, startPassword: half, waits: true };
  }

  /** One that waits for a second person. */
  async one(id: string): Promise<WaitingStart> {
    const [start] = await this.database.ask<WaitingStart & Record<string, unknown>>(
      `${waitingSql} WHERE s.id = $1 AND s.decided_at IS NULL AND s.until > $2`,
      [id, this.wall.now()],
    );
    if (!start) throw accessProblems.startGone();
    return start;
  }

  /** The second person agrees and learns the second half, this once. */
  async confirm(act: Act, id: string): Promise<{ name: string; login: string; half: string }> {
    const second = spokenCode(2);
    const start = await this.decide(act, id, true);
    const whole = `${unseal(this.config.secretKey, start.half, id)}-${second}`;
    const until = addMinutes(this.wall.now(), minutes);
    await this.accounts.restart(act, start.accountId, await hashPassword(whole), until);
    return { name: start.name, login: start.login, half: second };
  }

  async refuse(act: Act, id: string): Promise<void> {
    await this.decide(act, id, false);
  }

  private async decide(act: Act, id: string, confirmed: boolean): Promise<WaitingStart & { half: string }> {
    const { tx, actor } = act;
    if (!holds(actor, ...seconds)) throw accessProblems.notYourPost();
    const rows: (WaitingStart & { half: string })[] = await tx.query(
      `SELECT w.*, s.half_sealed AS half FROM (${waitingSql}) w JOIN account_start s USING (id)
       WHERE s.id = $1 AND s.decided_at IS NULL AND s.until > $2 FOR UPDATE OF s`,
      [id, this.wall.now()],
    );
    const [start] = rows;
    if (!start) throw accessProblems.startGone();
    // 申请的人和账号本人都不能确认（ASVS 2.3.5、6.4.6）。
    if ([start.askedById, start.accountId].includes(actor.accountId ?? '')) throw accessProblems.ownStart();
    await tx.query(
      `UPDATE account_start SET decided_by = $2, decided_by_name = $3, decided_at = $4, confirmed = $5, half_sealed = '-'
       WHERE id = $1`,
      [id, actor.accountId, actor.name, this.wall.now(), confirmed],
    );
    const action = confirmed ? 'confirm-start' : 'refuse-start';
    const line = { action, label: accountActs[action], detail: { start: id } };
    await act.note('account', { id: start.accountId, officeCode: '' }, line);
    return start;
  }

  private async ask(
    act: Act,
    accountId: string,
    kind: keyof typeof startAsked,
    reason: string,
    half: string,
  ): Promise<void> {
    const { tx, actor } = act;
    const id = randomUUID();
    const now = this.wall.now();
    // A second request takes the place of the first: of two halves on paper only the newer one fits.
    await tx.query('UPDATE account_start SET until = $2 WHERE account_id = $1 AND decided_at IS NULL AND until > $2', [
      accountId,
      now,
    ]);
    await tx.query(
      `INSERT INTO account_start (id, account_id, kind, reason, half_sealed, asked_by, asked_by_name, asked_at, until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        accountId,
        kind,
        reason,
        seal(this.config.secretKey, half, id),
        actor.accountId,
        actor.name,
        now,
        addMinutes(now, minutes),
      ],
    );
    const line = { action: 'ask-start', label: startAsked[kind], detail: { start: id, reason } };
    await act.note('account', { id: accountId, officeCode: '' }, line);
  }

  /**
   * Whether anybody has ever been able to be the second person. Shutting all of them, or asking for their restart, does not
   * bring the beginning back: what somebody did once stands in the history.
   */
  private async secondKnown({ tx }: Act): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM post_held p JOIN account a ON a.id = p.account_id WHERE p.post = ANY($1) AND a.kind = 'staff' AND (NOT a.must_change OR EXISTS (
         SELECT FROM step_history h WHERE h.subject = 'account' AND h.subject_id = a.id::text AND h.action = 'change-password')) LIMIT 1`,
      [seconds],
    );
    return rows.length > 0;
  }
}
