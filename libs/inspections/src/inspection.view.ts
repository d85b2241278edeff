import { type Calendar, formatMoment, formatMu, mu } from '#kernel';
import {
  type Deadline,
  type EvidenceFile,
  type FormAct,
  type HistoryLine,
  type OpenStep,
  actHere,
  dueView,
  formOf,
  whyView,
} from '#platform';
import { inspectionActs, measured, surveyorChoices, valuesOf } from './inspection.acts.js';
import { conclusions, farmlandFindings } from './inspection.entity.js';
import {
  type InspectionNeighbour,
  type InspectionParcel,
  confirmationMethods,
  sides,
} from './inspection-parts.entities.js';
import { SurveyorsInput } from './inspection.input.js';
import { inspectionProblems } from './inspection.problems.js';
import { type InspectionFacts, inspectionWorkflow } from './inspection.workflow.js';

/** What the page of a survey is made from. */
export interface InspectionSeen {
  facts: InspectionFacts;
  photos: readonly EvidenceFile[];
  running: Deadline | null;
  history: readonly HistoryLine[];
  acts: readonly FormAct[];
  calendar: Calendar;
  now: Date;
}

type StateName = keyof typeof inspectionWorkflow.states;

export function stateView(state: string): { label: string; tone: string } {
  const found = inspectionWorkflow.states[state as StateName];
  return { label: found?.label ?? state, tone: found?.tone ?? '' };
}

/** A survey, to the staff of its town and of the county. */
export function inspectionView(seen: InspectionSeen): object {
  const { record } = seen.facts;
  const { complete, name, photograph, find } = Object.fromEntries(seen.acts.map((act) => [act.action, act]));
  return {
    title: `实地调查 ${record.place}`,
    id: record.id,
    revision: record.revision,
    transferId: record.transferId,
    trail: { steps: [{ href: '/inspections', label: '实地调查' }], here: record.caseNumber, code: true },
    state: stateView(record.state),
    stateName: record.state,
    due: seen.running && dueView(seen.running, seen.now, seen.calendar, 1),
    why: seen.running && whyView(seen.running, '为什么是这一天到期'),

    surveyors: seen.facts.surveyors.map((each) => each.name),
    surveyorsAtLeast: seen.facts.surveyorsAtLeast,
    parcels: seen.facts.parcels.map((parcel) => parcelLine(parcel, seen.facts)),
    photos: seen.photos.map(photoView),
    findings: findingsOf(seen.facts),
    checks: checksOf(seen.facts),
    forms: name
      ? {
          name: { ...name, fields: formOf(SurveyorsInput, { choices: surveyorChoices(seen.facts) }) },
          ...{ photograph, find },
        }
      : null,
    blockers: complete?.blockers ?? [],
    acts: complete ? [complete] : [],
    timeline: seen.history.map((line) => ({
      title: line.label,
      state: '',
      when: formatMoment(line.moment),
      text: [line.actorName, line.remark ?? ''].filter(Boolean).join('，'),
    })),
    values: valuesOf(seen.facts),
  };
}

function parcelLine(parcel: InspectionParcel, { record, neighbours }: InspectionFacts): object {
  const asked = neighbours.filter((each) => each.parcelCode === parcel.parcelCode);
  return {
    href: `/inspections/${record.id}/parcels/${parcel.parcelCode}`,
    code: parcel.parcelCode,
    name: parcel.name,
    contractor: parcel.contractor,
    recorded: formatMu(mu(parcel.recordedMu)),
    measured: parcel.measuredMu === null ? '' : formatMu(mu(parcel.measuredMu)),
    difference: parcel.differencePercent === null ? '' : `${parcel.differencePercent}%`,
    flagged: parcel.flagged,
    points: parcel.points.length,
    remark: parcel.remark ?? '',
    neighbours: asked.map(neighbourView),
  };
}

