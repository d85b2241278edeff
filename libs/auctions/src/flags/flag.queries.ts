import type { Parameters } from '#kernel';

/** What a flag is raised by: so much, and since when it is looked. */
export interface FlagAsked {
  since: Date;
  parameters: Parameters;
}

/** A place where a flag stands. */
export interface FlagRow {
  /** What is looked at: the page of an auction, a notice, a lot. */
  href: string;
  title: string;
  /** The village or town. */
  place: string;
  at: Date;
  /** Bidder numbers, never persons. */
  numbers: number[];
  /** How much it is: shares, times, minutes. */
  many: number;
  isOver: boolean;
}

/** A named query: rows that are columns of `FlagRow`, from so many days back on. */
export interface FlagQuery {
  name: string;
  sql: string;
  /** The parameter that is its threshold, and its value as the query takes it. */
  threshold: (parameters: Parameters) => number;
}

const ended = `a.state IN ('sold', 'closed', 'failed')`;
const auction = `'/auctions/' || a.id AS href, a.listing_number || ' ' || a.thing AS title, a.place`;

const floor = `greatest(a.reserve_fen, (a.rules ->> 'startFen')::bigint)`;

/** Numbers that bid, whatever became of it. */
const bidding = `SELECT auction_id, array_agg(DISTINCT number ORDER BY number) AS numbers FROM auction_attempt
  WHERE outcome = 'accepted' AND kind IN ('bid', 'maximum', 'automatic') AND number IS NOT NULL GROUP BY auction_id`;

const shared = (kind: 'address' | 'device' | 'account'): string => `
  SELECT ${auction}, t.numbers, cardinality(t.numbers) AS many, t.at, a.state NOT IN ('announced', 'running', 'suspended') AS "isOver"
  FROM (SELECT auction_id, tag, array_agg(DISTINCT number ORDER BY number) AS numbers, max(seen_at) AS at FROM auction_trace
    WHERE kind = '${kind}' GROUP BY auction_id, tag HAVING count(DISTINCT number) >= $2) t
  JOIN auction a ON a.id = t.auction_id WHERE t.at >= $1 ORDER BY t.at DESC, a.id`;

/** 红旗: what we look for in our own doings. */
export const flagQueries = {
  oneBidder: {
    name: 'flag one bidder',
    threshold: () => 1,
    sql: `SELECT ${auction}, b.numbers, cardinality(b.numbers) AS many, a.ended_at AS at, true AS "isOver"
      FROM auction a JOIN (${bidding}) b ON b.auction_id = a.id
      WHERE ${ended} AND a.ended_at >= $1 AND cardinality(b.numbers) <= $2 ORDER BY a.ended_at DESC, a.id`,
  },
  atFloor: {
    // The floor is the least for which it could go: the reserve, or the start price above it.
    name: 'flag at the floor',
    threshold: ({ flagFloorSteps }) => flagFloorSteps,
    sql: `SELECT ${auction}, ARRAY[a.winner_number] AS numbers, ((a.price_fen - ${floor}) / (a.rules ->> 'stepFen')::bigint)::int AS many,
        a.ended_at AS at, true AS "isOver"
      FROM auction a WHERE a.state IN ('sold', 'closed') AND a.rules ->> 'mode' <> 'posted' AND a.ended_at >= $1
        AND a.price_fen - ${floor} < $2::bigint * (a.rules ->> 'stepFen')::bigint ORDER BY a.ended_at DESC, a.id`,
  },
  sameWinner: {
    name: 'flag same winner in a village',
    threshold: ({ flagSameWinner }) => flagSameWinner,
    sql: `SELECT '/listings/' || (array_agg(a.listing_id ORDER BY a.ended_at DESC))[1] AS href,
        string_agg(a.listing_number, ' ' ORDER BY a.ended_at) AS title, max(a.place) AS place,
        array_agg(a.winner_number ORDER BY a.ended_at) AS numbers, count(*)::int AS many, max(a.ended_at) AS at, true AS "isOver"
      FROM auction a JOIN interest i ON i.id = a.winner_interest_id WHERE a.state IN ('sold', 'closed') AND a.ended_at >= $1
      GROUP BY i.party_id, a.office_code HAVING count(*) >= $2 ORDER BY max(a.ended_at) DESC`,
  },
  sharedAddress: { name: 'flag shared address', threshold: ({ flagShared }) => flagShared, sql: shared('address') },
  sharedDevice: { name: 'flag shared device', threshold: ({ flagShared }) => flagShared, sql: shared('device') },
  sharedAccount: { name: 'flag shared account', threshold: ({ flagShared }) => flagShared, sql: shared('account') },
  lateProof: {
    name: 'flag late proof',
    threshold: ({ flagProofMinutes }) => flagProofMinutes,
    // The day on which the last venue is proven is not counted; whoever proves just before midnight gains it.
    sql: `SELECT '/' || CASE u.subject WHEN 'notice' THEN 'notices' ELSE 'listings' END || '/' || u.subject_id AS href,
        coalesce(u.number, '') || ' ' || p.place AS title, u.town || u.village AS place, '{}'::int[] AS numbers,
        (extract(epoch FROM date_trunc('day', p.proven_at) + interval '1 day' - p.proven_at) / 60)::int AS many,
        p.proven_at AS at, true AS "isOver"
      FROM venue_posting p JOIN publication u ON u.id = p.publication_id
      WHERE p.proven_at >= $1 AND p.mandatory
        AND date_trunc('day', p.proven_at) + interval '1 day' - p.proven_at <= $2::int * interval '1 minute'
      ORDER BY p.proven_at DESC, p.id`,
  },
} as const satisfies Record<string, FlagQuery>;

export type FlagName = keyof typeof flagQueries;
