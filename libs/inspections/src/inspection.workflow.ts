import { workflow } from '#kernel';
import {
  differenceExplained,
  enoughSurveyors,
  everyFarmlandFound,
  everyNeighbourAsked,
  everyParcelLocated,
  everyParcelMeasured,
  farmlandExplained,
  reportWritten,
  somePhoto,
} from './inspection.rules.js';

const complete = [
  enoughSurveyors,
  reportWritten,
  everyParcelMeasured,
  everyParcelLocated,
  differenceExplained,
  everyFarmlandFound,
  farmlandExplained,
  everyNeighbourAsked,
  somePhoto,
];
// prettier-ignore
export const inspectionWorkflow = workflow('inspection', {
  label: '实地调查',
  states: {
    planned:   { label: '待调查', within: 'surveyWorkingDays', basis: '实地调查期限（平台规则）', untilClose: true, tone: 'wait' },
    done:      { label: '已调查', end: true, tone: 'go' },
    cancelled: { label: '已取消', end: true, tone: 'info' },
  },
  steps: [
    { from: 'planned', on: 'record',   to: 'same',      by: 'town_surveyor', label: '记录现场情况' },
    { from: 'planned', on: 'complete', to: 'done',      by: 'town_surveyor', label: '完成调查', needs: complete, hint: '完成以后不能再改。', confirm: '完成以后，调查记录不能再改。' },
    { from: 'planned', on: 'cancel', to: 'cancelled', by: 'clock',         label: '案件退回或者结束，不再调查' },
  ],
});
