import { Injectable } from '@nestjs/common';
import type { Day, Fen } from '#kernel';
import { type Act, Database, type Question, type Reader, type Tx, anyOf } from '#platform';
import { Mandate } from './mandate.entity.js';
import type { MandateInput, MandatePowers } from './mandate.input.js';
import { PartiesService } from './parties.service.js';
import { partyProblems } from './party.problems.js';
import { partyActs } from './party.words.js';

/** A letter that was not taken back. */
export interface StandingMandate {
  id: string;
  principalId: string;
  principalName: string;
  agentId: string;
  agentName: string;
  powers: MandatePowers;
  parcelCodes: readonly string[];
  minimumPriceFen: Fen | null;
  validFrom: Day;
  validTo: Day;
  evidenceFileId: string;
}

/** Whether a letter is in force on a day. */
export const inForce = (mandate: Pick<StandingMandate, 'validFrom' | 'validTo'>, day: Day): boolean =>
  mandate.validFrom <= day && day <= mandate.validTo;

/** The letters of these households that were not taken back. */
export function mandatesOf(principalIds: readonly string[]): Question {
  const { test, values } = anyOf('m.principal_id', principalIds);
  return {
    text: `SELECT m.id, m.principal_id AS "principalId", p.display_name AS "principalName", m.agent_id AS "agentId",
         a.display_name AS "agentName", m.powers, m.parcel_codes AS "parcelCodes", m.minimum_price_fen AS "minimumPriceFen",
         m.valid_from AS "validFrom", m.valid_to AS "validTo", m.evidence_file_id AS "evidenceFileId"
       FROM mandate m JOIN party p ON p.id = m.principal_id JOIN party a ON a.id = m.agent_id
       WHERE ${test} AND m.revoked_at IS NULL ORDER BY m.given_at`,
    values,
  };
}

/** Letters by which a household lets somebody speak for it. */
@Injectable()
export class MandatesService {
  constructor(
    private readonly database: Database,
    private readonly parties: PartiesService,
  ) {}

  async give(act: Act, input: MandateInput): Promise<Mandate> {
    if (input.agentId === input.principalId) throw partyProblems.mandateToSelf();
    if (input.validTo < input.validFrom) throw partyProblems.mandatePeriod();
    const mandate = act.tx.create(Mandate, {
      ...input,
      parcelCodes: [...input.parcelCodes],
      givenAt: act.now,
      revokedAt: null,
      revocationReason: null,
    });
    await act.tx.insert(Mandate, mandate);
    const detail = { agentId: input.agentId, powers: input.powers, validTo: input.validTo, parcels: input.parcelCodes };
    await act.note(
      'mandate',
      { id: mandate.id, officeCode: act.officeCode },
      { action: 'mandate', label: partyActs.mandate, detail },
    );
    return mandate;
  }

  /** The principal may take the mandate back at any time (民法典第一百七十三条). */
  async revoke(act: Act, mandateId: string, reason: string): Promise<Mandate> {
    const mandate = await act.tx.findOne(Mandate, { where: { id: mandateId }, lock: { mode: 'pessimistic_write' } });
    if (!mandate || mandate.revokedAt) throw partyProblems.mandateGone();
    const revoked = { revokedAt: act.now, revocationReason: reason };
    await act.keep(Mandate, mandate.id, revoked);
    const line = { action: 'mandate-revoked', label: partyActs.mandateRevoked, remark: reason };
    await act.note('mandate', { id: mandate.id, officeCode: act.officeCode }, line);
    return Object.assign(mandate, revoked);
  }

  async of(principalId: string, reader: Reader | Tx = this.database.reader): Promise<Mandate[]> {
    return reader.find(Mandate, { where: { principalId }, order: { givenAt: 'DESC' } });
  }

  async get(id: string, reader: Reader | Tx = this.database.reader): Promise<Mandate> {
    const found = await reader.findOne(Mandate, { where: { id } });
    if (!found) throw partyProblems.mandateGone();
    return found;
  }

  /** The letters of these households that were not taken back, in force or not, with their agents' names. */
  async standing(reader: Reader | Tx, principalIds: readonly string[]): Promise<StandingMandate[]> {
    if (principalIds.length === 0) return [];
    const { text, values } = mandatesOf(principalIds);
    return reader.query(text, [...values]);
  }

  /** Who is behind an agent and a transferee: the party itself and its representative (民法典第一百六十八条). */
  async behind(reader: Reader | Tx, partyId: string): Promise<string[]> {
    const { id, representativeId } = await this.parties.get(partyId, reader);
    return [id, representativeId].filter((each) => each !== null);
  }
}
