import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, clockActor, ZERO_MU, addMu, dayOf, differenceRate, differsByMoreThan, formatMu } from '#kernel';
import { Deadlines, ParameterStore, type Reader, Steps, type Tx, record } from '#platform';
import { Inspection } from './inspection.entity.js';
import { InspectionNeighbour, InspectionParcel, InspectionSurveyor, sides } from './inspection-parts.entities.js';
import { inspectionProblems } from './inspection.problems.js';
import { type InspectionFacts, inspectionWorkflow } from './inspection.workflow.js';
import { gather, inspectionFacts, surveyOf } from './inspections.queries.js';
import {
  type Asked,
  type Findings,
  type Measured,
  type SurveyFacts,
  type SurveyPlan,
  type SurveyReport,
  unseen,
} from './survey-report.js';

/** Site surveys: planned by the town, recorded in the field, over when two people have seen everything. */
@Injectable()
export class InspectionsService {
  constructor(
    private readonly steps: Steps,
    private readonly deadlines: Deadlines,
    private readonly parameters: ParameterStore,
  ) {}

  /** Plans a survey of all parcels of a transfer; its clock starts today. */
  async plan(tx: Tx, asked: SurveyPlan, actor: Actor, now: Date): Promise<Inspection> {
    const earlier = await tx.countBy(Inspection, { transferId: asked.transferId });
    const inspection = tx.create(Inspection, {
      id: randomUUID(),
      state: inspectionWorkflow.first,
      stateSince: now,
      dueAt: null,
      officeCode: asked.officeCode,
      officeCodeBorn: asked.officeCode,
      revision: 1,
      rulesDay: asked.rulesDay,
      transferId: asked.transferId,
      caseNumber: asked.caseNumber,
      place: asked.place,
      round: earlier + 1,
    });
    await tx.insert(Inspection, inspection);
    const rows = asked.parcels.map(({ code, ...rest }) => ({
      inspectionId: inspection.id,
      parcelCode: code,
      ...rest,
      flagged: false,
      points: [],
    }));
    await tx.insert(InspectionParcel, rows);
    inspection.dueAt = await this.startClock(tx, inspection, now);
    await tx.update(Inspection, { id: inspection.id }, { dueAt: inspection.dueAt });
    const act = {
      subject: 'inspection',
      subjectId: inspection.id,
      action: 'plan',
      label: '安排实地调查',
      officeCode: asked.officeCode,
    };
    await record(tx, { ...act, toState: inspection.state, detail: { parcels: rows.length } }, actor, now);
    return inspection;
  }

  /** Records a whole survey and completes it; photos must have been added before. */
  async complete(tx: Tx, id: string, report: SurveyReport, actor: Actor, now: Date): Promise<Inspection> {
    await this.nameSurveyors(tx, id, report.surveyors, actor, now);
    for (const parcel of report.parcels) await this.measure(tx, id, parcel, actor, now);
    for (const neighbour of report.neighbours) await this.ask(tx, id, neighbour, actor, now);
    await this.find(tx, id, report.findings, actor, now);
    return this.finish(tx, id, actor, now);
  }

  /** Says who went. */
  async nameSurveyors(
    tx: Tx,
    id: string,
    surveyors: SurveyReport['surveyors'],
    actor: Actor,
    now: Date,
  ): Promise<void> {
    const names = surveyors.map((each) => each.name);
    await this.note(tx, id, actor, now, `同去：${names.join('、')}`, { surveyors: names });
    await tx.delete(InspectionSurveyor, { inspectionId: id });
    const distinct = new Map(surveyors.map((each) => [each.accountId, each]));
    await tx.insert(
      InspectionSurveyor,
      [...distinct.values()].map(({ accountId, name }) => ({ inspectionId: id, accountId, name })),
    );
  }

  /** Records what was measured of one parcel, and flags it if the county should look twice. */
  async measure(tx: Tx, id: string, seen: Measured, actor: Actor, now: Date): Promise<void> {
    const facts = await this.note(tx, id, actor, now, `量面积：${formatMu(seen.measuredMu)} 亩`, {
      parcelCode: seen.parcelCode,
      measuredMu: seen.measuredMu,
    });
    const parcel = facts.parcels.find((each) => each.parcelCode === seen.parcelCode);
    if (!parcel) throw inspectionProblems.otherParcel();
    const { areaDifferencePercent } = await this.parameters.at(tx, facts.record.rulesDay);
    await tx.update(
      InspectionParcel,
      { inspectionId: id, parcelCode: seen.parcelCode },
      {
        measuredMu: seen.measuredMu,
        differencePercent: differenceRate(seen.measuredMu, parcel.recordedMu),
        flagged: differsByMoreThan(seen.measuredMu, parcel.recordedMu, areaDifferencePercent),
        points: [...seen.points],
        remark: seen.remark,
      },
    );
  }

