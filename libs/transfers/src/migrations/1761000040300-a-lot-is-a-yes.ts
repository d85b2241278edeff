import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who said yes to a lot said it to whom the published rules find: the deal of the lot is signed on that. */
export class ALotIsAYes1761000040300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION transfer_signed_with_every_yes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT FROM transfer_parcel tp JOIN member m ON m.household_id = tp.grantor_id AND m.co_right
          WHERE tp.transfer_id = NEW.id
            AND (NEW.state_since AT TIME ZONE 'Asia/Shanghai')::date BETWEEN coalesce(m.valid_from, '-infinity') AND coalesce(m.valid_to, 'infinity')
            AND NOT EXISTS (SELECT FROM consent c WHERE c.household_id = m.household_id AND c.person_id = m.person_id AND c.withdrawn_at IS NULL
              AND c.about_kind = CASE WHEN NEW.listing IS NULL THEN 'transfer' ELSE 'listing' END
              AND c.about_id = coalesce((NEW.listing ->> 'id')::uuid, NEW.id))
        ) THEN
          RAISE EXCEPTION 'a member has not consented' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'transfer_signed_with_every_yes';
        END IF;
        RETURN NEW;
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
