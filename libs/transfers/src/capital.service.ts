import { Injectable } from '@nestjs/common';
import { type Actor, Clock, day, dayOf, holds, isDay, mu } from '#kernel';
import { Calendars, Database, type Received, Files, inputProblem, record, stepProblems } from '#platform';
import { CaseFacts } from './case-facts.service.js';
import type { TransferFacts } from './transfer.facts.js';
import type { CapitalDecisionInput, CapitalInput } from './desk.input.js';
import { transferProblems } from './transfer.problems.js';

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
      const { record: row, capital, parameters } = facts;
      this.check(actor);
      if (capital.open) throw transferProblems.capitalOpen();
      if (!isDay(input.acceptedOn) || input.acceptedOn > dayOf(this.clock.now())) {
        throw inputProblem([{ pointer: '#/acceptedOn', detail: '受理日期不能晚于今天' }]);
      }
      const calendar = await this.calendars.at(tx, row.officeCode);
      const due = calendar.after(input.acceptedOn, parameters.capitalApprovalWorkingDays);
      await tx.query(
        `INSERT INTO capital_approval (transfer_id, authority, basis, application_number, accepted_on, due_on, recorded_by)
         VALUES ($1,$2,$3,$4,$5,$6,$7)`,
        [
          id,
          capital.authority ?? '镇政府',
          capital.basis || '流转办法第29条',
          input.applicationNumber,
          input.acceptedOn,
          due.lastDay,
          actor.name,
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
      if (!facts.capital.open) throw stepProblems.notOpen({ detail: '没有在办的审批。' });
      const now = this.clock.now();
      if (!isDay(input.decidedOn)) throw inputProblem([{ pointer: '#/decidedOn', detail: '没有这一天' }]);
      const approved = input.decision === 'approved';
      if (approved && (!input.validAreaMu || !input.validTo)) {
        throw inputProblem([{ pointer: '#/validAreaMu', detail: '写批准的亩数和期限到哪一天' }]);
      }
      const exhibit = { subject: 'transfer', subjectId: id, kind: 'capital_approval' };
      const file = paper ? await this.files.attach(tx, paper, exhibit, actor, now) : null;
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
    if (!holds(actor, 'town_reviewer', 'county_reviewer', 'town_clerk')) throw stepProblems.notYours();
  }
}
