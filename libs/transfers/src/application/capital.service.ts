import { Injectable } from '@nestjs/common';
import { type Actor, type Day, type FieldError, holds, mu } from '#kernel';
import { type Act, Calendars, type Heard, type Sound, isFaulty, stepProblems } from '#platform';
import { capitalFaults, noApprovalOpen } from './capital.problems.js';
import { capitalLabels } from '../capital.words.js';
import { TransferPapers } from '../letters/transfer-papers.service.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { CapitalDecisionInput, CapitalInput } from '../transfer.steps.input.js';
import { transferProblems } from '../transfer.problems.js';

/** Who types off what the authority has answered. */
export const recordsCapital = (actor: Actor): boolean => holds(actor, 'town_reviewer', 'county_reviewer', 'town_clerk');

/** The government's licence for outside capital: applied for and decided elsewhere, recorded here, with its own clock. */
@Injectable()
export class CapitalService {
  constructor(
    private readonly papers: TransferPapers,
    private readonly calendars: Calendars,
  ) {}

  /** 受理之日起二十个工作日内（流转办法第29条）; the day of acceptance is not counted. */
  async capitalOpen(act: Act, facts: TransferFacts, input: CapitalInput): Promise<void> {
    const { record: row, capital, parameters, parcels } = facts;
    if (!recordsCapital(act.actor)) throw stepProblems.notYours();
    if (capital.open) throw transferProblems.capitalOpen();
    // Who must approve is the county's table's word; nobody is made up in its place.
    if (capital.authority === null) throw transferProblems.capitalNotNeeded();
    const calendar = await this.calendars.at(act.tx, row.officeCode);
    const due = calendar.after(input.acceptedOn, parameters.capitalApprovalWorkingDays);
    await act.tx.query(
      `INSERT INTO capital_approval (transfer_id, authority, basis, application_number, accepted_on, due_on, recorded_by, transferee_id, parcel_codes)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)`,
      [
        row.id,
        capital.authority,
        capital.basis,
        input.applicationNumber,
        input.acceptedOn,
        due.lastDay,
        act.actor.name,
        row.transfereeId,
        parcels.map((parcel) => parcel.code),
      ],
    );
    await act.note('transfer', row, { detail: { number: input.applicationNumber, dueOn: due.lastDay } });
  }

  async capitalDecide(act: Act, facts: TransferFacts, input: CapitalDecisionInput): Promise<void> {
    if (!recordsCapital(act.actor)) throw stepProblems.notYours();
    const open = facts.capital.rows.find((row) => row.decision === null);
    if (!open) throw noApprovalOpen();
    const approved = input.decision === 'approved';
    const file = await this.papers.attach(act, facts.record, input.file, 'capital_approval');
    await act.tx.query(
      `UPDATE capital_approval SET decision=$2, decision_number=$3, decided_on=$4, valid_area_mu=$5, valid_to=$6, file_id=$7
       WHERE transfer_id = $1 AND decision IS NULL`,
      [
        facts.record.id,
        input.decision,
        input.decisionNumber,
        input.decidedOn,
        approved ? mu(input.validAreaMu ?? '0') : null,
        approved ? (input.validTo ?? null) : null,
        file.id,
      ],
    );
    const label = capitalLabels[input.decision];
    await act.note('transfer', facts.record, { label, detail: { number: input.decisionNumber } });
  }

  capitalDecideFaults(_act: Act, { capital }: TransferFacts, input: Sound<CapitalDecisionInput>): Heard[] {
    const open = capital.rows.find((row) => row.decision === null);
    return open ? decisionFaults(input, open.acceptedOn) : [];
  }
}

/** 受理之日起二十个工作日内作出决定（流转办法第29条）：a decision lies between its acceptance and today. */
function decisionFaults(input: Sound<CapitalDecisionInput>, acceptedOn: Day): FieldError[] {
  const faults: FieldError[] = [];
  const { decidedOn, validAreaMu, validTo } = input;
  if (decidedOn && decidedOn < acceptedOn) faults.push(capitalFaults.beforeAcceptance(acceptedOn));
  if (input.decision !== 'approved') return faults;
  if (!validAreaMu ? !isFaulty(input, 'validAreaMu') : /^0+(\.0+)?$/.test(validAreaMu))
    faults.push(capitalFaults.noArea());
  if (!validTo && !isFaulty(input, 'validTo')) faults.push(capitalFaults.noEnd());
  return faults;
}
