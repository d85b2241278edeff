import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Draws: a list is frozen and its hash public before a seed is known; what was frozen, published, sealed or drawn is never rewritten. */
export class Draws1761000050100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(draws);
    await runner.query(seals);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const draws = `
  CREATE FUNCTION draw_ordered(labels text[]) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT array_agg(DISTINCT label COLLATE "C" ORDER BY label COLLATE "C") FROM unnest(labels) AS label $$;
  -- The text that is hashed, as the kernel's draw-1 writes it: lines, each with a line feed behind it.
  CREATE FUNCTION draw_hash(VARIADIC lines text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT encode(sha256(convert_to(array_to_string(lines, chr(10)) || chr(10), 'UTF8')), 'hex') $$;
  CREATE TABLE draw (
    id uuid PRIMARY KEY,
    state text NOT NULL, state_since timestamptz NOT NULL, due_at timestamptz,
    office_code char(12) NOT NULL, revision int NOT NULL, rules_day date NOT NULL,
    subject text NOT NULL, subject_id uuid NOT NULL,
    title text NOT NULL CHECK (title <> ''),
    algorithm text NOT NULL,
    wanted int NOT NULL,
    labels text[] NOT NULL,
    list_hash char(64) NOT NULL,
    seed_by text NOT NULL CHECK (seed_by IN ('observer', 'sealed')),
    frozen_at timestamptz NOT NULL, frozen_by uuid, frozen_name text NOT NULL,
    published_at timestamptz,
    seal_until timestamptz, open_until timestamptz,
    seed text, seed_origin text CHECK (seed_origin IN ('thrown', 'lottery', 'sealed')), seed_story text,
    observer_id uuid, observer_name text, witness text,
    seeded_at timestamptz,
    last text[] NOT NULL,
    ranked text[],
    CONSTRAINT draw_once UNIQUE (subject, subject_id),
    CONSTRAINT draw_from_the_list CHECK (wanted BETWEEN 1 AND cardinality(labels)),
    CONSTRAINT draw_list_in_order CHECK (labels = draw_ordered(labels)),
    CONSTRAINT draw_list_hashed CHECK (algorithm <> 'draw-1'
      OR list_hash = draw_hash(VARIADIC ARRAY[algorithm, subject, subject_id::text, wanted::text] || labels)),
    CONSTRAINT draw_seed_after_publication CHECK (seed IS NULL OR (published_at < seeded_at) IS TRUE),
    CONSTRAINT draw_seed_by_another CHECK (observer_id <> frozen_by),
    CONSTRAINT draw_seed_witnessed CHECK (seed IS NULL OR seed_origin = 'sealed' OR num_nulls(observer_id, observer_name, witness, seed_story) = 0),
    CONSTRAINT draw_whole CHECK (num_nulls(seed, seed_origin, seeded_at, ranked) IN (0, 4)),
    CONSTRAINT draw_ranks_the_list CHECK (ranked <@ labels AND last <@ labels AND cardinality(ranked) = wanted AND cardinality(draw_ordered(ranked)) = wanted),
    CONSTRAINT draw_state_has_its_seed CHECK (state <> 'drawn' OR seed IS NOT NULL)
  );
  CREATE FUNCTION draw_kept() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN
      RAISE EXCEPTION 'a draw stays' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'draw_list_kept';
    END IF;
    IF (OLD.subject, OLD.subject_id, OLD.title, OLD.algorithm, OLD.wanted, OLD.labels, OLD.list_hash, OLD.frozen_at, OLD.frozen_by)
        IS DISTINCT FROM (NEW.subject, NEW.subject_id, NEW.title, NEW.algorithm, NEW.wanted, NEW.labels, NEW.list_hash, NEW.frozen_at, NEW.frozen_by)
        OR (OLD.published_at IS NOT NULL AND OLD.published_at IS DISTINCT FROM NEW.published_at) THEN
      RAISE EXCEPTION 'a frozen list is not rewritten' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'draw_list_kept';
    END IF;
    IF OLD.seed IS NOT NULL AND (OLD.seed, OLD.seed_origin, OLD.seed_story, OLD.observer_id, OLD.witness, OLD.seeded_at, OLD.last, OLD.ranked)
        IS DISTINCT FROM (NEW.seed, NEW.seed_origin, NEW.seed_story, NEW.observer_id, NEW.witness, NEW.seeded_at, NEW.last, NEW.ranked) THEN
      RAISE EXCEPTION 'a list is drawn from once' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'draw_drawn_once';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER draw_kept BEFORE UPDATE OR DELETE ON draw FOR EACH ROW EXECUTE FUNCTION draw_kept();
  CREATE INDEX draw_due ON draw (due_at, id) WHERE due_at IS NOT NULL;
  CREATE INDEX draw_queue ON draw (state, (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code);
  CREATE INDEX draw_shown ON draw (published_at DESC, id DESC) WHERE published_at IS NOT NULL`;

const seals = `
  CREATE TABLE draw_seal (
    draw_id uuid NOT NULL REFERENCES draw,
    label text NOT NULL,
    seal char(64) NOT NULL CHECK (seal ~ '^[0-9a-f]{64}$'),
    sealed_at timestamptz NOT NULL,
    number text, salt text, opened_at timestamptz,
    CONSTRAINT draw_sealed_once PRIMARY KEY (draw_id, label),
    CONSTRAINT draw_seal_whole CHECK (num_nulls(number, salt, opened_at) IN (0, 3))
  );
  -- Sealed while sealing, opened while opening, each once; what is opened must be what was sealed.
  CREATE FUNCTION draw_seal_kept() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE own draw%ROWTYPE;
  BEGIN
    IF TG_OP = 'DELETE' THEN
      RAISE EXCEPTION 'a seal stays' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'draw_seal_kept';
    END IF;
    SELECT * INTO own FROM draw WHERE id = NEW.draw_id;
    IF TG_OP = 'INSERT' THEN
      IF own.state <> 'sealing' OR NOT NEW.label = ANY (own.labels) OR NEW.number IS NOT NULL OR NEW.sealed_at >= own.seal_until THEN
        RAISE EXCEPTION 'numbers are sealed before any is opened' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'draw_sealed_in_time';
      END IF;
    ELSIF (OLD.draw_id, OLD.label, OLD.seal, OLD.sealed_at) IS DISTINCT FROM (NEW.draw_id, NEW.label, NEW.seal, NEW.sealed_at) OR OLD.number IS NOT NULL THEN
      RAISE EXCEPTION 'what was sealed is not rewritten' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'draw_seal_kept';
    ELSIF own.state <> 'opening' OR NEW.opened_at >= own.open_until THEN
      RAISE EXCEPTION 'numbers are opened when all are sealed' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'draw_opened_in_time';
    ELSIF NEW.seal <> draw_hash(own.algorithm, own.list_hash, NEW.label, NEW.number, NEW.salt) THEN
      RAISE EXCEPTION 'what is opened is what was sealed' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'draw_seal_fits';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER draw_seal_kept BEFORE INSERT OR UPDATE OR DELETE ON draw_seal FOR EACH ROW EXECUTE FUNCTION draw_seal_kept()`;
