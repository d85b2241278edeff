import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A claim that meets the same terms fails on lawful grounds only; who claims is a party; the transferor's choice is kept. */
export class ClaimsAnsweredByLaw1761000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notice ADD COLUMN issuer_code varchar(14);
      UPDATE notice n SET issuer_code = t.issuer_code FROM transfer t WHERE t.id = n.transfer_id;

      ALTER TABLE priority_claim ADD COLUMN decline_ground text
          CHECK (decline_ground IN ('terms_differ', 'no_ability', 'not_letting', 'unstated')),
        ADD COLUMN statement_file_id uuid REFERENCES evidence_file (id);
      ALTER TABLE priority_claim DROP CONSTRAINT priority_claim_result_check;
      UPDATE priority_claim SET result = 'stands' WHERE state = 'granted';
      UPDATE priority_claim SET decline_ground = 'unstated' WHERE state = 'declined';
      ALTER TABLE priority_claim
        ADD CONSTRAINT priority_claim_result CHECK (result IN ('stands', 'claimant_takes_over', 'not_chosen', 'declined', 'not_proven', 'withdrawn')),
        -- On equal terms a member goes first: a no needs a lawful ground and the signature of the transferor.
        ADD CONSTRAINT priority_claim_declined CHECK (state <> 'declined' OR (decline_ground IS NOT NULL
          AND (decline_ground = 'unstated' OR statement_file_id IS NOT NULL))),
        ADD CONSTRAINT priority_claim_chosen CHECK (state NOT IN ('chosen', 'not_chosen') OR statement_file_id IS NOT NULL);
      -- Claims of before may have no party; a new one always has, so that it can be carried out.
      ALTER TABLE priority_claim ADD CONSTRAINT priority_claim_party CHECK (party_id IS NOT NULL) NOT VALID;
      ALTER TABLE priority_claim ADD CONSTRAINT priority_claim_party_known FOREIGN KEY (party_id) REFERENCES party (id) NOT VALID;
      CREATE UNIQUE INDEX priority_claim_one_chosen ON priority_claim (notice_id) WHERE state = 'chosen';
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
