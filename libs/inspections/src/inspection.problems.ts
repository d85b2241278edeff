import { problem } from '#kernel';
import { refuses } from '#platform';

export const inspectionProblems = {
  notFound: problem('inspection-not-found', 404, '没有这次实地调查'),
  alreadyPlanned: problem('inspection-already-planned', 409, '这件流转已经安排了实地调查'),
  otherParcel: problem('inspection-other-parcel', 422, '这块地不在这次调查里'),
  notSurveyor: problem('not-a-surveyor', 422, '这个人不能当调查人员', '调查人员要是本镇有调查岗的工作人员。'),
  twoSurveyors: problem(
    'two-surveyors',
    409,
    '实地调查至少要两个人同去',
    '参照行政许可法第三十四条：核查应当指派两名以上工作人员。',
  ),
  over: problem('inspection-over', 409, '调查已经完成，记录不能再改', '要改就重新安排一次调查。'),
};

refuses({
  inspection_one_open: inspectionProblems.alreadyPlanned,
  inspection_two_surveyors: inspectionProblems.twoSurveyors,
  inspection_over: inspectionProblems.over,
});
