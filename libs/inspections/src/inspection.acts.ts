import { dayOf, mu, timeOf } from '#kernel';
import { type ActHead, actTable, recordAddress } from '#platform';
import { FieldWork } from './field-work.service.js';
import {
  FindingsInput,
  MeasurementInput,
  NeighbourInput,
  PhotosInput,
  SidesInput,
  SurveyorsInput,
} from './inspection.input.js';
import type { InspectionParcel } from './inspection-parts.entities.js';
import { surveyParcelView, surveyView } from './inspection.view.js';
import { inspectionWorkflow } from './inspection.workflow.js';
import type { InspectionFacts } from './inspection.rules.js';
import { sidesShown } from './inspections.queries.js';

const said = '存好了。';
const kept = { takes: ['record'], by: FieldWork, here: true, said } as const;

/** What surveyors do in the field: one form for each thing that is seen, each saved on its own, for a phone with a poor line. */
export const inspectionActs = actTable('inspections', inspectionWorkflow, {
  readers: [
    'town_surveyor',
    'town_clerk',
    'town_reviewer',
    'town_trade',
    'town_coordination',
    'county_reviewer',
    'county_director',
    'county_certifier',
    'supervisor',
  ],
  head,
  gives: surveyView,
  steps: {
    name: {
      ...{ noun: 'surveyors', ...kept, asks: SurveyorsInput, label: '存好谁去的' },
      form: (facts) => ({ choices: surveyorChoices(facts), values: surveyorValues(facts) }),
    },
    photograph: { noun: 'photos', ...kept, asks: PhotosInput, label: '传上照片' },
    find: {
      ...{ noun: 'findings', ...kept, asks: FindingsInput, label: '存好看到的' },
      form: (facts) => ({ values: findingValues(facts) }),
    },
    measure: {
      gives: surveyParcelView,
      ...{ noun: 'parcels/:code/measurements', ...kept, asks: MeasurementInput, label: '存好面积' },
      said: '面积和定位存好了。',
      form: ({ parcels }, _me, at) => ({ values: measured(parcels.find((each) => each.parcelCode === at['code'])) }),
    },
    ask_around: {
      gives: surveyParcelView,
      ...{ noun: 'parcels/:code/sides', ...kept, asks: SidesInput, label: '四边一起存' },
      said: '四边都存好了。',
      form: async (facts, _me, at, reader) => ({ values: await sidesShown(reader, facts, at['code'] ?? '') }),
    },
    ask: {
      gives: surveyParcelView,
      ...{ noun: 'parcels/:code/neighbours', ...kept, asks: NeighbourInput, label: '存好这一边' },
      said: '这一边存好了。',
    },
    complete: { noun: 'completion', by: FieldWork, said, many: true },
  },
});

/** Among whom is chosen who went. */
export const surveyorChoices = ({ candidates = [] }: InspectionFacts): { surveyors: Record<string, string> } => ({
  surveyors: Object.fromEntries(candidates.map(({ accountId, name }) => [accountId, name])),
});

const surveyorValues = ({ surveyors }: InspectionFacts): { surveyors: string[] } => ({
  surveyors: surveyors.map((each) => each.accountId),
});

const findingValues = ({ record }: InspectionFacts): Record<string, string> => ({
  visitedOn: record.visitedAt === null ? '' : dayOf(record.visitedAt),
  visitedTime: record.visitedAt === null ? '' : timeOf(record.visitedAt),
  occupation: record.occupation ?? '',
  crops: record.crops ?? '',
  fixtures: record.fixtures ?? '',
  hazards: record.hazards ?? '',
  conclusion: record.conclusion ?? '',
  opinion: record.opinion ?? '',
});

/** What has been recorded so far, as the forms of the survey's page show it. */
export const valuesOf = (facts: InspectionFacts): Record<string, string | string[]> => ({
  ...surveyorValues(facts),
  ...findingValues(facts),
});

/** What has been measured of a parcel so far. */
export function measured(parcel: InspectionParcel | undefined): Record<string, string> {
  if (!parcel) return {};
  return {
    measuredMu: parcel.measuredMu === null ? '' : mu(parcel.measuredMu),
    points: parcel.points.map((point) => `${point.longitude},${point.latitude}`).join('\n'),
    remark: parcel.remark ?? '',
    farmland: farmlandShown(parcel),
    farmlandNote: parcel.farmlandNote ?? '',
  };
}

/** What was found, else what the register says: whoever stands there confirms it or says otherwise. */
function farmlandShown({ farmland, recordedFarmland }: InspectionParcel): string {
  const known = farmland ?? recordedFarmland;
  return known === null ? '' : known ? 'yes' : 'no';
}

function head({ record }: InspectionFacts): ActHead {
  const here = `/inspections/${record.id}`;
  return {
    trail: { href: here, label: record.caseNumber },
    facts: [
      { label: '案件', value: record.caseNumber, href: recordAddress(record.subject, record.subjectId) },
      { label: '坐落', value: record.place, href: '' },
    ],
    back: { label: '回这次调查', href: here },
  };
}
