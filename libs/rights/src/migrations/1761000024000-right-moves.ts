import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A right moves one way: reserved, then active or released; active, then ended. What is over stays over. */
export class RightMoves1761000024000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION management_right_moves() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (OLD.standing, NEW.standing) NOT IN (('reserved', 'active'), ('reserved', 'released'), ('active', 'ended')) THEN
          RAISE EXCEPTION 'a right does not go from % to %', OLD.standing, NEW.standing
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'management_right_one_way';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER management_right_one_way BEFORE UPDATE OF standing ON management_right
        FOR EACH ROW WHEN (OLD.standing IS DISTINCT FROM NEW.standing) EXECUTE FUNCTION management_right_moves();
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
