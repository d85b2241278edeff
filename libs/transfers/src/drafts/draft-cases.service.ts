import { Injectable } from '@nestjs/common';
import { type Actor, type FieldError, Problem, type TransfereeKind, inPhase } from '#kernel';
import { Database, type Tx, inputProblem } from '#platform';
import { plannedUses, termOf } from '#rights';
import { ApplicationsService } from '../applications/applications.service.js';
import { CaseFacts } from '../facts/case-facts.service.js';
import type { ApplicationInput } from '../transfer.input.js';
import { transferWorkflow } from '../transfer.workflow.js';
import type { ContractPermit, Declared, OpenMode } from '../transfer.entity.js';
import type { DraftContent, Typed } from './application-draft.entity.js';
import { DraftLand, type Picked } from './draft-land.service.js';
import { payments } from './draft-terms.service.js';
import { draftProblems } from './draft.problems.js';
import { DraftsService, type OpenDraft, list, text } from './drafts.service.js';

/** From what was typed to a case, and from a case that came back to what may be typed again. */
@Injectable()
export class DraftCases {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftsService,
    private readonly applications: ApplicationsService,
    private readonly land: DraftLand,
    private readonly cases: CaseFacts,
  ) {}

  /** Makes the case, or writes it anew. The draft's lock lets two presses make one. */
  async become(id: string, me: Actor): Promise<string> {
    return this.database.transaction(async (tx) => {
      const draft = await this.drafts.get(id, me, tx, true);
      const input = applicationOf(draft, await this.land.picked(draft));
      const transferId = await this.write(tx, draft, input, me);
      await tx.query('UPDATE application_draft SET transfer_id = $2 WHERE id = $1', [id, transferId]);
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
    return this.database.transaction(async (tx) => {
      // Whoever began it has gone on: the case itself is what counts, not an older text of it.
      await tx.query('DELETE FROM application_draft WHERE transfer_id = $1', [transferId]);
      const ids = facts.parcels.map((parcel) => parcel.parcelId);
      const contracts: { id: string }[] = await tx.query(
        'SELECT DISTINCT contract_id AS id FROM parcel WHERE id = ANY($1) AND contract_id IS NOT NULL',
        [ids],
      );
      const { record } = facts;
      const self = record.transfereeId === (me.assisting?.partyId ?? me.partyId);
      const term = termOf(record.term);
      const content: DraftContent = {
        side: self ? 'in' : me.kind === 'staff' && me.assisting === null ? 'desk' : 'out',
        who: {
          kind: record.kind === 'collective' ? 'collective' : 'household',
          contractIds: contracts.map((row) => row.id),
          issuer: record.kind === 'collective' ? record.issuerCode : '',
          transfereeKind: record.transfereeKind,
          transfereeName: record.transfereeName,
          ability: record.ability,
        },
        land: { parcelIds: ids, ...partsOf(facts.parcels) },
        terms: {
          mode: record.mode,
          startsOn: term.start,
          endsOn: term.end,
          handoverOn: record.handoverOn,
          pricePerMu: plainPrice(Number(record.priceFen)),
          ...paymentOf(record.payment),
          use: record.purpose,
          useNote: record.crops,
          ...(record.permits ? { permits: record.permits } : {}),
          fixtures: record.fixtures,
          ...record.declared,
        },
      };
      return this.drafts.write(tx, content, transferId, me);
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

  private async write(tx: Tx, draft: OpenDraft, input: ApplicationInput, me: Actor): Promise<string> {
    try {
      if (draft.transferId === null) return await this.applications.draftIn(tx, input, me);
      return await this.applications.reviseIn(tx, draft.transferId, input, me);
    } catch (error) {
      throw atFields(error);
    }
  }
}

/** The application as programs send it. */
export function applicationOf(draft: OpenDraft, picked: readonly Picked[]): ApplicationInput {
  const { who = {}, terms = {}, side } = draft.content;
  const use = text(terms['use']);
  const label = plannedUses[use as keyof typeof plannedUses] ?? '';
  const handover = text(terms['handoverOn']);
  const own = side === 'in' || (draft.transferId !== null && draft.code === '');
  return {
    mode: text(terms['mode']) as OpenMode,
    parcels: picked.map(({ row, side: from, areaMu }) => ({
      code: row.code,
      ...(from === null ? {} : { side: from, areaMu }),
    })),
    term: { start: text(terms['startsOn']), end: text(terms['endsOn']) },
    priceYuan: text(terms['pricePerMu']).replaceAll(/[,，\s]/g, ''),
    payment: paymentText(terms),
    purpose: use,
    crops: text(terms['useNote']).trim() || label.replace(/（.*）$/, ''),
    ability: text(who['ability']).trim(),
    permits: list(terms['permits']) as ContractPermit[],
    fixtures: text(terms['fixtures']).trim(),
    declared: declaredIn(terms),
    ...(handover === '' ? {} : { handoverOn: handover }),
    ...(own ? {} : { transferee: transfereeOf(who, draft.code) }),
  };
}

function declaredIn(terms: Typed): Declared {
  const said = (name: keyof Declared): string => text(terms[name]).trim();
  return { lease: said('lease'), dispute: said('dispute'), credit: said('credit') };
}

function transfereeOf(who: Typed, number: string): NonNullable<ApplicationInput['transferee']> {
  const [legalRepresentative, phone] = [text(who['transfereeLegal']).trim(), text(who['transfereePhone']).trim()];
  return {
    kind: text(who['transfereeKind']) as TransfereeKind,
    name: text(who['transfereeName']).trim(),
    number,
    ...(legalRepresentative === '' ? {} : { legalRepresentative }),
    ...(phone === '' ? {} : { phone }),
  };
}

function paymentText(terms: Typed): string {
  const way = payments[text(terms['payment']) as keyof typeof payments] ?? '';
  const when = text(terms['paymentDay']).trim();
  return when === '' ? way : `${way}；${when}`;
}

function paymentOf(payment: string): { payment: string; paymentDay: string } {
  const [way, ...rest] = payment.split('；');
  const found = Object.entries(payments).find(([, label]) => label === way);
  return found ? { payment: found[0], paymentDay: rest.join('；') } : { payment: 'yearly', paymentDay: payment };
}

const plainPrice = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));

function partsOf(parcels: readonly { parcelId: string; whole: boolean; side: string | null; areaMu: string }[]): Typed {
  return Object.fromEntries(
    parcels
      .filter((parcel) => !parcel.whole && parcel.side !== null)
      .flatMap((parcel) => [
        [`parts.${parcel.parcelId}.side`, parcel.side ?? ''],
        [`parts.${parcel.parcelId}.areaMu`, parcel.areaMu.replace(/0+$/, '').replace(/\.$/, '')],
      ]),
  );
}

const fields: Readonly<Record<string, string>> = {
  'term/start': 'startsOn', 'term/end': 'endsOn', priceYuan: 'pricePerMu', purpose: 'use', crops: 'useNote',
  'transferee/number': 'transfereeCode', 'transferee/name': 'transfereeName', 'transferee/kind': 'transfereeKind',
}; // prettier-ignore

/** Faults that only the register could find, at the fields of the pages; what concerns a number, as a fault too. */
function atFields(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const { errors } = error.members;
  if (error.type === 'invalid-input' && errors) {
    return inputProblem(
      errors.map((each): FieldError => ({
        ...each,
        pointer: `#/${fields[each.pointer.slice(2)] ?? each.pointer.slice(2)}`,
      })),
    );
  }
  const number = ['identity-wrong', 'credit-code-wrong', 'identity-of-another', 'credit-code-taken'].includes(
    error.type,
  );
  return number ? inputProblem([{ pointer: '#/transfereeCode', detail: error.members.detail ?? error.title }]) : error;
}
