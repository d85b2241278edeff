import { Injectable } from '@nestjs/common';
import { type Actor, type Day, type FieldError, reaches, term, yuan } from '#kernel';
import {
  type Act,
  type ActPath,
  type Elsewhere,
  type EvidenceFile,
  Files,
  type Heard,
  type Reader,
  type Received,
  type Tx,
  type Sound,
  inputProblem,
  isFaulty,
  isUuid,
  stepProblems,
} from '#platform';
import type { EncumbranceInput, MortgageObjectInput } from './encumbrance.input.js';
import { mortgageBlockers } from './encumbrance.rules.js';
import { type MortgageObject, contractsOf, mortgageObject } from './encumbrances.queries.js';
import { EncumbrancesService } from './encumbrances.service.js';
import { mortgageFaults, rightProblems, toObject } from './right.problems.js';

/** How a mortgage is entered: what it lies on is found first, then its papers are written down. */
@Injectable()
export class EncumbranceEntry {
  constructor(
    private readonly encumbrances: EncumbrancesService,
    private readonly files: Files,
  ) {}

  /** Enters a mortgage from its papers. */
  async enter(act: Act, _none: object, input: EncumbranceInput): Promise<Elsewhere> {
    const object = await objectNamed(act.tx, input, act.actor);
    const span = term(input.startsOn as Day, input.endsOn as Day);
    const blockers = mortgageBlockers(object, span, input.rankKnown === 'yes');
    if (blockers.length > 0) throw stepProblems.blocked({ blockers });
    const { registeredOn, registeredNumber = '' } = input;
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
    return { id };
  }

  async enterFaults(act: Act, _none: object, input: Sound<EncumbranceInput>): Promise<Heard[]> {
    const { contractId, rightId } = input;
    if (isFaulty(input, 'contractId') || isFaulty(input, 'rightId')) return [];
    return faultsIn(input, await objectNamed(act.tx, { contractId, rightId }, act.actor));
  }

  /** The contract on which the mortgage lies, as the household or one of its parcels tells; nothing is written. */
  async find({ tx }: Act, _none: object, input: MortgageObjectInput): Promise<Elsewhere> {
    const { household = null, parcel = null } = input;
    const fault = (name: string, detail: string): Error => inputProblem([{ pointer: `#/${name}`, detail }]);
    if (household === null && parcel === null) throw fault('household', mortgageFaults.nothingFound);
    const [only, ...others] = await contractsOf(tx, household, parcel);
    if (!only) throw fault(parcel === null ? 'household' : 'parcel', mortgageFaults.noContract);
    if (others.length > 0) throw fault('parcel', mortgageFaults.whichContract);
    return { id: '', under: `new?contract=${only.id}`, view: { contractId: only.id } };
  }

  private attach(act: Act, id: string, kind: string, received: Received): Promise<EvidenceFile> {
    return this.files.attach(act, received, { subject: 'encumbrance', subjectId: id, kind });
  }
}

/** What a mortgage is to lie on, as its form's address names it. */
export function objectAt(reader: Reader, { contract = '', right = '' }: ActPath, me: Actor): Promise<MortgageObject> {
  if (!isUuid(contract) && !isUuid(right)) throw rightProblems.objectFirst({ way: toObject });
  return objectNamed(
    reader,
    { ...(isUuid(contract) ? { contractId: contract } : {}), ...(isUuid(right) ? { rightId: right } : {}) },
    me,
  );
}

async function objectNamed(
  reader: Reader | Tx,
  about: { contractId?: string | undefined; rightId?: string | undefined },
  me: Actor,
): Promise<MortgageObject> {
  const found = await mortgageObject(reader, about);
  if (!found || !reaches(me, found.officeCode)) throw rightProblems.notFound();
  return found;
}

/** What two fields say together, or the thing that is mortgaged asks for. */
function faultsIn(input: Sound<EncumbranceInput>, object: MortgageObject): FieldError[] {
  const found: FieldError[] = [];
  const fault = (name: string, detail: string): number => found.push({ pointer: `#/${name}`, detail });
  const { startsOn, endsOn, registeredNumber = '', registeredOn, consent } = input;
  if (startsOn && endsOn && endsOn <= startsOn) fault('endsOn', mortgageFaults.endsFirst);
  const read = !isFaulty(input, 'registeredNumber') && !isFaulty(input, 'registeredOn');
  if (read && (registeredNumber.trim() === '') !== (registeredOn === undefined))
    fault('registeredOn', mortgageFaults.registeredBoth);
  // 受让方以土地经营权抵押，须经承包方书面同意并向发包方备案（承包法第四十七条）。
  if (object.rightId !== null && consent === undefined && !isFaulty(input, 'consent'))
    fault('consent', mortgageFaults.consent);
  return found;
}
