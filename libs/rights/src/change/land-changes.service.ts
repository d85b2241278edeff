import { Injectable } from '@nestjs/common';
import { Vault } from '#parties';
import { type Act, Files } from '#platform';
import { KeptShapes } from '../import/file-overlaps.js';
import { importerOf } from '../import/import-run.js';
import { LandChange, type LandChangeFacts } from '../land-change.entity.js';
import { landChangeProblems } from '../land-change.problems.js';
import { landChangeWorkflow } from '../land-change.workflow.js';
import { ParcelOverlaps } from '../parcel-overlaps.service.js';
import { registerTurn } from '../register-turn.js';
import type { LandChangeDecisionInput } from './land-change.input.js';

/** What is decided on a row of the register that would move land under cases and rights. */
@Injectable()
export class LandChangesService {
  constructor(
    private readonly vault: Vault,
    private readonly files: Files,
    private readonly overlaps: ParcelOverlaps,
  ) {}

  /** The row comes in as it was delivered, by the very way of an import. */
  async adopt(act: Act, facts: LandChangeFacts, input: LandChangeDecisionInput): Promise<void> {
    const { record } = facts;
    await this.decide(act, facts, 'adopt', input);
    const overlaps = new KeptShapes(this.overlaps);
    const context = { vault: this.vault, overlaps, now: act.now, today: act.today };
    const importer = importerOf(record.source);
    await registerTurn(act.tx);
    const [outcome] = await importer.write(act.tx, [record.proposed], context);
    if (outcome?.result === 'bad')
      throw landChangeProblems.cannotTake({
        detail: `${importer.kind}：${outcome.faults.map(({ reason }) => reason).join('；')}`,
      });
  }

  /** The register stays as it is. */
  async refuse(act: Act, facts: LandChangeFacts, input: LandChangeDecisionInput): Promise<void> {
    await this.decide(act, facts, 'refuse', input);
  }

  private async decide(
    act: Act,
    facts: LandChangeFacts,
    step: 'adopt' | 'refuse',
    { reason, proof }: LandChangeDecisionInput,
  ): Promise<void> {
    const { id } = facts.record;
    facts.record.reason = reason;
    // Before the step: the table refuses a decision without its reason.
    await act.tx.update(LandChange, { id }, { reason });
    await act.take(landChangeWorkflow, facts, step, { remark: reason });
    if (proof) await this.files.attach(act, proof, { subject: 'land_change', subjectId: id, kind: 'proof' });
  }
}
