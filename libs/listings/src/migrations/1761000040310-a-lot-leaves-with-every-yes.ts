import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last word: no lot leaves the station without the yes of each member, and none has a private plot. */
export class ALotLeavesWithEveryYes1761000040310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TRIGGER listing_no_private_plot BEFORE INSERT ON listing_parcel
        FOR EACH ROW EXECUTE FUNCTION transfer_takes_no_private_plot();

      CREATE FUNCTION listing_leaves_with_every_yes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT FROM listing_parcel lp JOIN member m ON m.household_id = lp.grantor_id AND m.co_right
          WHERE lp.listing_id = NEW.id
            AND (NEW.state_since AT TIME ZONE 'Asia/Shanghai')::date BETWEEN coalesce(m.valid_from, '-infinity') AND coalesce(m.valid_to, 'infinity')
            AND NOT EXISTS (SELECT FROM consent c WHERE c.about_kind = 'listing' AND c.about_id = NEW.id
              AND c.household_id = m.household_id AND c.person_id = m.person_id AND c.withdrawn_at IS NULL)
        ) THEN
          RAISE EXCEPTION 'a member has not consented' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'listing_leaves_with_every_yes';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER listing_leaves_with_every_yes BEFORE UPDATE OF state ON listing FOR EACH ROW
        WHEN (OLD.state IN ('village') AND NEW.state IN ('town_check')) EXECUTE FUNCTION listing_leaves_with_every_yes()`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
