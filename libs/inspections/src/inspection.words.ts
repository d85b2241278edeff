/** What the desk calls a survey. */
export const surveyWork = '实地调查';
