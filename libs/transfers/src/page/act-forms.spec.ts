import { describe, expect, it } from '@jest/globals';
import { actForms } from './act-forms.js';
import { transferWorkflow } from '../transfer.workflow.js';

const acts = transferWorkflow.steps.filter((step) => ![step.by].flat().every((post) => post === 'clock'));

describe('The form of an act', () => {
  it.each([...new Set(acts.map((step) => step.on))])('is there for “%s”, or nobody would see its button', (action) => {
    expect(Object.keys(actForms)).toContain(action);
  });

  it('belongs to an act of the workflow', () => {
    const known: readonly string[] = transferWorkflow.steps.map((step) => step.on);
    expect(Object.keys(actForms).filter((action) => !known.includes(action))).toEqual([]);
  });
});
