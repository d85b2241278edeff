import { Injectable } from '@nestjs/common';
import { type Actor, Problem, inPhase } from '#kernel';
import { type Act, Acts, Database, type Filled, Finders, filled, inputProblem } from '#platform';
import { ApplicationsService } from '../application/applications.service.js';
import { TransferReader } from '../facts/transfer-facts.service.js';
import { ApplicationInput } from '../transfer.input.js';
import { transferWorkflow } from '../transfer.workflow.js';
import { applicationIn, list, typedAnew, type OpenDraft } from './draft-content.js';
import { draftProblems } from './draft.problems.js';
import type { DraftSide } from './draft.words.js';
import { DraftsService } from './drafts.service.js';

/** From what was typed to a case, and from a case that came back to what may be typed again. */
@Injectable()
export class DraftCases {
  constructor(
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly drafts: DraftsService,
    private readonly applications: ApplicationsService,
    private readonly cases: TransferReader,
    private readonly finders: Finders,
  ) {}

  /** Makes the case, or writes it anew. The draft's lock lets two presses make one. */
  async become(id: string, me: Actor): Promise<string> {
    return this.acts.begin(me, async (act) => {
      const draft = await this.drafts.get(id, me, act.tx, true);
      const transferId = await this.write(act, draft, await filled(ApplicationInput, applicationIn(draft), act.today));
      await act.tx.query('UPDATE application_draft SET transfer_id = $2 WHERE id = $1', [id, transferId]);
      await this.remember(act, draft);
      return transferId;
    });
  }

  /** Opens a case that is a draft still, or came back for correction, to be typed over. */
  async reopen(transferId: string, me: Actor): Promise<string> {
    const facts = await this.cases.read(transferId, me);
    if (!inPhase(transferWorkflow, facts.record.state, 'writing')) throw draftProblems.handedIn();
    const there = await this.database.ask<{ id: string }>('SELECT id FROM application_draft WHERE transfer_id = $1', [
      transferId,
    ]);
    const own = await this.findOwn(there[0]?.id, me);
    if (own !== null) return own;
    return this.acts.begin(me, async (act) => {
      // Whoever began it has gone on: the case itself is what counts, not an older text of it.
      await act.tx.query('DELETE FROM application_draft WHERE transfer_id = $1', [transferId]);
      const contracts: { id: string }[] = await act.tx.query(
        'SELECT DISTINCT contract_id AS id FROM parcel WHERE id = ANY($1) AND contract_id IS NOT NULL',
        [facts.parcels.map((parcel) => parcel.parcelId)],
      );
      const self = facts.record.transfereeId === (me.assisting?.partyId ?? me.partyId);
      const side: DraftSide = self ? 'in' : me.kind === 'staff' && me.assisting === null ? 'desk' : 'out';
      const typed = typedAnew(
        facts,
        contracts.map((row) => row.id),
      );
      return this.drafts.write(act, { side, ...typed }, transferId);
    });
  }

  private async findOwn(id: string | undefined, me: Actor): Promise<string | null> {
    if (id === undefined) return null;
    try {
      return (await this.drafts.get(id, me)).id;
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }

  /** Whoever named them once names them again: they are offered first. */
  private async remember(act: Act, { content, code }: OpenDraft): Promise<void> {
    const homes: { code: string }[] = await act.tx.query(
      'SELECT DISTINCT h.contractor_code AS code FROM contract c JOIN household h ON h.id = c.contractor_id WHERE c.id::text = ANY($1)',
      [list(content.who?.['contractIds'])],
    );
    const bodies: { code: string }[] = await act.tx.query(
      'SELECT credit_code AS code FROM body WHERE credit_code = $1',
      [code],
    );
    await this.finders.remember(
      act,
      'household',
      homes.map((home) => home.code),
    );
    await this.finders.remember(
      act,
      'body',
      bodies.map((body) => body.code),
    );
  }

  private async write(act: Act, draft: OpenDraft, input: Filled<ApplicationInput>): Promise<string> {
    try {
      if (draft.transferId === null) return await this.applications.draft(act, input);
      return await this.applications.revise(act, draft.transferId, input);
    } catch (error) {
      throw atNumber(error);
    }
  }
}

const ofNumbers = ['identity-wrong', 'credit-code-wrong', 'identity-of-another', 'credit-code-taken'];

/** What only the register could find out about a number is said at its field. */
function atNumber(error: unknown): unknown {
  if (!(error instanceof Problem) || !ofNumbers.includes(error.type)) return error;
  return inputProblem([{ pointer: '#/transferee/number', detail: error.members.detail ?? error.title }]);
}
