import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Mu, holds, inPhase, speaksFor, statesIn } from '#kernel';
import { Vault } from '#parties';
import { type Act, Acts, Database, type Reader, type Tx, type Typed } from '#platform';
import { ApplicationDraft, type DraftContent } from './application-draft.entity.js';
import { partIn, text, type OpenDraft } from './draft-content.js';
import { type DraftSide, draftLabels, draftSides } from './draft.words.js';
import type { PartName } from './draft.input.js';
import { transferWorkflow } from '../transfer.workflow.js';
import { draftProblems } from './draft.problems.js';

const mostDrafts = 30;
const columns = `id, account_id AS "accountId", party_id AS "partyId", office_code AS "officeCode", content,
  transfer_id AS "transferId", created_at AS "createdAt", updated_at AS "updatedAt"`;

/** A draft in a list: where its case's land is, or the village whose contract was picked, so that several are told apart. */
export type KeptDraft = ApplicationDraft & { state: string | null; place: string | null; areaMu: Mu | null };

/** Applications in writing: begun, kept, found again by those whose they are. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Begins a draft; the act carries a key, so that pressing twice begins one. */
  async begin(side: DraftSide, actor: Actor): Promise<string> {
    const who = ownerOf(actor);
    return this.acts.begin(actor, async (act) => {
      const rows: { many: number }[] = await act.tx.query(
        `SELECT count(*)::int AS many FROM application_draft WHERE ${mine}`,
        [who.partyId, who.accountId],
      );
      if ((rows[0]?.many ?? 0) >= mostDrafts) throw draftProblems.tooMany();
      const content: DraftContent = { side: who.partyId === null ? 'desk' : side === 'in' ? 'in' : 'out' };
      return this.write(act, content, null);
    });
  }

  async write(act: Act, content: DraftContent, transferId: string | null): Promise<string> {
    const { now, officeCode } = act;
    const about = { ...ownerOf(act.actor), officeCode, content, transferId };
    const draft = act.tx.create(ApplicationDraft, { ...about, createdAt: now, updatedAt: now });
    await act.tx.insert(ApplicationDraft, draft as never);
    await act.note('application_draft', draft, {
      action: 'begin',
      label: `${draftLabels.begun}：${draftSides[content.side]}`,
    });
    return draft.id;
  }

  /** The draft, for those whose it is; for anybody else it does not exist. */
  async get(id: string, actor: Actor, reader: Reader | Tx = this.database.reader, lock = false): Promise<OpenDraft> {
    const who = ownerOf(actor);
    const rows: (ApplicationDraft & Pick<OpenDraft, 'state' | 'returned'>)[] = await reader.query(
      `SELECT ${columns}, (SELECT state FROM transfer t WHERE t.id = transfer_id) AS state,
         (SELECT json_build_object('level', r.level, 'defects', r.defects) FROM transfer_return r
          WHERE r.transfer_id = application_draft.transfer_id ORDER BY r.returned_at DESC LIMIT 1) AS returned
       FROM application_draft WHERE id = $3 AND ${mine}${lock ? ' FOR UPDATE' : ''}`,
      [who.partyId, who.accountId, id],
    );
    const [found] = rows;
    if (!found) throw draftProblems.notFound();
    return { ...found, code: this.open(found.content.sealedCode) };
  }

  async list(actor: Actor): Promise<KeptDraft[]> {
    const who = ownerOf(actor);
    return this.database.reader.query(
      `SELECT d.*, t.state, t.area_mu AS "areaMu",
         coalesce(t.place, (SELECT min(i.name) FROM contract c JOIN issuer i ON i.code = c.issuer_code
           WHERE c.id IN (SELECT CASE WHEN picked ~ '^[0-9a-f-]{36}$' THEN picked::uuid END
             FROM jsonb_array_elements_text(jsonb_path_query_array(content, '$.who.contractIds[*]')) picked))) AS place
       FROM (SELECT ${columns} FROM application_draft WHERE ${mine}) d LEFT JOIN transfer t ON t.id = d."transferId"
       WHERE t.state IS NULL OR t.state = ANY ($3) ORDER BY d."updatedAt" DESC LIMIT ${mostDrafts}`,
      [who.partyId, who.accountId, statesIn(transferWorkflow, 'writing')],
    );
  }

  /**
   * Keeps what was typed into a step, right or wrong. Not in the act's transaction: what is typed stays even if the act is
   * refused, and a key that the form carried is free for the corrected form.
   */
  async keep(draft: OpenDraft, part: PartName, typed: Typed): Promise<OpenDraft> {
    if (draft.state !== null && !inPhase(transferWorkflow, draft.state, 'writing')) throw draftProblems.handedIn();
    const content: DraftContent = { ...draft.content, [part]: typed };
    let { code } = draft;
    if (part === 'who') {
      const { number, ...transferee } = partIn(typed, 'transferee');
      content.who = { ...typed, transferee };
      code = text(number);
      if (code === '') delete content.sealedCode;
      else content.sealedCode = this.vault.seal('identity', code).toString('base64');
    }
    const now = this.clock.now();
    await this.database.write('UPDATE application_draft SET content = $2, updated_at = $3 WHERE id = $1', [
      draft.id,
      JSON.stringify(content),
      now,
    ]);
    return { ...draft, content, code, updatedAt: now };
  }

  /** Takes a draft away that is no case yet. */
  async drop(id: string, actor: Actor): Promise<void> {
    const draft = await this.get(id, actor);
    if (draft.transferId !== null) throw draftProblems.isCase();
    await this.database.transaction((tx) => tx.query('DELETE FROM application_draft WHERE id = $1', [draft.id]));
  }

  /** What has been handed in, and what nobody has touched for half a year, is not kept: it holds people's numbers. */
  async tidy(now: Date): Promise<void> {
    await this.database.transaction((tx) =>
      tx.query(
        `DELETE FROM application_draft d WHERE (transfer_id IS NULL AND updated_at < $1::timestamptz - interval '180 days')
           OR EXISTS (SELECT FROM transfer t WHERE t.id = d.transfer_id AND t.state <> ALL ($2))`,
        [now, statesIn(transferWorkflow, 'writing')],
      ),
    );
  }

  private open(sealed: string | undefined): string {
    return sealed === undefined ? '' : this.vault.open('identity', Buffer.from(sealed, 'base64'));
  }
}

/** A party's drafts are the party's, whoever types; a desk's are the clerk's own. */
const mine =
  '(($1::uuid IS NOT NULL AND party_id = $1) OR ($1::uuid IS NULL AND party_id IS NULL AND account_id = $2))';

function ownerOf(actor: Actor): { accountId: string; partyId: string | null } {
  const partyId = speaksFor(actor);
  if (actor.accountId === null) throw draftProblems.notYours();
  if (partyId === null && !holds(actor, 'village_clerk', 'town_clerk')) throw draftProblems.notYours();
  return { accountId: actor.accountId, partyId };
}
