import { Injectable } from '@nestjs/common';
import { day } from '#kernel';
import { type Act, Database, type Elsewhere, type Of } from '#platform';
import { paperProblems } from './paper.problems.js';
import { Seal } from './seal.entity.js';
import type { SealEndInput, SealInput } from './seal.input.js';
import { sealOf, type sealView } from './seal.view.js';

/** A seal as its acts know it. */
export interface SealFacts {
  record: Seal;
}

/** The register of seals that a live county prints: who registered which, from when to when. */
@Injectable()
export class SealsService {
  constructor(private readonly database: Database) {}

  async all(): Promise<Seal[]> {
    return this.database.reader.find(Seal, { order: { officeCode: 'ASC', validFrom: 'DESC' } });
  }

  /** Registers a seal; one that the office had until now ends the day before. */
  async register(act: Act, _none: object, { officeCode, officeName, foot, ...asked }: SealInput): Promise<Elsewhere> {
    const { tx } = act;
    const validFrom = day(asked.validFrom);
    const earlier = await tx.find(Seal, { where: { officeCode, officeName } });
    for (const seal of earlier.filter((one) => one.validTo === null)) {
      if (seal.validFrom >= validFrom) throw paperProblems.sealOverlaps();
      await tx.update(Seal, { id: seal.id }, { validTo: validFrom });
    }
    const who = { registeredBy: act.actor.name, registeredAt: act.now };
    const seal = tx.create(Seal, { officeCode, officeName, foot, validFrom, validTo: null, ...who });
    await tx.insert(Seal, seal);
    const detail = { officeName, foot, validFrom };
    await act.note('seal', { id: seal.id, officeCode }, { detail });
    return { id: '', view: sealOf(seal) };
  }

  /** 停用：papers issued before keep it, new ones leave the place free for the stamp. */
  async end(act: Act, { record }: SealFacts, { reason, ...asked }: SealEndInput): Promise<Elsewhere> {
    const validTo = day(asked.validTo);
    if (record.validTo !== null || validTo <= record.validFrom) throw paperProblems.sealOverlaps();
    await act.keep(Seal, record.id, { validTo });
    await act.note('seal', record, { remark: reason, detail: { validTo } });
    return { id: '', view: sealOf({ ...record, validTo }) };
  }

  async locked({ tx }: Act, id: string): Promise<SealFacts> {
    return factsOf(await tx.findOne(Seal, { where: { id }, lock: { mode: 'pessimistic_write' } }));
  }

  async read(id: string): Promise<SealFacts> {
    return factsOf(await this.database.reader.findOneBy(Seal, { id }));
  }

  async see(id: string): Promise<Of<typeof sealView>> {
    return sealOf((await this.read(id)).record);
  }
}

function factsOf(record: Seal | null): SealFacts {
  if (!record) throw paperProblems.gone();
  return { record };
}
