import { Injectable } from '@nestjs/common';
import { type Blocker, type Day, type Mu, type Parameters, mu } from '#kernel';
import {
  PowersOfAttorneyService,
  PartiesService,
  type ValidPowerOfAttorney,
  agentIsNotTransferee,
  inForce,
} from '#parties';
import { ParameterStore, type Reader, type Tx, sqlNames, together } from '#platform';
import { holdsLand, liveStatuses } from '#rights';
import type { Belonging } from '../capital.rules.js';
import { knownBy } from '../consent.letter.js';
import { checkItems, isCheckItem } from '../checklist.words.js';
import { predecessorOf, successorSql } from '../renewal.facts.js';
import { type TransferParts, partsOf } from '../transfer.parts.js';
import type { ChecklistFacts, TransferFacts } from '../transfer.facts.js';
import { Transfer } from '../transfer.entity.js';
import { transferProblems } from '../transfer.problems.js';
import { type CapitalRow, type ReviewRow, groundSql, staffAmong, uncodedAmong } from '../transfers.queries.js';

/** What lies around a case: its parameters, reviews, licence and the people who acted. */
@Injectable()
export class TransferSurroundings {
  constructor(
    private readonly store: ParameterStore,
    private readonly parties: PartiesService,
    private readonly powersOfAttorney: PowersOfAttorneyService,
  ) {}

  /** Agents of the transferors who would deal with themselves (民法典第168条). */
  private async agentConflicts(
    reader: Reader | Tx,
    record: Transfer,
    powersOfAttorney: readonly ValidPowerOfAttorney[],
    today: Day,
  ): Promise<Blocker[]> {
    const live = powersOfAttorney.filter((powerOfAttorney) => inForce(powerOfAttorney, today));
    if (live.length === 0) return [];
    const transfereeIds = await this.powersOfAttorney.behind(reader, record.transfereeId);
    const found: Blocker[] = [];
    for (const { agentId, agentName } of live) {
      const agentIds = await this.powersOfAttorney.behind(reader, agentId);
      const conflict = agentIsNotTransferee({ agentName, agentIds, transfereeIds });
      if (conflict) found.push(conflict);
    }
    return found;
  }

  /** A case keeps the rules it started under. */
  async parameters(reader: Reader | Tx, record: Transfer): Promise<Parameters> {
    return this.store.at(reader, record.rulesDay);
  }

  /** Who takes the land: asked of the register, whatever he calls himself. */
  async belonging(
    reader: Reader | Tx,
    record: Transfer,
  ): Promise<Belonging & Pick<TransferFacts, 'takerCode'> & { born: Day | null }> {
    const party = await this.parties.get(record.transfereeId, reader);
    // A claim that was granted on proof made him a member, whatever the register says yet.
    const granted = record.replacesId !== null && record.transfereeKind === 'member';
    const member = granted || (await this.parties.belongsTo(party, record.issuerCode, reader));
    return { body: party.kind === 'body', member, born: party.born, takerCode: knownBy(this.parties.view(party)) };
  }

  /** What hangs on the case alone, asked as soon as its id is known. */
  hanging(reader: Reader | Tx, id: string): Promise<Course> {
    return courseOf(reader, id);
  }

  /** What the record itself points to. */
  async of(reader: Reader | Tx, record: Transfer): Promise<TransferParts & Pick<TransferFacts, 'renews'>> {
    const { parts, renews } = await together({
      parts: partsOf(reader, record),
      renews: predecessorOf(reader, record.renewsId),
    });
    return { ...parts, renews };
  }

  /** Who of them works here, and which agent would deal with himself. */
  async people(
    reader: Reader | Tx,
    record: Transfer,
    powersOfAttorney: readonly ValidPowerOfAttorney[],
    parties: readonly string[],
    today: Day,
  ): Promise<Pick<TransferFacts, 'staffParties' | 'uncodedParties' | 'agentConflict'>> {
    return together({
      staffParties: staffAmong(reader, parties),
      uncodedParties: uncodedAmong(reader, parties),
      agentConflict: this.agentConflicts(reader, record, powersOfAttorney, today),
    });
  }
}

type Scans = Pick<
  TransferFacts,
  'contractScans' | 'identityPapers' | 'intentPapers' | 'withdrawalScans' | 'rescissionScans'
>;
type Right = NonNullable<TransferFacts['right']>;
type Review = Pick<ReviewRow, 'checklist' | 'opinion'>;

/** What the case's own desks and licence authorities did to it, and the right it holds. */
interface Course extends Pick<TransferFacts, 'right' | 'renewal' | 'ground' | 'acceptors' | 'reviewers'>, Scans {
  approvals: CapitalRow[];
  /** What the transferee holds or has reserved by other cases, in the whole county. */
  otherMu: Mu;
  /** The county's review of this round, while it is under way. */
  review: Review | null;
}

const live = sqlNames(liveStatuses);