  /** Records what a neighbour said; saying it again replaces it, until the survey is over. */
  async ask(tx: Tx, id: string, asked: Asked, actor: Actor, now: Date): Promise<void> {
    const { parcelCode, side, confirmed } = asked;
    const facts = await this.note(tx, id, actor, now, `问四邻：${sides[side]}`, { parcelCode, side, confirmed });
    if (!facts.parcels.some((each) => each.parcelCode === parcelCode)) throw inspectionProblems.otherParcel();
    await tx.delete(InspectionNeighbour, { inspectionId: id, parcelCode, side });
    await tx.insert(InspectionNeighbour, {
      id: randomUUID(),
      inspectionId: id,
      ...asked,
      recordedBy: actor.accountId,
      recordedAt: now,
    });
  }

  /** Photos are evidence files; the survey keeps that they came, and refuses them when it is over. */
  async notePhotos(tx: Tx, id: string, count: number, actor: Actor, now: Date): Promise<void> {
    await this.note(tx, id, actor, now, `照片 ${count} 张`, { photos: count });
  }

  /** Writes the findings and the opinion. */
  async find(tx: Tx, id: string, findings: Findings, actor: Actor, now: Date): Promise<void> {
    await this.note(tx, id, actor, now, '写调查情况', { conclusion: findings.conclusion });
    await tx.update(Inspection, { id }, { ...findings });
  }

  /** Ends the survey; from now on nothing of it is rewritten. */
  async finish(tx: Tx, id: string, actor: Actor, now: Date): Promise<Inspection> {
    const facts = await this.locked(tx, id);
    await this.steps.take(tx, inspectionWorkflow, facts, 'complete', actor, { now, remark: facts.record.opinion });
    return facts.record;
  }

  /** The case went back or ended: the planned survey falls away, in the clock's name. Nothing planned is no refusal. */
  async callOff(tx: Tx, transferId: string, reason: string, actor: Actor, now: Date): Promise<void> {
    const open = await tx.findOneBy(Inspection, { transferId, state: 'planned' });
    if (!open) return;
    await this.steps.take(tx, inspectionWorkflow, await this.locked(tx, open.id), 'call_off', clockActor, {
      now,
      remark: reason,
      detail: { by: actor.name },
    });
  }

  /** What the survey of a transfer found. */
  async surveyFacts(reader: Reader | Tx, transferId: string): Promise<SurveyFacts> {
    const survey = await surveyOf(reader, transferId);
    if (!survey) return unseen;
    const facts = await gather(reader, this.parameters, survey);
    const measured = facts.parcels.map((each) => each.measuredMu ?? ZERO_MU);
    return {
      inspectionId: survey.id,
      state: survey.state,
      done: survey.state === 'done',
      visitedAt: survey.visitedAt,
      surveyors: facts.surveyors.map((each) => each.name),
      photos: facts.photos,
      measuredMu: facts.parcels.every((each) => each.measuredMu !== null) ? addMu(...measured) : null,
      parcels: facts.parcels,
      neighbours: facts.neighbours,
      flagged: facts.parcels.filter((each) => each.flagged),
      disputed: facts.neighbours.some((each) => !each.confirmed),
      basicFarmland: survey.basicFarmland,
      conclusion: survey.conclusion,
      opinion: survey.opinion,
    };
  }

  private async locked(tx: Tx, id: string): Promise<InspectionFacts> {
    const facts = await inspectionFacts(tx, this.parameters, id);
    if (!facts) throw inspectionProblems.notFound();
    return facts;
  }

  private async note(
    tx: Tx,
    id: string,
    actor: Actor,
    now: Date,
    remark: string,
    detail: object,
  ): Promise<InspectionFacts> {
    const facts = await this.locked(tx, id);
    await this.steps.take(tx, inspectionWorkflow, facts, 'record', actor, { now, remark, detail: { ...detail } });
    return facts;
  }

  private async startClock(tx: Tx, inspection: Inspection, now: Date): Promise<Date> {
    const state = inspectionWorkflow.states.planned;
    const { surveyWorkingDays } = await this.parameters.at(tx, inspection.rulesDay);
    const { dueAt } = await this.deadlines.set(
      tx,
      {
        subject: 'inspection',
        subjectId: inspection.id,
        kind: 'state:planned',
        label: state.label,
        basis: state.basis ?? '',
        start: dayOf(now),
        workingDays: surveyWorkingDays,
        untilClose: true,
        officeCode: inspection.officeCode,
        column: { table: 'inspection', name: 'due_at' },
      },
      now,
    );
    return dueAt;
  }
}
