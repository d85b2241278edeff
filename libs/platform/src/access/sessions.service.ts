import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, type Parameters, addMinutes } from '#kernel';
import type { Act } from '../act.js';
import { Acts } from '../acts/acts.service.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database.js';
import { ParameterStore } from '../parameter-store.js';
import { inputProblem } from '../validation.js';
import { accessFaults, accessProblems } from './access.problems.js';
import { accountActs } from './access.words.js';
import { passwordFits, passwordIsOld } from './passwords.js';
import { fingerprint, newToken, tokenHash, unseal } from './secrets.js';
import { stepOfCode, trainingCode } from './second-factor.js';
import type { Assistance, Session } from './session.js';
import { type CredentialRow, type SessionRow, credentialSql, sessionSql } from './sessions.queries.js';
import { type Origin, bookAttempt, clearAttempts } from './sign-in-failures.js';
import { WallClock } from './wall-clock.js';
import { Turns } from './turns.js';
import type { Tx } from '../transaction.js';

/** A session's last sight is written at most this often, so that reading costs no write. */
const seenEverySeconds = 60;

/** An opened session: the token is told once and kept only as a hash. */
export interface SignedIn {
  token: string;
  kind: 'staff' | 'party';
  ready: boolean;
  expiresAt: Date;
}

/** Signing in and out, and who is behind a token. */
@Injectable()
export class SessionsService {
  private readonly turns = new Turns();