/**
 * Single facts of a case in one row: the right it holds (reserved while it runs, active when it is recorded), the renewal that
 * is alive or recorded, who accepted and reviewed it, the review under way, the licences that were asked for, and the scans that
 * came in with it, by what they are of. A contract counts that came after this round's notice was clear, and so does what ended it.
 * Areas are text, as everywhere. What the transferee holds otherwise counts once where a renewal of it is under way.
 */
const courseSql = `
  SELECT r.id AS "rightId", r.status, r.reserved_until AS "reservedUntil", (${successorSql}) AS renewal, (${groundSql}) AS ground, d.acceptors, d.reviewers,
    f."contractScans", f."identityPapers", f."intentPapers", f."withdrawalScans", f."rescissionScans",
    (SELECT json_build_object('checklist', v.checklist, 'opinion', v.opinion) FROM transfer_review v
      WHERE v.transfer_id = t.id AND v.level = 'county' AND v.round = t.round AND v.done_at IS NULL) AS review,
    (SELECT coalesce(json_agg(json_build_object('id', c.id, 'authority', c.authority, 'basis', c.basis,
        'applicationNumber', c.application_number, 'acceptedOn', c.accepted_on, 'dueOn', c.due_on, 'decision', c.decision,
        'decisionNumber', c.decision_number, 'decidedOn', c.decided_on, 'validAreaMu', c.valid_area_mu::text, 'validTo', c.valid_to,
        'transfereeId', c.transferee_id, 'parcelCodes', c.parcel_codes, 'fileId', c.file_id) ORDER BY c.accepted_on, c.id), '[]')
      FROM capital_approval c WHERE c.transfer_id = t.id) AS approvals,
    (SELECT coalesce(sum(o.area_mu), 0)::text FROM management_right h JOIN right_portion o ON o.right_id = h.id
      WHERE h.holder_id = t.transferee_id AND h.status IN (${live}) AND NOT (h.subject = 'transfer' AND (
        h.subject_id IN (t.id, coalesce(t.renews_id, t.id)) OR EXISTS (SELECT FROM transfer n JOIN management_right s
          ON s.subject = 'transfer' AND s.subject_id = n.id AND s.status IN (${live}) WHERE n.renews_id = h.subject_id)))) AS "otherMu"
  FROM transfer t
    LEFT JOIN LATERAL (SELECT id, status, reserved_until FROM management_right
      WHERE subject = 'transfer' AND subject_id = t.id ORDER BY reserved_at DESC LIMIT 1) r ON true
    CROSS JOIN LATERAL (SELECT
        coalesce(array_agg(DISTINCT account_id) FILTER (WHERE action = 'accept'), '{}') AS acceptors,
        coalesce(array_agg(DISTINCT account_id) FILTER (WHERE action IN ('endorse', 'approve')), '{}') AS reviewers
      FROM step_history WHERE ((subject = 'transfer' AND subject_id = t.id::text) OR (subject = 'listing' AND subject_id = t.listing ->> 'id'))
        AND account_id IS NOT NULL
        AND action IN ('accept', 'endorse', 'approve')) d
    CROSS JOIN LATERAL (SELECT
        (count(*) FILTER (WHERE kind = 'contract' AND added_at >= coalesce(t.cleared_at, '-infinity')))::int AS "contractScans",
        (count(*) FILTER (WHERE kind = 'identity'))::int AS "identityPapers",
        (count(*) FILTER (WHERE kind = 'intent'))::int AS "intentPapers",
        (count(*) FILTER (WHERE kind = 'withdrawal'))::int AS "withdrawalScans",
        (count(*) FILTER (WHERE kind = 'rescission' AND added_at >= coalesce(t.cleared_at, '-infinity')))::int AS "rescissionScans"
      FROM evidence_file WHERE subject = 'transfer' AND subject_id = t.id::text
        AND kind IN ('contract', 'identity', 'intent', 'withdrawal', 'rescission')) f
  WHERE t.id = $1`;

async function courseOf(reader: Reader | Tx, id: string): Promise<Course> {
  type Row = Omit<Course, 'right'> & Pick<Right, 'status' | 'reservedUntil'> & { rightId: string | null };
  const rows: Row[] = await reader.query(courseSql, [id]);
  const [row] = rows;
  if (!row) throw transferProblems.notFound();
  const { rightId, status, reservedUntil, ...rest } = row;
  const right = rightId === null ? null : { id: rightId, status, reservedUntil };
  return { ...rest, otherMu: mu(rest.otherMu), right: right && holdsLand(right) ? right : null };
}

export function checklistFacts(current: Review | null): ChecklistFacts {
  const checks = (current?.checklist ?? []).filter((check) => isCheckItem(check.item));
  return {
    total: Object.keys(checkItems).length,
    filled: checks.length,
    opinion: (current?.opinion ?? '').trim() !== '',
    faults: checks
      .filter((check) => check.result === 'no')
      .map((check) => (isCheckItem(check.item) ? checkItems[check.item].label : '')),
  };
}
