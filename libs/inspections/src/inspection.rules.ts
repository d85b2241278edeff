import { type Blocker, type Rule, blocker, type WorkflowFacts } from '#kernel';
import type { Inspection } from './inspection.entity.js';
import type { InspectionNeighbour, InspectionParcel, InspectionSurveyor, Side } from './inspection-parts.entities.js';
import { sides } from './inspection.words.js';
import { farmlandDiffers } from './survey-report.js';

/** A survey with everything that its rules ask about. */
export interface InspectionFacts extends WorkflowFacts {
  record: Inspection;
  surveyors: readonly InspectionSurveyor[];
  parcels: readonly InspectionParcel[];
  neighbours: readonly InspectionNeighbour[];
  photos: number;
  surveyorsAtLeast: number;
  /** Who may go, where a form asks who went. */
  candidates?: readonly { accountId: string; name: string }[];
}

const farmlandLaw = '土地管理法第三十三条、第三十四条';
const survey = '平台规则：实地调查';
// 行政许可法第三十四条：需要核查的，应当指派两名以上工作人员进行核查。
const two = '参照行政许可法第三十四条';

export const enoughSurveyors: Rule<InspectionFacts> = ({ surveyors, surveyorsAtLeast }) =>
  surveyors.length >= surveyorsAtLeast
    ? undefined
    : blocker('enoughSurveyors', `调查人员只有 ${surveyors.length} 人，至少要 ${surveyorsAtLeast} 人同去。`, two);

export const somePhoto: Rule<InspectionFacts> = ({ photos }) =>
  photos > 0 ? undefined : blocker('somePhoto', '还没有现场照片。', survey);

export const everyParcelMeasured: Rule<InspectionFacts> = ({ parcels }) => {
  if (parcels.length === 0) return blocker('everyParcelMeasured', '这次调查没有地块。', survey);
  return parcels
    .filter((parcel) => parcel.measuredMu === null)
    .map((parcel) => blocker('everyParcelMeasured', `“${parcel.name}”还没有实测面积。`, survey));
};

export const everyParcelLocated: Rule<InspectionFacts> = ({ parcels }): Blocker[] =>
  parcels
    .filter((parcel) => parcel.points.length === 0)
    .map((parcel) => blocker('everyParcelLocated', `“${parcel.name}”还没有定位点。`, survey));

/** 承包合同、流转合同写明地块的四至（承包法第二十二条、第四十条）：each side of each parcel is asked; that nobody is found is an answer. */
export const everyNeighbourAsked: Rule<InspectionFacts> = ({ parcels, neighbours }): Blocker[] =>
  parcels.flatMap(({ parcelCode, name }) => {
    const asked = neighbours.filter((neighbour) => neighbour.parcelCode === parcelCode).map(({ side }) => side);
    const open = (Object.keys(sides) as Side[]).filter((side) => !asked.includes(side)).map((side) => sides[side]);
    return open.length === 0
      ? []
      : [blocker('everyNeighbourAsked', `“${name}”还没有问：${open.join('、')}。四边都要问。`, '承包法第四十条')];
  });

/** 永久基本农田落到地块（土地管理法第三十三条、第三十四条）：one finding for several parcels says of none what it is. */
export const everyFarmlandFound: Rule<InspectionFacts> = ({ parcels }): Blocker[] =>
  parcels
    .filter(({ farmland }) => farmland === null)
    .map(({ name }) => blocker('everyFarmlandFound', `“${name}”还没有写是不是永久基本农田。`, farmlandLaw));

export const farmlandExplained: Rule<InspectionFacts> = ({ parcels }): Blocker[] =>
  parcels
    .filter((parcel) => farmlandDiffers(parcel) && (parcel.farmlandNote ?? '') === '')
    .map(({ name, farmland }) =>
      blocker(
        'farmlandExplained',
        `“${name}”现场${farmland ? '是' : '不是'}永久基本农田，和登记簿不一样，要写明原因。`,
        farmlandLaw,
      ),
    );

export const reportWritten: Rule<InspectionFacts> = ({ record }) => {
  const missing = [
    record.visitedAt === null ? '到场时间' : '',
    record.occupation === null ? '现在谁在用' : '',
    record.conclusion === null ? '结论' : '',
    record.opinion === null ? '调查意见' : '',
  ].filter((each) => each !== '');
  return missing.length === 0 ? undefined : blocker('reportWritten', `还没有写：${missing.join('、')}。`, survey);
};

/** Differences are for the county to see, never to be hidden: a flagged parcel needs a word about why. */
export const differenceExplained: Rule<InspectionFacts> = ({ parcels }): Blocker[] =>
  parcels
    .filter((parcel) => parcel.flagged && (parcel.remark ?? '') === '')
    .map((parcel) =>
      blocker('differenceExplained', `“${parcel.name}”实测和确权差 ${parcel.differencePercent}%，要写明原因。`, survey),
    );
