import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Day } from '#kernel';
import { Database, type Reader, type Tx, record } from '#platform';
import type { MandateFacts } from './consent.rules.js';
import { Mandate } from './mandate.entity.js';
import type { MandateInput } from './mandate.input.js';
import { PartiesService } from './parties.service.js';
import { partyProblems } from './party.problems.js';

/** Letters by which a household lets somebody speak for it. */
@Injectable()
export class MandatesService {
  constructor(
    private readonly database: Database,
    private readonly parties: PartiesService,
    private readonly clock: Clock,
  ) {}

  async give(tx: Tx, input: MandateInput, actor: Actor): Promise<Mandate> {
    const now = this.clock.now();
    if (input.agentId === input.principalId) throw partyProblems.mandateToSelf();
    if (input.validTo < input.validFrom) throw partyProblems.mandatePeriod();
    const mandate = tx.create(Mandate, {
      ...input,
      parcelCodes: [...input.parcelCodes],
      givenAt: now,
      revokedAt: null,
      revocationReason: null,
    });
    await tx.insert(Mandate, mandate);
    const detail = { agentId: input.agentId, powers: input.powers, validTo: input.validTo, parcels: input.parcelCodes };
    await this.tell(tx, mandate, 'mandate', '出具流转委托书', null, detail, actor, now);
    return mandate;
  }

  /** The principal may take the mandate back at any time (民法典第一百七十三条). */
  async revoke(tx: Tx, mandateId: string, reason: string, actor: Actor): Promise<Mandate> {
    const now = this.clock.now();
    const mandate = await tx.findOne(Mandate, { where: { id: mandateId }, lock: { mode: 'pessimistic_write' } });
    if (!mandate || mandate.revokedAt) throw partyProblems.mandateGone();
    Object.assign(mandate, { revokedAt: now, revocationReason: reason });
    await tx.update(Mandate, { id: mandate.id }, { revokedAt: now, revocationReason: reason });
    await this.tell(tx, mandate, 'mandate-revoked', '撤销流转委托书', reason, {}, actor, now);
    return mandate;
  }

  async of(principalId: string, reader: Reader | Tx = this.database.reader): Promise<Mandate[]> {
    return reader.find(Mandate, { where: { principalId }, order: { givenAt: 'DESC' } });
  }

  async get(id: string, reader: Reader | Tx = this.database.reader): Promise<Mandate> {
    const found = await reader.findOne(Mandate, { where: { id } });
    if (!found) throw partyProblems.mandateGone();
    return found;
  }

  /** What the rules ask about a mandate that a case relies on. */
  async facts(
    reader: Reader | Tx,
    mandateId: string,
    about: { transfereeId: string; parcelCodes: readonly string[]; needsSigning: boolean; today: Day },
  ): Promise<MandateFacts> {
    const mandate = await this.get(mandateId, reader);
    const parties = await this.parties.getMany([mandate.agentId, about.transfereeId], reader);
    const [agent, transferee] = [parties.get(mandate.agentId), parties.get(about.transfereeId)];
    if (!agent || !transferee) throw partyProblems.notFound();
    const named = new Set(mandate.parcelCodes);
    return {
      agentName: agent.name,
      agentIds: [agent.id, agent.representativeId].filter((id) => id !== null),
      transfereeIds: [transferee.id, transferee.representativeId].filter((id) => id !== null),
      valid: mandate.revokedAt === null && mandate.validFrom <= about.today && about.today <= mandate.validTo,
      coversParcels: named.size === 0 || about.parcelCodes.every((code) => named.has(code)),
      needsSigning: about.needsSigning,
      maySign: mandate.powers === 'negotiate_and_sign',
    };
  }

  private async tell(
    tx: Tx,
    mandate: Mandate,
    action: string,
    label: string,
    remark: string | null,
    detail: object,
    actor: Actor,
    now: Date,
  ): Promise<void> {
    const act = {
      subject: 'mandate',
      subjectId: mandate.id,
      action,
      label,
      officeCode: actor.posts[0]?.officeCode ?? '',
    };
    await record(tx, { ...act, remark, detail: { ...detail } }, actor, now);
  }
}
