import { type Day, type FieldError, formatDay, problem } from '#kernel';
import { inputProblem, refuses } from '#platform';
import { sides } from './inspection.words.js';

export const inspectionProblems = {
  notFound: problem('inspection-not-found', 404, '没有这次实地调查'),
  alreadyPlanned: problem('inspection-already-planned', 409, '这件流转已经安排了实地调查'),
  otherParcel: problem('inspection-other-parcel', 422, '这块地不在这次调查里'),
  notSurveyor: problem(
    'not-a-surveyor',
    422,
    '这个人不能当调查人员',
    '调查人员要是本镇有调查岗的工作人员。',
    'surveyors',
  ),
  twoSurveyors: problem(
    'two-surveyors',
    409,
    '实地调查至少要两个人同去',
    '参照行政许可法第三十四条：核查应当指派两名以上工作人员。',
  ),
  over: problem('inspection-over', 409, '调查已经完成，记录不能再改', '要改就重新安排一次调查。'),
};

const fault = (field: string, detail: string) => inputProblem([{ pointer: `#/${field}`, detail }]);

/** What is wrong with what was recorded in the field. */
export const surveyFaults = {
  takenLater: () => fault('takenAt', '拍摄时间不能晚于现在。'),
  visitedLater: (today: Day) => fault('visitedOn', `到场时间不能晚于现在（${formatDay(today)}）。`),
  denied: (side: keyof typeof sides): FieldError => ({
    pointer: `#/${side}`,
    detail: `${sides[side]}边记的是不认，不和别的边一起改。现在认了，先单独改这一边。`,
  }),
  noPoint: (row: number, line: string) =>
    fault('points', `第 ${row} 行“${line}”不是定位点，先写经度再写纬度，例如 117.15103,37.30912。`),
};

refuses({
  inspection_one_open: inspectionProblems.alreadyPlanned,
  inspection_two_surveyors: inspectionProblems.twoSurveyors,
  inspection_over: inspectionProblems.over,
});
