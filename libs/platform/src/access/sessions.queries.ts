import type { HeldPost } from '#kernel';
import type { Assistance } from './session.js';

export interface SessionRow {
  id: string;
  accountId: string;
  login: string;
  name: string;
  kind: 'staff' | 'party';
  partyId: string | null;
  posts: HeldPost[];
  mustChange: boolean;
  training: boolean;
  passwordChangedAt: Date;
  enrolled: boolean;
  disabled: boolean;
  startedAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  idleMinutes: number;
  confirmedAt: Date | null;
  assisting: Assistance | null;
}

/** One statement per request: session, account and the posts held today, so that a change of rights acts at once. */
export const sessionSql = `
  SELECT s.id, s.account_id AS "accountId", a.login, a.name, a.kind, a.party_id AS "partyId", a.must_change AS "mustChange",
    a.training_role IS NOT NULL AS training, a.password_changed_at AS "passwordChangedAt", a.totp_secret IS NOT NULL AS enrolled, a.disabled_at IS NOT NULL AS disabled, s.started_at AS "startedAt",
    s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt", s.idle_minutes AS "idleMinutes",
    s.second_factor_at AS "confirmedAt", s.assisting,
    coalesce((SELECT json_agg(json_build_object('post', p.post, 'officeCode', p.office_code) ORDER BY p.post, p.office_code)
      FROM post_held p WHERE p.account_id = a.id AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to > $2)), '[]') AS posts
  FROM session s JOIN account a ON a.id = s.account_id WHERE s.id = $1`;

export interface CredentialRow {
  id: string;
  login: string;
  name: string;
  kind: 'staff' | 'party';
  passwordHash: string;
  totpSecret: string | null;
  mustChange: boolean;
  passwordChangedAt: Date;
  startUntil: Date | null;
  disabled: boolean;
  administrator: boolean;
  training: boolean;
}

/** What signing in has to compare. */
export const credentialSql = `
  SELECT a.id, a.login, a.name, a.kind, a.password_hash AS "passwordHash", a.totp_secret AS "totpSecret",
    a.must_change AS "mustChange", a.password_changed_at AS "passwordChangedAt", a.start_until AS "startUntil", a.disabled_at IS NOT NULL AS disabled,
    a.training_role IS NOT NULL AS training,
    EXISTS (SELECT FROM post_held p WHERE p.account_id = a.id AND p.post = 'county_administrator'
      AND (p.valid_to IS NULL OR p.valid_to > $2)) AS administrator
  FROM account a WHERE a.login = $1 AND a.kind <> 'program'`;
