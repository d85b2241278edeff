import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { type Act, Database } from '#platform';
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
  async register(act: Act, asked: SealRegistration): Promise<Seal> {
    const { tx } = act;
    const { officeCode, officeName, foot, validFrom } = asked;
    const earlier = await tx.find(Seal, { where: { officeCode, officeName } });
    for (const seal of earlier.filter((one) => one.validTo === null)) {
      if (seal.validFrom >= validFrom) throw paperProblems.sealOverlaps();
      await tx.update(Seal, { id: seal.id }, { validTo: validFrom });
    }
    const seal = tx.create(Seal, { ...asked, validTo: null, registeredBy: act.actor.name, registeredAt: act.now });
    await tx.insert(Seal, seal);
    const detail = { officeName, foot, validFrom };
    await act.note('seal', { id: seal.id, officeCode }, { action: 'register', label: '登记印章', detail });
    return seal;
  }

  /** 停用：papers issued before keep it, new ones leave the place free for the stamp. */
  async end(act: Act, id: string, validTo: Day, reason: string): Promise<Seal> {
    const seal = await act.tx.findOne(Seal, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!seal) throw paperProblems.gone();
    if (seal.validTo !== null || validTo <= seal.validFrom) throw paperProblems.sealOverlaps();
    await act.keep(Seal, id, { validTo });
    await act.note('seal', seal, { action: 'end', label: '停用印章', remark: reason, detail: { validTo } });
    return Object.assign(seal, { validTo });
  }
}
