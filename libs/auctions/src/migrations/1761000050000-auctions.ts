import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Auctions, their bidders under sealed names, every attempt to bid, the signed batches, and the processes that take bids. */
export class Auctions1761000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(auction);
    await runner.query(bidders);
    await runner.query(attempts);
    await runner.query(processes);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const auction = `
  CREATE TABLE auction (
    id uuid PRIMARY KEY,
    listing_id uuid NOT NULL REFERENCES listing,
    listing_number text NOT NULL,
    state text NOT NULL, state_since timestamptz NOT NULL, due_at timestamptz,
    office_code varchar(12) NOT NULL, revision int NOT NULL, rules_day date NOT NULL,
    place text NOT NULL, thing text NOT NULL,
    price_unit text NOT NULL, area_mu numeric(15,4) NOT NULL, term daterange NOT NULL,
    rules jsonb NOT NULL,
    priority text[] NOT NULL,
    reserve_fen bigint NOT NULL CHECK (reserve_fen > 0), reserve_secret boolean NOT NULL,
    starts_at timestamptz NOT NULL, free_until timestamptz NOT NULL,
    ended_at timestamptz,
    ended_code text,
    suspended_from text,
    winner_number int, winner_interest_id uuid, price_fen bigint,
    created_at timestamptz NOT NULL,
    CONSTRAINT auction_sold_to_somebody CHECK (state NOT IN ('sold', 'closed') OR num_nulls(winner_number, price_fen, ended_at) = 0)
  );
  CREATE UNIQUE INDEX auction_once ON auction (listing_id) WHERE state NOT IN ('failed', 'terminated');
  CREATE INDEX auction_due ON auction (due_at, id) WHERE due_at IS NOT NULL;
  CREATE INDEX auction_live ON auction (starts_at) WHERE state IN ('announced', 'running', 'suspended');
  CREATE INDEX auction_queue ON auction (state, (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code);
  CREATE INDEX auction_queue_town ON auction (state, left(office_code, 9), (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code);

  CREATE TABLE auction_book (
    auction_id uuid PRIMARY KEY REFERENCES auction,
    rules jsonb NOT NULL,
    starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL,
    extensions int NOT NULL DEFAULT 0,
    seq int NOT NULL DEFAULT 0,
    top_fen bigint,
    claims jsonb NOT NULL DEFAULT '[]',
    maxima text,
    pauses jsonb NOT NULL DEFAULT '[]',
    closed_at timestamptz
  ) WITH (fillfactor = 50);
  CREATE FUNCTION auction_book_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.seq < OLD.seq OR NEW.top_fen < OLD.top_fen OR (OLD.top_fen IS NOT NULL AND NEW.top_fen IS NULL)
      OR NEW.rules <> OLD.rules OR (OLD.closed_at IS NOT NULL AND (NEW.top_fen, NEW.claims, NEW.ends_at, NEW.closed_at) IS DISTINCT FROM (OLD.top_fen, OLD.claims, OLD.ends_at, OLD.closed_at))
      OR (NEW.ends_at < OLD.ends_at AND OLD.rules ->> 'mode' <> 'posted' AND OLD.seq > 0) THEN
      RAISE EXCEPTION 'the book of an auction only goes forward' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'auction_book_goes_forward';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER auction_book_goes_forward BEFORE UPDATE ON auction_book FOR EACH ROW EXECUTE FUNCTION auction_book_goes_forward()`;

const bidders = `
  CREATE TABLE auction_bidder (
    auction_id uuid NOT NULL REFERENCES auction,
    number int NOT NULL CHECK (number BETWEEN 1000 AND 9999),
    party_tag bytea NOT NULL,
    sealed text NOT NULL,
    level int,
    PRIMARY KEY (auction_id, number)
  );
  CREATE UNIQUE INDEX auction_bidder_once ON auction_bidder (auction_id, party_tag);
  CREATE TRIGGER auction_bidder_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON auction_bidder FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`;

