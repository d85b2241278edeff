import { Injectable } from '@nestjs/common';
import type { Day, Fen } from '#kernel';
import { type Act, Database, type Question, type Reader, type Tx, anyOf } from '#platform';
import { statementHash } from './statement-hash.js';
import { PowerOfAttorney } from './power-of-attorney.entity.js';
import type { PowerOfAttorneyInput, AttorneyPowers } from './power-of-attorney.input.js';
import { PartiesService } from './parties.service.js';
import { partyProblems } from './party.problems.js';
import { partyActs } from './party.words.js';

/** A letter that was not taken back. */
export interface ValidPowerOfAttorney {
  id: string;
  principalId: string;
  principalName: string;
  agentId: string;
  agentName: string;
  powers: AttorneyPowers;
  parcelCodes: readonly string[];
  minimumPriceFen: Fen | null;
  validFrom: Day;
  validTo: Day;
  evidenceFileId: string;
  /** The matter that it consents to, and who signed it for that. */
  aboutId: string | null;
  signedBy: readonly string[];
}

/** Whether a letter is in force on a day. */
export const inForce = (powerOfAttorney: Pick<ValidPowerOfAttorney, 'validFrom' | 'validTo'>, day: Day): boolean =>
  powerOfAttorney.validFrom <= day && day <= powerOfAttorney.validTo;

/** The letters of these households that were not taken back. */
export function powersOfAttorneyOf(principalIds: readonly string[]): Question {
  const { test, values } = anyOf('m.principal_id', principalIds);
  return {
    text: `SELECT m.id, m.principal_id AS "principalId", p.display_name AS "principalName", m.agent_id AS "agentId",
         a.display_name AS "agentName", m.powers, m.parcel_codes AS "parcelCodes", m.minimum_price_fen AS "minimumPriceFen",
         m.valid_from AS "validFrom", m.valid_to AS "validTo", m.evidence_file_id AS "evidenceFileId", m.about_id AS "aboutId", m.signed_by AS "signedBy"
       FROM power_of_attorney m JOIN party p ON p.id = m.principal_id JOIN party a ON a.id = m.agent_id
       WHERE ${test} AND m.revoked_at IS NULL ORDER BY m.given_at`,
    values,
  };
}

/** Letters by which a household lets somebody speak for it. */
@Injectable()
export class PowersOfAttorneyService {
  constructor(
    private readonly database: Database,
    private readonly parties: PartiesService,
  ) {}

  async give(act: Act, { consents, ...input }: PowerOfAttorneyInput): Promise<PowerOfAttorney> {
    if (input.agentId === input.principalId) throw partyProblems.powerToSelf();
    if (input.validTo < input.validFrom) throw partyProblems.powerOfAttorneyPeriod();
    const powerOfAttorney = act.tx.create(PowerOfAttorney, {
      ...input,
      ...{ aboutKind: consents?.aboutKind ?? null, aboutId: consents?.aboutId ?? null },
      ...{ statement: consents?.statement ?? null, signedBy: [...(consents?.signedBy ?? [])] },
      statementSha256: consents ? statementHash(consents.statement) : null,
      parcelCodes: [...input.parcelCodes],
      givenAt: act.now,
      revokedAt: null,
      revocationReason: null,
    });
    await act.tx.insert(PowerOfAttorney, powerOfAttorney);
    const detail = { agentId: input.agentId, powers: input.powers, validTo: input.validTo, parcels: input.parcelCodes };
    await act.note(
      'power_of_attorney',
      { id: powerOfAttorney.id, officeCode: act.officeCode },
      { action: 'power_of_attorney', label: partyActs.powerOfAttorney, detail },
    );
    return powerOfAttorney;
  }

  /** The principal may take the power of attorney back at any time (民法典第一百七十三条). */
  async revoke(act: Act, powerOfAttorneyId: string, reason: string): Promise<PowerOfAttorney> {
    const powerOfAttorney = await act.tx.findOne(PowerOfAttorney, {
      where: { id: powerOfAttorneyId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!powerOfAttorney || powerOfAttorney.revokedAt) throw partyProblems.powerOfAttorneyGone();
    const revoked = { revokedAt: act.now, revocationReason: reason };
    await act.keep(PowerOfAttorney, powerOfAttorney.id, revoked);
    const line = { action: 'power-of-attorney-revoked', label: partyActs.powerOfAttorneyRevoked, remark: reason };
    await act.note('power_of_attorney', { id: powerOfAttorney.id, officeCode: act.officeCode }, line);
    return Object.assign(powerOfAttorney, revoked);
  }

  async of(principalId: string, reader: Reader | Tx = this.database.reader): Promise<PowerOfAttorney[]> {
    return reader.find(PowerOfAttorney, { where: { principalId }, order: { givenAt: 'DESC' } });
  }

  async get(id: string, reader: Reader | Tx = this.database.reader): Promise<PowerOfAttorney> {
    const found = await reader.findOne(PowerOfAttorney, { where: { id } });
    if (!found) throw partyProblems.powerOfAttorneyGone();
    return found;
  }

  /** The letters of these households that were not taken back, in force or not, with their agents' names. */
  async current(reader: Reader | Tx, principalIds: readonly string[]): Promise<ValidPowerOfAttorney[]> {
    if (principalIds.length === 0) return [];
    const { text, values } = powersOfAttorneyOf(principalIds);
    return reader.query(text, [...values]);
  }

  /** Who is behind an agent and a transferee: the party itself and its representative (民法典第一百六十八条). */
  async behind(reader: Reader | Tx, partyId: string): Promise<string[]> {
    const { id, representativeId } = await this.parties.get(partyId, reader);
    return [id, representativeId].filter((each) => each !== null);
  }
}