  constructor(
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
    private readonly wall: WallClock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Password, then one-time code. Unknown logins, wrong passwords, wrong codes and shut accounts get one and the same answer. */
  signIn(login: string, password: string, code: string, origin: Origin): Promise<SignedIn> {
    return this.turns.take(turnOf(this.loginKey(login), origin), () => this.enter(login, password, code, origin));
  }

  private async enter(login: string, password: string, code: string, origin: Origin): Promise<SignedIn> {
    const now = this.wall.now();
    const folded = foldLogin(login);
    const loginKey = this.loginKey(folded);
    const parameters = await this.parameters.on(this.clock.today());
    const limits = { allowed: parameters.loginFailures, longest: parameters.lockMinutes };
    await this.database.transaction((tx) => bookAttempt(tx, loginKey, origin, limits, now));
    const rows = await this.database.ask<CredentialRow>(credentialSql, [folded, this.clock.today()]);
    const account = rows[0] ?? null;
    const fits = await passwordFits(account?.passwordHash ?? null, password);
    if (!account || !fits || !this.mayEnter(account, now)) throw refused();
    return this.acts.begin(actorOf(account), async (act) => {
      const confirmed = account.totpSecret !== null;
      if (confirmed && !(await this.codeFits(act.tx, account, code, now))) throw refused();
      await clearAttempts(act.tx, loginKey, origin);
      return this.open(act, account, confirmed ? now : null, origin, parameters, now);
    });
  }

  /** Who is behind a token now; null if nobody, or no longer. */
  async find(token: string): Promise<Session | null> {
    const now = this.wall.now();
    const id = tokenHash(token);
    const [row] = await this.database.rows<SessionRow>('session', sessionSql, [id, this.clock.today()]);
    if (!row) return null;
    const idleSince = addMinutes(row.lastSeenAt, row.idleMinutes);
    if (row.disabled || row.expiresAt <= now || idleSince <= now) {
      await this.database.write('DELETE FROM session WHERE id = $1', [id]);
      return null;
    }
    const assisting = row.assisting && assistanceEnd(row.assisting) > now.getTime() ? row.assisting : null;
    if (now.getTime() - row.lastSeenAt.getTime() >= seenEverySeconds * 1000 || (row.assisting && !assisting)) {
      const seen = assisting && JSON.stringify({ ...assisting, lastActAt: now.toISOString() });
      await this.database.write('UPDATE session SET last_seen_at = $2, assisting = $3 WHERE id = $1', [id, now, seen]);
    }
    const old = passwordIsOld(row, this.config.passwordProfile, now);
    const ready = !row.mustChange && !old && (row.enrolled || row.kind === 'party');
    return { ...row, assisting, ready };
  }

  /** Ends the session, and with it any assistance. */
  async signOut(session: Session, actor: Actor): Promise<void> {
    await this.acts.begin(actor, async (act) => {
      await act.tx.query('DELETE FROM session WHERE id = $1', [session.id]);
      await act.note(
        'account',
        { id: session.accountId, officeCode: '' },
        { action: 'sign-out', label: accountActs['sign-out'] },
      );
    });
  }

  /** Ends every other session of the account; called when its password changes. */
  async endOthers(tx: Tx, accountId: string, keep: string | null): Promise<void> {
    await tx.query('DELETE FROM session WHERE account_id = $1 AND id <> $2', [accountId, keep ?? '']);
  }

  /** Whether the second factor was shown so lately that it need not be asked again before an act on money. */
  async isFresh(session: Session): Promise<boolean> {
    return session.confirmedAt !== null && addMinutes(session.confirmedAt, await this.freshMinutes()) > this.wall.now();
  }

  async freshMinutes(): Promise<number> {
    return (await this.parameters.on(this.clock.today())).freshFactorMinutes;
  }

  /** Confirms once more that it is the same person, before something that cannot be taken back (ASVS 7.5.3). */
  confirm(session: Session, secret: string, origin: Origin): Promise<void> {
    return this.turns.take(turnOf(this.loginKey(session.login), origin), () => this.show(session, secret, origin));
  }

  private async show(session: Session, secret: string, origin: Origin): Promise<void> {
    const now = this.wall.now();
    const parameters = await this.parameters.on(this.clock.today());
    const limits = { allowed: parameters.loginFailures, longest: parameters.lockMinutes };
    const loginKey = this.loginKey(session.login);
    await this.database.transaction((tx) => bookAttempt(tx, loginKey, origin, limits, now));
    const [account] = await this.database.ask<CredentialRow>(credentialSql, [session.login, this.clock.today()]);
    if (!account) throw accessProblems.signIn();
    const fits = account.totpSecret !== null || (await passwordFits(account.passwordHash, secret));
    await this.database.transaction(async (tx) => {
      if (!fits || (account.totpSecret !== null && !(await this.codeFits(tx, account, secret, now))))
        throw unconfirmed();
      await clearAttempts(tx, loginKey, origin);
      await tx.query('UPDATE session SET second_factor_at = $2 WHERE id = $1', [session.id, now]);
    });
  }

  /** Marks the session as acting for a person who is present, or (null) as no longer doing so. */
  async assist(tx: Tx, session: Session, person: Omit<Assistance, 'lastActAt' | 'minutes'> | null): Promise<void> {
    const { assistedSessionMinutes: minutes } = await this.parameters.at(tx, this.clock.today());
    const assisting = person && { ...person, lastActAt: this.wall.now().toISOString(), minutes };
    await tx.query('UPDATE session SET assisting = $2 WHERE id = $1', [
      session.id,
      assisting && JSON.stringify(assisting),
    ]);
  }

  /** Minutes until the assistance ends by itself. */
  minutesLeft(assistance: Assistance): number {
    return Math.max(1, Math.ceil((assistanceEnd(assistance) - this.wall.now().getTime()) / 60_000));
  }

  loginKey(login: string): string {
    return fingerprint(this.config.secretKey, `login:${foldLogin(login)}`);
  }

  /** A county that once trained on this database must not leave its open accounts behind. */
  private mayEnter(account: CredentialRow, now: Date): boolean {
    if (account.training && this.config.mode === 'live') return false;
    return !account.disabled && (account.startUntil === null || account.startUntil >= now);
  }

  private async codeFits(tx: Tx, account: CredentialRow, code: string, now: Date): Promise<boolean> {
    const said = code.replaceAll(/\s/g, '');
    if (this.config.mode === 'training' && said === trainingCode) return true;
    if (said.includes('-')) return takeRecoveryCode(tx, account.id, said, now);
    const step = stepOfCode(unseal(this.config.secretKey, account.totpSecret ?? '', account.id), said, now);
    if (step === null) return false;
    const taken: unknown[] = await tx.query(
      'WITH used AS (UPDATE account SET totp_last_step = $2 WHERE id = $1 AND totp_last_step < $2 RETURNING id) SELECT id FROM used',
      [account.id, step],
    );
    return taken.length === 1;
  }

  private async open(
    act: Act,
    account: CredentialRow,
    confirmedAt: Date | null,
    origin: Origin,
    parameters: Parameters,
    now: Date,
  ): Promise<SignedIn> {
    const token = newToken();
    const expiresAt = addMinutes(now, parameters.absoluteHours * 60);
    const idle = account.administrator ? parameters.idleMinutesAdmin : parameters.idleMinutesStaff;
    await act.tx.query(
      `INSERT INTO session (id, account_id, started_at, last_seen_at, expires_at, idle_minutes, second_factor_at, network)
       VALUES ($1, $2, $3, $3, $4, $5, $6, $7)`,
      [tokenHash(token), account.id, now, expiresAt, idle, confirmedAt, origin.network],
    );
    await act.note('account', { id: account.id, officeCode: '' }, { action: 'sign-in', label: accountActs['sign-in'] });
    const old = passwordIsOld(account, this.config.passwordProfile, now);
    const ready = !account.mustChange && !old && (account.totpSecret !== null || account.kind === 'party');
    return { token, kind: account.kind, ready, expiresAt };
  }
}

/** Logins are compared without regard to case or width. */
export function foldLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}

/** Eight programs of one account that come at once are no eight guesses: of one place, each is judged before the next is counted. */
const turnOf = (loginKey: string, { place }: Origin): string => `${loginKey} ${place}`;

const refused = (): Error => inputProblem([{ pointer: '#/login', detail: accessFaults.signIn }]);
const unconfirmed = (): Error => inputProblem([{ pointer: '#/proof', detail: accessFaults.proof }]);

function assistanceEnd(assistance: Assistance): number {
  return Date.parse(assistance.lastActAt) + assistance.minutes * 60_000;
}

/** Whoever has just shown that the account is theirs; what they may do, the session says. */
const actorOf = ({ kind, id: accountId, name }: CredentialRow): Actor => ({
  ...{ kind, accountId, name },
  ...{ posts: [], partyId: null, assisting: null },
});

async function takeRecoveryCode(tx: Tx, accountId: string, code: string, now: Date): Promise<boolean> {
  const taken: unknown[] = await tx.query(
    `WITH used AS (UPDATE recovery_code SET used_at = $3 WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING 1)
     SELECT FROM used`,
    [accountId, tokenHash(code.toLowerCase()), now],
  );
  return taken.length === 1;
}
