import type { Post } from '#kernel';

export interface AccountRow {
  id: string;
  login: string;
  kind: 'staff' | 'party';
  name: string;
  mustChange: boolean;
  enrolled: boolean;
  partyId: string | null;
  madeAt: Date;
  disabledAt: Date | null;
  posts: HeldRow[];
}

export interface HeldRow {
  id: string;
  post: Post;
  officeCode: string;
  validFrom: string;
  validTo: string | null;
}

const columns = `a.id, a.login, a.kind, a.name, a.must_change AS "mustChange", a.totp_secret IS NOT NULL AS enrolled,
  a.party_id AS "partyId", a.made_at AS "madeAt", a.disabled_at AS "disabledAt",
  coalesce((SELECT json_agg(json_build_object('id', p.id, 'post', p.post, 'officeCode', p.office_code,
    'validFrom', p.valid_from, 'validTo', p.valid_to) ORDER BY p.valid_from, p.post) FROM post_held p WHERE p.account_id = a.id), '[]') AS posts`;

export const accountSql = `SELECT ${columns} FROM account a WHERE a.id = $1 AND a.kind <> 'program'`;

/** People who hold a post in an office today. */
export const staffSql = `SELECT a.id AS "accountId", a.name, p.post, p.office_code AS "officeCode"
  FROM post_held p JOIN account a ON a.id = p.account_id
  WHERE p.office_code = $1 AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to > $2) AND a.disabled_at IS NULL AND a.kind = 'staff'
  ORDER BY p.post, a.name`;
