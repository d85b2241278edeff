import { Injectable } from '@nestjs/common';
import { type Actor, type Day } from '#kernel';
import { Database, type Tx, record } from '#platform';
import { paperProblems } from './paper.problems.js';
import { Seal } from './seal.entity.js';

export interface SealRegistration {
  readonly officeCode: string;
  readonly officeName: string;
  readonly foot: string;
  readonly validFrom: Day;
}

/** The register of seals that a live county prints: who registered which, from when to when. */
@Injectable()
export class SealsService {
  constructor(private readonly database: Database) {}

  async all(): Promise<Seal[]> {
    return this.database.reader.find(Seal, { order: { officeCode: 'ASC', validFrom: 'DESC' } });
  }

  /** Registers a seal; one that the office had until now ends the day before. */
  async register(tx: Tx, asked: SealRegistration, actor: Actor, now: Date): Promise<Seal> {
    const { officeCode, officeName, foot, validFrom } = asked;
    const earlier = await tx.find(Seal, { where: { officeCode, officeName } });
    for (const seal of earlier.filter((one) => one.validTo === null)) {
      if (seal.validFrom >= validFrom) throw paperProblems.sealOverlaps();
      await tx.update(Seal, { id: seal.id }, { validTo: validFrom });
    }
    const seal = tx.create(Seal, { ...asked, validTo: null, registeredBy: actor.name, registeredAt: now });
    await tx.insert(Seal, seal);
    const act = { subject: 'seal', subjectId: seal.id, action: 'register', label: '登记印章', officeCode };
    await record(tx, { ...act, detail: { officeName, foot, validFrom } }, actor, now);
    return seal;
  }

  /** 停用：papers issued before keep it, new ones leave the place free for the stamp. */
  async end(tx: Tx, id: string, validTo: Day, reason: string, actor: Actor, now: Date): Promise<Seal> {
    const seal = await tx.findOne(Seal, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!seal) throw paperProblems.gone();
    if (seal.validTo !== null || validTo <= seal.validFrom) throw paperProblems.sealOverlaps();
    await tx.update(Seal, { id }, { validTo });
    const act = { subject: 'seal', subjectId: id, action: 'end', label: '停用印章', officeCode: seal.officeCode };
    await record(tx, { ...act, remark: reason, detail: { validTo } }, actor, now);
    return Object.assign(seal, { validTo });
  }
}
