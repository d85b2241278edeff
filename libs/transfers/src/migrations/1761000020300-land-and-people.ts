import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last word on two things: no private plot is transferred, and nobody's land is signed away without his yes. */
export class LandAndPeople1761000020300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION transfer_takes_no_private_plot() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM parcel p WHERE p.id = NEW.parcel_id AND p.category = '21') THEN
          RAISE EXCEPTION 'a private plot is the household''s own' USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_no_private_plot';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER transfer_no_private_plot BEFORE INSERT OR UPDATE OF parcel_id ON transfer_parcel
        FOR EACH ROW EXECUTE FUNCTION transfer_takes_no_private_plot();

      CREATE FUNCTION transfer_signed_with_every_yes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT FROM transfer_parcel tp JOIN member m ON m.household_id = tp.grantor_id AND m.co_right
          WHERE tp.transfer_id = NEW.id
            AND (NEW.state_since AT TIME ZONE 'Asia/Shanghai')::date BETWEEN coalesce(m.valid_from, '-infinity') AND coalesce(m.valid_to, 'infinity')
            AND NOT EXISTS (SELECT FROM consent c WHERE c.about_kind = 'transfer' AND c.about_id = NEW.id
              AND c.household_id = m.household_id AND c.person_id = m.person_id AND c.withdrawn_at IS NULL)
        ) THEN
          RAISE EXCEPTION 'a member has not consented' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'transfer_signed_with_every_yes';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER transfer_signed_with_every_yes BEFORE UPDATE OF state ON transfer FOR EACH ROW
        WHEN (NEW.kind = 'contracted' AND NEW.state IN ('filing') AND OLD.state IN ('signing'))
        EXECUTE FUNCTION transfer_signed_with_every_yes();
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
