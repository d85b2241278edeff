import { type Blocker, blocker } from '#kernel';
import type { SurveyFacts } from '#inspections';

/** Two people, on the spot, before the county is asked (行政许可法第34条；平台规则：实地调查). */
export function surveyBlockers(survey: SurveyFacts): Blocker[] {
  const way = survey.inspectionId === null ? null : { href: `/inspections/${survey.inspectionId}`, label: '去调查' };
  if (!survey.done) return [blocker('survey-done', '实地调查还没有完成。', '平台规则 查-01', way)];
  if (survey.conclusion === 'unfit')
    return [blocker('survey-fit', '实地调查的结论是不能流转。', '平台规则 查-02', way)];
  return [];
}
