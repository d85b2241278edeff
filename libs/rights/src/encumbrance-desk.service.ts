import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Day, type FieldError, reaches, scopesOf, term, yuan } from '#kernel';
import {
  type Act,
  Acts,
  Database,
  type EvidenceFile,
  Files,
  type Received,
  historyOf,
  listCursor,
  offersOf,
  type Reader,
  type Tx,
  refuseFaults,
  stepProblems,
} from '#platform';
import { OfficesService } from '#offices';
import { mortgageBlockers } from './encumbrance.rules.js';
import { type EncumbranceFacts, encumbranceActs } from './encumbrance.acts.js';
import type { EncumbranceInput, EncumbranceQuery } from './encumbrance.input.js';
import { encumbranceListView, encumbranceView, newEncumbranceView } from './encumbrance.view.js';
import { type EncumbranceRow, type MortgageObject, encumbranceList, encumbranceRow } from './encumbrances.queries.js';
import { EncumbrancesService } from './encumbrances.service.js';
import { MortgageObjects } from './mortgage-objects.service.js';
import { rightProblems } from './right.problems.js';

const PAGE_OF = 20;
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Mortgages at the desk: entered from papers, listed, ended with the bank's own document. */
@Injectable()
export class EncumbranceDesk {
  constructor(
    private readonly database: Database,
    private readonly encumbrances: EncumbrancesService,
    private readonly files: Files,
    private readonly offices: OfficesService,
    private readonly acts: Acts,
    private readonly objects: MortgageObjects,
    private readonly clock: Clock,
  ) {}

  async list(query: EncumbranceQuery, me: Actor): Promise<object> {
    const [before, id] = listCursor(query.after) ?? [null, LAST_ID];
    const standing = query.standing ?? '';
    const rows = await encumbranceList(this.database.reader, {
      scopes: scopesOf(me),
      live: standing === '' ? null : standing === 'live',
      before: before as never,
      id,
      most: PAGE_OF + 1,
    });
    const shown = rows.slice(0, PAGE_OF);
    const last = rows.length > PAGE_OF ? shown.at(-1) : undefined;
    const kept = standing === '' ? '' : `&standing=${standing}`;
    const next = last ? `/encumbrances?after=${last.recordedAt.toISOString()}_${last.id}${kept}` : '';
    return encumbranceListView(shown, next, standing, me);
  }

  /** For an act on a mortgage; what may no longer be done, the act itself says under its lock. */
  async locked({ tx, actor }: Act, id: string): Promise<EncumbranceFacts> {
    return { record: await this.seen(id, actor, tx) };
  }

  async read(id: string, me: Actor): Promise<EncumbranceFacts> {
    return { record: await this.seen(id, me) };
  }

  async see(id: string, me: Actor): Promise<object> {
    const row = await this.seen(id, me);
    const { reader } = this.database;
    const files = await this.files.of(reader, 'encumbrance', id);
    const history = await historyOf(reader, 'encumbrance', id);
    const place = await this.offices.placeName(row.officeCode);
    const acts = offersOf(encumbranceActs, { record: row }, [], me, this.clock.now());
    return encumbranceView(row, { files, history, place, acts }, me);
  }

  async form(about: { contractId?: string; rightId?: string }, me: Actor): Promise<object> {
    if (about.contractId === undefined && about.rightId === undefined) return this.objects.form(me);
    return newEncumbranceView(await this.objects.named(about, me));
  }

  async note(input: EncumbranceInput, me: Actor): Promise<string> {
    const object = await this.objects.named(input, me);
    refuseFaults(faultsIn(input, object));
    const span = term(input.startsOn as Day, input.endsOn as Day);
    const blockers = mortgageBlockers(object, span, input.rankKnown === 'yes');
    if (blockers.length > 0) throw stepProblems.blocked({ blockers });
    const { registeredOn, registeredNumber = '' } = input;
    return this.acts.begin(me, async (act) => {
      const { id } = await this.encumbrances.note(act, {
        contractId: object.contractId,
        rightId: object.rightId,
        mortgageeName: input.mortgagee.trim(),
        mortgagorId: object.mortgagorId,
        claim: input.claim,
        principalFen: yuan(input.amount),
        term: span,
        contractNumber: input.contractNumber.trim(),
        registered: registeredOn === undefined ? null : { number: registeredNumber.trim(), on: registeredOn as Day },
      });
      await this.attach(act, id, 'mortgage', input.file);
      if (input.consent) await this.attach(act, id, 'contractor_consent', input.consent);
      return id;
    });
  }

  private attach(act: Act, id: string, kind: string, received: Received): Promise<EvidenceFile> {
    return this.files.attach(act, received, { subject: 'encumbrance', subjectId: id, kind });
  }

  private async seen(id: string, me: Actor, reader: Reader | Tx = this.database.reader): Promise<EncumbranceRow> {
    const row = await encumbranceRow(reader, id);
    if (!row || !reaches(me, row.officeCode)) throw rightProblems.encumbranceNotFound();
    return row;
  }
}

/** What two fields say together, or the thing that is mortgaged asks for. */
function faultsIn(input: EncumbranceInput, object: MortgageObject): FieldError[] {
  const found: FieldError[] = [];
  const fault = (name: string, detail: string): number => found.push({ pointer: `#/${name}`, detail });
  const { startsOn, endsOn, registeredNumber = '', registeredOn, consent } = input;
  if (endsOn <= startsOn) fault('endsOn', '结束的日期要在开始以后');
  if ((registeredNumber.trim() === '') !== (registeredOn === undefined))
    fault('registeredOn', '登记证明号和登记日期要么都写，要么都不写');
  // 受让方以土地经营权抵押，须经承包方书面同意并向发包方备案（承包法第四十七条）。
  if (object.rightId !== null && consent === undefined) fault('consent', '传承包方的书面同意（承包法第47条）');
  return found;
}
