import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type FieldError, isDay, term, yuan, scopesOf, reaches } from '#kernel';
import {
  actWithin,
  Database,
  Files,
  ParameterStore,
  type Received,
  type Tx,
  type Upload,
  accessProblems,
  historyOf,
  inputProblem,
  stepProblems,
  listCursor,
} from '#platform';
import { OfficesService } from '#offices';
import { mortgageBlockers } from './encumbrance.rules.js';
import { isLive } from './encumbrance.entity.js';
import type { EncumbranceEndInput, EncumbranceInput, EncumbranceQuery } from './encumbrance.input.js';
import {
  encumbranceListView,
  encumbranceView,
  endEncumbranceView,
  mayEncumber,
  newEncumbranceView,
} from './encumbrance.view.js';
import {
  type EncumbranceRow,
  type MortgageObject,
  encumbranceList,
  encumbranceRow,
  mortgageObject,
} from './encumbrances.queries.js';
import { EncumbrancesService } from './encumbrances.service.js';
import { rightProblems } from './right.problems.js';

const PAGE_OF = 20;
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const fault = (name: string, detail: string): FieldError => ({ pointer: `#/${name}`, detail });

/** What the desk reads files and limits from. */
@Injectable()
export class EvidenceDesk {
  constructor(
    readonly files: Files,
    readonly parameters: ParameterStore,
  ) {}
}

/** Mortgages at the desk: entered from papers, listed, ended with the bank's own document. */
@Injectable()
export class EncumbranceDesk {
  constructor(
    private readonly database: Database,
    private readonly encumbrances: EncumbrancesService,
    private readonly evidence: EvidenceDesk,
    private readonly offices: OfficesService,
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

  async show(id: string, me: Actor): Promise<object> {
    const row = await this.seen(id, me);
    const { reader } = this.database;
    const files = await this.evidence.files.of(reader, 'encumbrance', id);
    const history = await historyOf(reader, 'encumbrance', id);
    return encumbranceView(row, { files, history, place: await this.offices.placeName(row.officeCode) }, me);
  }

  async form(about: { contractId?: string; rightId?: string }, me: Actor): Promise<object> {
    return newEncumbranceView(await this.object(about, me));
  }

  async endForm(id: string, me: Actor): Promise<object> {
    const row = await this.seen(id, me);
    if (!mayEncumber(me)) throw accessProblems.notYourPost();
    if (!isLive(row)) throw rightProblems.encumbranceOver();
    return endEncumbranceView(row, this.clock.today());
  }

  async receive(upload: Upload | undefined): Promise<Received | null> {
    if (!upload) return null;
    const { maxUploadMb } = await this.evidence.parameters.on(this.clock.today());
    return this.evidence.files.receive(upload, maxUploadMb);
  }

  async note(
    input: EncumbranceInput,
    papers: { deed: Received | null; consent: Received | null },
    me: Actor,
  ): Promise<string> {
    const object = await this.object(input, me);
    const { startsOn, endsOn } = input;
    const faults = this.faults(input, object, papers);
    if (faults.length > 0 || !isDay(startsOn) || !isDay(endsOn) || papers.deed === null) throw inputProblem(faults);
    const blockers = mortgageBlockers(object, term(startsOn, endsOn), input.rankKnown === 'yes');
    if (blockers.length > 0) throw stepProblems.blocked({ blockers });
    const registeredOn = registeredDay(input);
    return this.database.transaction(async (tx) => {
      const made = await this.encumbrances.note(actWithin(tx, me, this.clock.now()), {
        contractId: object.contractId,
        rightId: object.rightId,
        mortgageeName: input.mortgagee.trim(),
        mortgagorId: object.mortgagorId,
        claim: input.claim,
        principalFen: yuan(input.amount),
        term: term(startsOn, endsOn),
        contractNumber: input.contractNumber.trim(),
        registered: registeredOn === null ? null : { number: input.registeredNumber?.trim() ?? '', on: registeredOn },
      });
      await this.keep(tx, made.id, 'mortgage', papers.deed, me);
      await this.keep(tx, made.id, 'contractor_consent', papers.consent, me);
      return made.id;
    });
  }

  async end(id: string, input: EncumbranceEndInput, proof: Received | null, me: Actor): Promise<void> {
    await this.seen(id, me);
    if (!mayEncumber(me)) throw accessProblems.notYourPost();
    const { overOn } = input;
    const faults: FieldError[] = [];
    if (!isDay(overOn) || overOn > this.clock.today()) faults.push(fault('overOn', '结束的日期不对，不能晚于今天'));
    if (proof === null) faults.push(fault('file', '传抵押权人的还清、解除证明'));
    if (faults.length > 0 || !isDay(overOn)) throw inputProblem(faults);
    await this.database.transaction(async (tx) => {
      const fileId = await this.keep(tx, id, 'release', proof, me);
      await this.encumbrances.close(actWithin(tx, me, this.clock.now()), id, input.how, overOn, fileId ?? '');
    });
  }

  private faults(
    input: EncumbranceInput,
    object: MortgageObject,
    papers: { deed: Received | null; consent: Received | null },
  ): FieldError[] {
    const found: FieldError[] = [];
    const { startsOn, endsOn, registeredNumber = '', amount } = input;
    if (!isDay(startsOn)) found.push(fault('startsOn', `没有 ${startsOn} 这一天`));
    if (!isDay(endsOn) || endsOn <= startsOn) found.push(fault('endsOn', '结束的日期要在开始以后'));
    if (Number(amount) === 0) found.push(fault('amount', '金额不能是 0'));
    const on = registeredDay(input);
    if ((registeredNumber.trim() === '') !== (on === null))
      found.push(fault('registeredOn', '登记证明号和登记日期要么都写，要么都不写'));
    if (on !== null && on > this.clock.today()) found.push(fault('registeredOn', '登记日期不能晚于今天'));
    if (papers.deed === null) found.push(fault('file', '传抵押合同或者登记证明'));
    // 受让方以土地经营权抵押，须经承包方书面同意并向发包方备案（承包法第四十七条）。
    if (object.rightId !== null && papers.consent === null)
      found.push(fault('consent', '传承包方的书面同意（承包法第47条）'));
    return found;
  }

  private async keep(tx: Tx, id: string, kind: string, received: Received | null, me: Actor): Promise<string | null> {
    if (received === null) return null;
    const kept = await this.evidence.files.attach(actWithin(tx, me, this.clock.now()), received, {
      subject: 'encumbrance',
      subjectId: id,
      kind,
    });
    return kept.id;
  }

  private async object(
    about: { contractId?: string | undefined; rightId?: string | undefined },
    me: Actor,
  ): Promise<MortgageObject> {
    if (!mayEncumber(me)) throw accessProblems.notYourPost();
    const found = await mortgageObject(this.database.reader, about);
    if (!found || !reaches(me, found.officeCode)) throw rightProblems.notFound();
    return found;
  }

  private async seen(id: string, me: Actor): Promise<EncumbranceRow> {
    const row = await encumbranceRow(this.database.reader, id);
    if (!row || !reaches(me, row.officeCode)) throw rightProblems.encumbranceNotFound();
    return row;
  }
}

function registeredDay({ registeredOn = '' }: EncumbranceInput) {
  return isDay(registeredOn) ? registeredOn : null;
}
