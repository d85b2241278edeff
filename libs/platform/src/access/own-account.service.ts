import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import type { Act } from '../act.js';
import { Acts } from '../acts/acts.service.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database.js';
import { inputProblem } from '../validation.js';
import { accessFaults } from './access.problems.js';
import { accountActs, issuerOf } from './access.words.js';
import { hashPassword, passwordFits, passwordRefusal } from './passwords.js';
import { enrolmentUri, newTotpSecret, stepOfCode } from './second-factor.js';
import { seal, spokenCode, tokenHash, unseal } from './secrets.js';
import type { Session } from './session.js';
import { SessionsService } from './sessions.service.js';
import { WallClock } from './wall-clock.js';
import type { Tx } from '../transaction.js';

const recoveryCodes = 10;

/** One place where an account is signed in. */
export interface OwnSession {
  id: string;
  network: string;
  startedAt: Date;
  seenAt: Date;
}

/** What a person does with their own account. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly database: Database,
    private readonly opened: SessionsService,
    private readonly acts: Acts,
    private readonly wall: WallClock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Where the account is signed in, latest first. */
  sessions(session: Session): Promise<OwnSession[]> {
    return this.database.ask(
      `SELECT id, network, started_at AS "startedAt", last_seen_at AS "seenAt" FROM session
       WHERE account_id = $1 AND expires_at > $2 ORDER BY started_at DESC LIMIT 20`,
      [session.accountId, this.wall.now()],
    );
  }

  /** Ends one session of the account, from another. */
  async endSession(session: Session, id: string, actor: Actor): Promise<void> {
    await this.acts.begin(actor, async (act) => {
      const { tx } = act;
      await tx.query('DELETE FROM session WHERE id = $1 AND account_id = $2', [id, session.accountId]);
      await note(act, session, 'end-session');
    });
  }

  /** Changes the password; every other session of the account ends. */
  async changePassword(session: Session, old: string, chosen: string, actor: Actor): Promise<void> {
    const reason = passwordRefusal(chosen, session.login, this.config.passwordProfile);
    if (reason) throw inputProblem([{ pointer: '#/newPassword', detail: reason }]);
    const [account] = await this.database.ask<{ hash: string }>(
      'SELECT password_hash AS hash FROM account WHERE id = $1',
      [session.accountId],
    );
    if (!(await passwordFits(account?.hash ?? null, old)))
      throw inputProblem([{ pointer: '#/oldPassword', detail: accessFaults.oldPassword }]);
    if (old === chosen) throw inputProblem([{ pointer: '#/newPassword', detail: accessFaults.samePassword }]);
    const hash = await hashPassword(chosen);
    await this.acts.begin(actor, async (act) => {
      const { tx } = act;
      await tx.query(
        'UPDATE account SET password_hash = $2, password_changed_at = $3, must_change = false, start_until = NULL WHERE id = $1',
        [session.accountId, hash, this.wall.now()],
      );
      await this.opened.endOthers(tx, session.accountId, session.id);
      await note(act, session, 'change-password');
    });
  }

  /** The secret waiting to be bound, made on first sight: what the QR code shows. */
  async enrolment(session: Session): Promise<{ secret: string; uri: string }> {
    return this.database.transaction(async (tx) => {
      const secret = (await this.pending(tx, session)) ?? (await this.propose(tx, session));
      return { secret, uri: enrolmentUri(secret, session.login, issuerOf(this.config.county.name)) };
    });
  }

  /** Binds the authenticator after one right code, and gives recovery codes, shown this once. */
  async bind(session: Session, code: string, actor: Actor): Promise<string[]> {
    return this.acts.begin(actor, async (act) => {
      const { tx } = act;
      const secret = await this.pending(tx, session);
      const step = secret && stepOfCode(secret, code.replaceAll(/\s/g, ''), this.wall.now());
      if (!secret || step === null) throw inputProblem([{ pointer: '#/code', detail: accessFaults.code }]);
      await tx.query('UPDATE account SET totp_secret = $2, totp_pending = NULL, totp_last_step = $3 WHERE id = $1', [
        session.accountId,
        seal(this.config.secretKey, secret, session.accountId),
        step,
      ]);
      const codes = Array.from({ length: recoveryCodes }, () => spokenCode(3));
      await tx.query('DELETE FROM recovery_code WHERE account_id = $1', [session.accountId]);
      await tx.query('INSERT INTO recovery_code (account_id, code_hash) SELECT $1, unnest($2::text[])', [
        session.accountId,
        codes.map(tokenHash),
      ]);
      await tx.query('UPDATE session SET second_factor_at = $2 WHERE id = $1', [session.id, this.wall.now()]);
      await this.opened.endOthers(tx, session.accountId, session.id);
      await note(act, session, 'bind');
      return codes;
    });
  }

  private async pending(tx: Tx, session: Session): Promise<string | null> {
    const rows: { pending: string | null }[] = await tx.query(
      'SELECT totp_pending AS pending FROM account WHERE id = $1 FOR UPDATE',
      [session.accountId],
    );
    const sealed = rows[0]?.pending ?? null;
    return sealed === null ? null : unseal(this.config.secretKey, sealed, session.accountId);
  }

  private async propose(tx: Tx, session: Session): Promise<string> {
    const secret = newTotpSecret();
    const sealed = seal(this.config.secretKey, secret, session.accountId);
    await tx.query('UPDATE account SET totp_pending = $2 WHERE id = $1', [session.accountId, sealed]);
    return secret;
  }
}

/** A line in the history of one's own account, which belongs to no office. */
const note = (act: Act, { accountId: id }: Session, action: keyof typeof accountActs): Promise<void> =>
  act.note('account', { id, officeCode: '' }, { action, label: accountActs[action] });
