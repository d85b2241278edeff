import { Injectable } from '@nestjs/common';
import { ZERO_MU, addMu, clockActor } from '#kernel';
import { type Act, ParameterStore, type Reader, type Tx } from '#platform';
import { Inspection } from './inspection.entity.js';
import { InspectionParcel } from './inspection-parts.entities.js';
import { fieldLines } from './inspection.words.js';
import { inspectionWorkflow } from './inspection.workflow.js';
import { gather, inspectionFacts, surveyOf } from './inspections.queries.js';
import { type SurveyFacts, type SurveyPlan, farmlandOf, unseen } from './survey-report.js';

/** Surveys as the records they are made for know them: planned by the town, called off, read. */
@Injectable()
export class InspectionsService {
  constructor(private readonly parameters: ParameterStore) {}

  /** Plans a survey of all parcels of a record; its clock starts today. */
  async plan(act: Act, { parcels, ...asked }: SurveyPlan): Promise<Inspection> {
    const earlier = await act.tx.countBy(Inspection, { subject: asked.subject, subjectId: asked.subjectId });
    const inspection = await act.open(
      inspectionWorkflow,
      Inspection,
      { ...asked, officeCodeBorn: asked.officeCode, round: earlier + 1 },
      { action: 'plan', label: fieldLines.planned, detail: { parcels: parcels.length } },
    );
    const rows = parcels.map(({ code, ...rest }) => ({
      ...{ inspectionId: inspection.id, parcelCode: code, flagged: false, points: [] },
      ...rest,
    }));
    await act.tx.insert(InspectionParcel, rows);
    return inspection;
  }

  /** The case went back or ended: the planned survey falls away, in the clock's name. Nothing planned is no refusal. */
  async cancel(act: Act, subject: string, subjectId: string, reason: string): Promise<void> {
    const open = await act.tx.findOneBy(Inspection, { subject, subjectId, state: 'planned' });
    const facts = open && (await inspectionFacts(act.tx, this.parameters, open.id));
    if (!facts) return;
    const told = { remark: reason, detail: { by: act.actor.name } };
    await act.as(clockActor).take(inspectionWorkflow, facts, 'cancel', told);
  }

  /** What the survey of a record found. */
  async surveyFacts(reader: Reader | Tx, subject: string, subjectId: string): Promise<SurveyFacts> {
    const survey = await surveyOf(reader, subject, subjectId);
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
      basicFarmland: farmlandOf(facts.parcels, survey.basicFarmland),
      conclusion: survey.conclusion,
      opinion: survey.opinion,
    };
  }
}
