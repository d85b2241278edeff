/** What the desk calls a survey. */
export const surveyWork = '实地调查';

/** Words of the list of surveys. */
export const surveyLabels = {
  title: '实地调查',
  fields: {},
  state: { label: '到哪一步', every: { '': '要去的' } },
  sorts: { due: '快到期的在前', latest: '最近动过的在前' },
} as const;