export function neighbourView(each: InspectionNeighbour): object {
  const side = sides[each.side];
  return {
    side: each.side,
    sideText: side,
    name: each.name,
    confirmed: each.confirmed,
    method: confirmationMethods[each.method],
    remark: each.remark ?? '',
  };
}

function photoView(file: EvidenceFile): object {
  const taken = file.takenAt === null ? '' : `${formatMoment(file.takenAt)} 拍`;
  const point = file.point ? `${file.point.longitude}, ${file.point.latitude}` : '没有定位';
  return {
    name: file.name,
    kind: 'photo',
    outcome: 'ok',
    tag: { label: '指纹已存', tone: 'go' },
    lines: [[taken, point].filter(Boolean).join('，')],
    hash: `${file.sha256.slice(0, 4)}…${file.sha256.slice(-4)}`,
    href: `/files/${file.id}`,
    way: null,
  };
}

function findingsOf({ record }: InspectionFacts): { label: string; value: string; href: string }[] {
  const line = (label: string, value: string | null): { label: string; value: string; href: string }[] =>
    value === null ? [] : [{ label, value, href: '' }];
  return [
    ...line('到场', record.visitedAt && formatMoment(record.visitedAt)),
    ...line('现在谁在用', record.occupation),
    ...line('地上作物', record.crops),
    ...line('附着物', record.fixtures),
    ...line('水淹、污染', record.hazards),
    ...line('永久基本农田', record.basicFarmland && farmlandFindings[record.basicFarmland]),
    ...line('农田说明', record.farmlandNote),
    ...line('结论', record.conclusion && conclusions[record.conclusion]),
    ...line('意见', record.opinion),
  ];
}

function checksOf(facts: InspectionFacts): object[] {
  const { parcels, neighbours, surveyors, surveyorsAtLeast, photos, record } = facts;
  const asked = parcels.filter((parcel) => neighbours.some((each) => each.parcelCode === parcel.parcelCode)).length;
  const measured = parcels.filter((parcel) => parcel.measuredMu !== null).length;
  const line = (title: string, done: boolean, text: string, article = ''): object => ({
    title,
    result: done ? 'yes' : '',
    text,
    way: null,
    article,
  });
  return [
    line(
      '两个人同去',
      surveyors.length >= surveyorsAtLeast,
      surveyors.map((each) => each.name).join('、') || '还没有写',
      '参照行政许可法第三十四条',
    ),
    line('每块地量过', measured === parcels.length, `${parcels.length} 块，量了 ${measured} 块`),
    line('四邻问过', asked === parcels.length, `${parcels.length} 块，问了 ${asked} 块`),
    line('现场照片', photos > 0, `${photos} 张`),
    line(
      '结论和意见',
      record.conclusion !== null,
      record.conclusion === null ? '还没有写' : conclusions[record.conclusion],
    ),
  ];
}

/** The page of one parcel in the field: what was measured and what the neighbours say. */
export function parcelView(facts: InspectionFacts, steps: readonly OpenStep[], code: string): object {
  const { record, parcels, neighbours } = facts;
  const parcel = parcels.find((each) => each.parcelCode === code);
  if (!parcel) throw inspectionProblems.notFound();
  return {
    title: `${parcel.name} ${formatMu(mu(parcel.recordedMu))} 亩`,
    trail: {
      steps: [
        { href: '/inspections', label: '实地调查' },
        { href: `/inspections/${record.id}`, label: record.caseNumber },
      ],
      here: parcel.parcelCode,
      code: true,
    },
    parcel: parcelLine(parcel, facts),
    back: `/inspections/${record.id}`,
    neighbours: neighbours.filter((each) => each.parcelCode === parcel.parcelCode).map(neighbourView),
    forms: {
      measure: actHere(inspectionActs, facts, steps, 'measure', { code }),
      ask: actHere(inspectionActs, facts, steps, 'ask', { code }),
    },
    values: measured(parcel),
  };
}
