import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last word, as before: each member says yes himself, or signed a letter to an agent that stands. */
export class ALotLeavesWithLetters1761000048010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION listing_leaves_with_every_yes() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE today date := (NEW.state_since AT TIME ZONE 'Asia/Shanghai')::date;
      BEGIN
        IF EXISTS (
          SELECT FROM listing_parcel lp JOIN member m ON m.household_id = lp.grantor_id AND m.co_right
          WHERE lp.listing_id = NEW.id
            AND today BETWEEN coalesce(m.valid_from, '-infinity') AND coalesce(m.valid_to, 'infinity')
            AND NOT EXISTS (SELECT FROM consent c WHERE c.about_kind = 'listing' AND c.about_id = NEW.id
              AND c.household_id = m.household_id AND c.person_id = m.person_id AND c.withdrawn_at IS NULL)
            AND NOT EXISTS (SELECT FROM power_of_attorney l WHERE l.about_kind = 'listing' AND l.about_id = NEW.id
              AND l.principal_id = m.household_id AND m.person_id = ANY(l.signed_by) AND l.revoked_at IS NULL AND today BETWEEN l.valid_from AND l.valid_to)
        ) THEN
          RAISE EXCEPTION 'a member has not consented' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'listing_leaves_with_every_yes';
        END IF;
        RETURN NEW;
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