const attempts = `
  CREATE TABLE auction_batch (
    id uuid PRIMARY KEY,
    size int NOT NULL,
    root bytea NOT NULL,
    payload text NOT NULL, kid text NOT NULL, signature text NOT NULL,
    written_at timestamptz NOT NULL
  );
  CREATE TRIGGER auction_batch_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON auction_batch FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE TABLE auction_attempt (
    auction_id uuid NOT NULL REFERENCES auction,
    seq int NOT NULL,
    kind text NOT NULL,
    number int,
    amount_fen bigint, amount_sealed text,
    said text NOT NULL,
    at timestamptz NOT NULL, error_ms int NOT NULL, decided_at timestamptz NOT NULL,
    until timestamptz,
    outcome text NOT NULL CHECK (outcome IN ('accepted', 'refused')), reason text,
    ends_at timestamptz NOT NULL, top_fen bigint, top_number int,
    via text,
    key_hash bytea, asked_hash bytea,
    batch_id uuid NOT NULL, place int NOT NULL,
    PRIMARY KEY (auction_id, seq),
    CONSTRAINT auction_refused_for_a_reason CHECK ((outcome = 'refused') = (reason IS NOT NULL))
  );
  CREATE UNIQUE INDEX auction_attempt_key_once ON auction_attempt (key_hash);
  CREATE INDEX auction_attempt_batch ON auction_attempt (batch_id, place);
  CREATE TRIGGER auction_attempt_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON auction_attempt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  -- Plans that are made while the table is small are kept: without this they would read all of it for ever.
  CREATE FUNCTION auction_attempts_in_order() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
  DECLARE f record;
  DECLARE ends int;
  BEGIN
    FOR f IN SELECT auction_id, min(seq) AS first, max(seq) AS last, count(*) AS many FROM fresh GROUP BY auction_id LOOP
      SELECT seq INTO ends FROM auction_book WHERE auction_id = f.auction_id;
      IF ends IS NOT DISTINCT FROM f.last AND f.last - f.first + 1 = f.many THEN
        CONTINUE WHEN f.first = 1;
        PERFORM FROM auction_attempt WHERE auction_id = f.auction_id AND seq = f.first - 1;
        CONTINUE WHEN FOUND;
      END IF;
      RAISE EXCEPTION 'the attempts of an auction are numbered without a gap' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'auction_attempts_in_order';
    END LOOP;
    FOR f IN SELECT DISTINCT batch_id FROM fresh LOOP
      PERFORM FROM auction_batch WHERE id = f.batch_id;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'an attempt lies in no batch' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'auction_attempts_in_order';
      END IF;
    END LOOP;
    RETURN NULL;
  END $$;
  CREATE TRIGGER auction_attempts_in_order AFTER INSERT ON auction_attempt REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION auction_attempts_in_order();

  -- A key is hashed with its auction. Asked by the auction too, it would be looked for among all that auction's attempts.
  CREATE FUNCTION known_attempts(keys bytea[]) RETURNS TABLE (auction uuid, key bytea, asked bytea, number int)
    LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
  BEGIN
    RETURN QUERY SELECT a.auction_id, a.key_hash, a.asked_hash, a.seq FROM auction_attempt a WHERE a.key_hash = ANY(keys);
  END $$;

  CREATE TABLE auction_opened_amount (
    auction_id uuid NOT NULL,
    seq int NOT NULL,
    amount_fen bigint NOT NULL,
    PRIMARY KEY (auction_id, seq),
    FOREIGN KEY (auction_id, seq) REFERENCES auction_attempt
  );
  CREATE TRIGGER auction_opened_amount_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON auction_opened_amount FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`;

const processes = `
  CREATE TABLE bid_process (
    id uuid PRIMARY KEY,
    signed_on timestamptz NOT NULL, seen_at timestamptz NOT NULL,
    decided_until timestamptz NOT NULL,
    in_hand int NOT NULL,
    signed_off_at timestamptz
  );
  CREATE INDEX bid_process_on ON bid_process (seen_at) WHERE signed_off_at IS NULL`;
