import { describe, expect, it } from '@jest/globals';
import type { SurveyFacts } from '#inspections';
import { surveyBlockers } from './survey.rules.js';

const survey = { inspectionId: 'a', done: true, conclusion: 'agrees' } as unknown as SurveyFacts;
const found = (more: object): string[] => surveyBlockers({ ...survey, ...more }).map(({ rule }) => rule);

describe('A survey', () => {
  it('lets a case go to the county when it is done and found the land fit', () => {
    expect(found({})).toEqual([]);
    expect(found({ conclusion: 'differs' })).toEqual([]);
  });

  it('holds it while nobody has been there, with the way to it, and where the land is unfit', () => {
    expect(found({ done: false })).toEqual(['survey-done']);
    expect(surveyBlockers({ ...survey, done: false })[0]?.way?.href).toBe('/inspections/a');
    expect(surveyBlockers({ ...survey, done: false, inspectionId: null })[0]?.way).toBeNull();
    expect(found({ conclusion: 'unfit' })).toEqual(['survey-fit']);
  });
});
