import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Day, type FieldError, day, dayOf, formatDay, holds, isDay, mu } from '#kernel';
import { actWithin, Calendars, Database, type Received, Files, inputProblem, record, stepProblems } from '#platform';
import { CaseFacts } from '../facts/case-facts.service.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { CapitalDecisionInput, CapitalInput } from '../desks/desk.input.js';
import { transferProblems } from '../transfer.problems.js';

/** Who types off what the authority has answered. */
export const recordsCapital = (actor: Actor): boolean => holds(actor, 'town_reviewer', 'county_reviewer', 'town_clerk');

/** The government's licence for outside capital: applied for and decided elsewhere, recorded here, with its own clock. */
@Injectable()
export class CapitalService {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly calendars: Calendars,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /** 受理之日起二十个工作日内（流转办法第29条）; the day of acceptance is not counted. */
  async open(id: string, input: CapitalInput, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      const { record: row, capital, parameters, parcels } = facts;
      this.check(actor);
      if (capital.open) throw transferProblems.capitalOpen();
      // Who must approve is the county's table's word; nobody is made up in its place.
      if (capital.authority === null) throw transferProblems.capitalNotNeeded();
      if (!isDay(input.acceptedOn) || input.acceptedOn > dayOf(this.clock.now())) {
        throw inputProblem([{ pointer: '#/acceptedOn', detail: '受理日期不能晚于今天' }]);
      }
      const calendar = await this.calendars.at(tx, row.officeCode);
      const due = calendar.after(input.acceptedOn, parameters.capitalApprovalWorkingDays);
      await tx.query(
        `INSERT INTO capital_approval (transfer_id, authority, basis, application_number, accepted_on, due_on, recorded_by, transferee_id, parcel_codes)
         VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)`,
        [
          id,
          capital.authority,
          capital.basis,
          input.applicationNumber,
          input.acceptedOn,
          due.lastDay,
          actor.name,
          row.transfereeId,
          parcels.map((parcel) => parcel.code),
        ],
      );
      const act = {
        subject: 'transfer',
        subjectId: id,
        action: 'capital-open',
        label: '登记社会资本审批受理',
        officeCode: row.officeCode,
      };
      await record(
        tx,
        { ...act, detail: { number: input.applicationNumber, dueOn: due.lastDay } },
        actor,
        this.clock.now(),
      );
      return this.cases.locked(tx, id, actor);
    });
  }

  async decide(id: string, input: CapitalDecisionInput, paper: Received | null, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      this.check(actor);
      const open = facts.capital.rows.find((row) => row.decision === null);
      if (!open) throw stepProblems.notOpen({ detail: '没有在办的审批。' });
      const now = this.clock.now();
      const approved = input.decision === 'approved';
      const faults = decisionFaults(input, open.acceptedOn, dayOf(now));
      if (!paper) faults.push({ pointer: '#/file', detail: '传批文的扫描件' });
      if (faults.length > 0) throw inputProblem(faults);
      const exhibit = { subject: 'transfer', subjectId: id, kind: 'capital_approval' };
      const file = paper ? await this.files.attach(actWithin(tx, actor, now), paper, exhibit) : null;
      await tx.query(
        `UPDATE capital_approval SET decision=$2, decision_number=$3, decided_on=$4, valid_area_mu=$5, valid_to=$6, file_id=$7
         WHERE transfer_id = $1 AND decision IS NULL`,
        [
          id,
          input.decision,
          input.decisionNumber,
          input.decidedOn,
          approved ? mu(input.validAreaMu ?? '0') : null,
          approved ? day(input.validTo ?? '') : null,
          file?.id ?? null,
        ],
      );
      const label = approved ? '社会资本审批：批准' : '社会资本审批：不批准';
      const act = {
        subject: 'transfer',
        subjectId: id,
        action: 'capital-decide',
        label,
        officeCode: facts.record.officeCode,
      };
      await record(tx, { ...act, detail: { number: input.decisionNumber } }, actor, now);
      return this.cases.locked(tx, id, actor);
    });
  }

  private check(actor: Actor): void {
    if (!recordsCapital(actor)) throw stepProblems.notYours();
  }
}

/** 受理之日起二十个工作日内作出决定（流转办法第29条）：a decision lies between its acceptance and today. */
function decisionFaults(input: CapitalDecisionInput, acceptedOn: Day, today: Day): FieldError[] {
  const faults: FieldError[] = [];
  const { decidedOn, validAreaMu, validTo } = input;
  if (!isDay(decidedOn) || decidedOn > today) faults.push({ pointer: '#/decidedOn', detail: '决定日期不能晚于今天' });
  else if (decidedOn < acceptedOn)
    faults.push({ pointer: '#/decidedOn', detail: `决定不能早于受理（${formatDay(acceptedOn)}）` });
  if (input.decision === 'refused') return faults;
  if (!validAreaMu || /^0+(\.0+)?$/.test(validAreaMu))
    faults.push({ pointer: '#/validAreaMu', detail: '写批准了多少亩' });
  if (!validTo || !isDay(validTo)) faults.push({ pointer: '#/validTo', detail: '写批准的期限到哪一天' });
  return faults;
}
