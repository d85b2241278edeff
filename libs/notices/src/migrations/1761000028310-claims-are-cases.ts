import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims of priority are cases under their own ids, with their clocks, papers, files and history; what holds for them still does. */
export class ClaimsAreCases1761000028310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(moved);
    await runner.query(followed);
    await runner.query(kept);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const moved = `
  INSERT INTO case_file (id, number, kind, topic, subject, subject_id, subject_number, town, village, area_mu, relation, party_id, name,
      phone_masked, facts, request, channel, received_by, received_at, handler_name, outcome, ground, statement_file_id, effect, reasons,
      rule, decided_by, decided_at, answered_at, state, state_since, due_at, office_code, office_code_born, revision, rules_day)
    SELECT c.id, c.number, 'priority_claim', c.level, 'notice', c.notice_id, coalesce(n.number, n.case_number), n.town, n.village, n.area_mu,
      'claimant', c.party_id, c.name, c.phone_masked, c.statement, '', c.channel,
      coalesce((SELECT h.actor_name FROM step_history h
        WHERE h.subject = 'priority_claim' AND h.subject_id = c.id::text ORDER BY h.id LIMIT 1), c.name),
      c.claimed_at, c.verified_by, c.result, c.decline_ground, c.statement_file_id,
      CASE WHEN c.result IS NOT NULL THEN 'none' END, CASE WHEN c.result IS NOT NULL THEN coalesce(c.answer_reasons, '') END,
      CASE WHEN c.result IS NOT NULL THEN '' END, CASE WHEN c.result IS NOT NULL THEN coalesce(c.answered_by, '') END,
      CASE WHEN c.result IS NOT NULL THEN coalesce(c.answered_at, c.state_since) END,
      CASE WHEN c.state NOT IN ('received', 'proven') THEN coalesce(c.answered_at, c.state_since) END,
      c.state, c.state_since, c.due_at, c.office_code, c.office_code_born, c.revision, c.rules_day
    FROM priority_claim c JOIN notice n ON n.id = c.notice_id;
  UPDATE case_file c SET town = n.town, village = n.village, area_mu = n.area_mu FROM notice n WHERE c.subject = 'notice' AND n.id = c.subject_id;`;

const followed = `
  UPDATE deadline SET subject = 'case_file', record_table = CASE WHEN record_table IS NOT NULL THEN 'case_file' END WHERE subject = 'priority_claim';
  UPDATE paper SET subject = 'case_file' WHERE subject = 'priority_claim';
  -- Nothing of what was written down changes but the name of the table that its record lies in.
  ALTER TABLE step_history DISABLE TRIGGER step_history_append_only;
  UPDATE step_history SET subject = 'case_file' WHERE subject = 'priority_claim';
  ALTER TABLE step_history ENABLE TRIGGER step_history_append_only;
  ALTER TABLE evidence_file DISABLE TRIGGER evidence_file_append_only;
  UPDATE evidence_file SET subject = 'case_file' WHERE subject = 'priority_claim';
  ALTER TABLE evidence_file ENABLE TRIGGER evidence_file_append_only;
  DROP TABLE priority_claim;`;

const kept = `
  ALTER TABLE case_file
    ADD CONSTRAINT case_file_claim CHECK (kind <> 'priority_claim' OR (subject = 'notice' AND topic IN ('member', 'incumbent', 'co_contractor')
      AND coalesce(outcome, 'stands') IN ('stands', 'claimant_takes_over', 'not_chosen', 'declined', 'not_proven', 'withdrawn', 'lapsed'))),
    -- On equal terms a member goes first: a no needs a lawful ground and the signature of the transferor.
    ADD CONSTRAINT case_file_claim_declined CHECK (kind <> 'priority_claim' OR state <> 'declined' OR (ground IS NOT NULL AND ground IN ('terms_differ', 'no_ability', 'not_letting', 'unstated')
      AND (ground = 'unstated' OR statement_file_id IS NOT NULL))),
    ADD CONSTRAINT case_file_claim_chosen CHECK (kind <> 'priority_claim' OR state NOT IN ('chosen', 'not_chosen') OR statement_file_id IS NOT NULL);
  -- Claims of long ago may have no party; a new one always has, so that it can be carried out.
  ALTER TABLE case_file ADD CONSTRAINT case_file_claim_party CHECK (kind <> 'priority_claim' OR party_id IS NOT NULL) NOT VALID;
  CREATE UNIQUE INDEX case_file_one_claim ON case_file (subject_id, party_id)
    WHERE kind = 'priority_claim' AND party_id IS NOT NULL AND state NOT IN ('not_proven', 'withdrawn');
  CREATE UNIQUE INDEX case_file_one_chosen ON case_file (subject_id) WHERE kind = 'priority_claim' AND state = 'chosen';
  CREATE INDEX case_file_not_letting ON case_file (state, id) WHERE ground = 'not_letting';`;
