import { Injectable } from '@nestjs/common';
import { type Blocker, Clock, type Day, type Parameters, ageOn, dayOf } from '#kernel';
import { MandatesService, PartiesService, agentIsNotTransferee } from '#parties';
import { ParameterStore, type Reader, type Tx, whoDid } from '#platform';
import { capitalFacts } from './capital.rules.js';
import { checkItems, isCheckItem } from './checklist.js';
import { predecessorOf, successorOf } from './renewal.facts.js';
import type { ChecklistFacts, ParcelFact, TransferFacts } from './transfer.facts.js';
import { Transfer } from './transfer.entity.js';
import { capitalOf, reviewsOf, staffAmong } from './transfers.queries.js';

/** What lies around a case: its parameters, reviews, licence and the people who acted. */
@Injectable()
export class CaseSurroundings {
  constructor(
    private readonly store: ParameterStore,
    private readonly parties: PartiesService,
    private readonly mandates: MandatesService,
    private readonly clock: Clock,
  ) {}

  /** Agents of the transferors who would deal with themselves (民法典第168条). */
  private async agentConflicts(
    reader: Reader | Tx,
    record: Transfer,
    parcels: readonly ParcelFact[],
    today: Day,
  ): Promise<Blocker[]> {
    const rows: { id: string }[] = await reader.query(
      'SELECT id FROM mandate WHERE principal_id = ANY($1) AND revoked_at IS NULL AND $2 BETWEEN valid_from AND valid_to',
      [[...new Set(parcels.map((parcel) => parcel.grantorId))], today],
    );
    const parcelCodes = parcels.map((parcel) => parcel.code);
    const found: Blocker[] = [];
    for (const { id } of rows) {
      const about = { transfereeId: record.transfereeId, parcelCodes, needsSigning: false, today };
      const conflict = agentIsNotTransferee(await this.mandates.facts(reader, id, about));
      if (conflict) found.push(conflict);
    }
    return found;
  }

  /** A case keeps the rules it started under. */
  async parameters(reader: Reader | Tx, record: Transfer): Promise<Parameters> {
    return this.store.at(reader, record.rulesDay);
  }

  async of(
    reader: Reader | Tx,
    record: Transfer,
    parcels: readonly ParcelFact[],
    parameters: Parameters,
    parties: readonly string[],
  ): Promise<
    Pick<
      TransferFacts,
      | 'capital'
      | 'checklist'
      | 'transfereeAge'
      | 'staffParties'
      | 'agentConflict'
      | 'acceptors'
      | 'reviewers'
      | 'renews'
      | 'renewal'
      | 'contractScans'
      | 'identityPapers'
      | 'right'
    >
  > {
    const transferee = await this.parties.get(record.transfereeId, reader);
    const rights: { id: string; standing: string }[] = await reader.query(
      `SELECT id, standing FROM management_right WHERE subject = 'transfer' AND subject_id = $1 ORDER BY reserved_at DESC LIMIT 1`,
      [record.id],
    );
    const counts: { scans: number; identities: number }[] = await reader.query(
      `SELECT count(*) FILTER (WHERE kind = 'contract')::int AS scans, count(*) FILTER (WHERE kind = 'identity')::int AS identities
       FROM evidence_file WHERE subject = 'transfer' AND subject_id = $1 AND kind IN ('contract', 'identity')`,
      [record.id],
    );
    const right = rights[0] ?? null;
    const today = dayOf(this.clock.now());
    return {
      capital: capitalFacts(record, parcels, parameters, await capitalOf(reader, record.id)),
      checklist: checklistFacts(record, await reviewsOf(reader, record.id)),
      transfereeAge: transferee.born === null ? null : ageOn(transferee.born, today),
      staffParties: await staffAmong(reader, parties),
      agentConflict: await this.agentConflicts(reader, record, parcels, today),
      acceptors: await whoDid(reader, 'transfer', record.id, 'accept'),
      reviewers: await whoDid(reader, 'transfer', record.id, 'approve'),
      renews: await predecessorOf(reader, record.renewsId),
      renewal: await successorOf(reader, record.id),
      contractScans: counts[0]?.scans ?? 0,
      identityPapers: counts[0]?.identities ?? 0,
      right: right && ['reserved', 'active'].includes(right.standing) ? right : null,
    };
  }
}

function checklistFacts(record: Transfer, reviews: Awaited<ReturnType<typeof reviewsOf>>): ChecklistFacts {
  const current = reviews.find(
    (each) => each.level === 'county' && each.round === record.round && each.doneAt === null,
  );
  const checks = (current?.checklist ?? []).filter((check) => isCheckItem(check.item));
  return {
    total: Object.keys(checkItems).length,
    filled: checks.length,
    faults: checks
      .filter((check) => check.result === 'no')
      .map((check) => (isCheckItem(check.item) ? checkItems[check.item].label : '')),
  };
}
