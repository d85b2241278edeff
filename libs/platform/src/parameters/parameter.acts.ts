import { parameterTable } from '#kernel';
import type { ActHead } from '../acts/act-table.js';
import { recordActs } from '../acts/declared-acts.js';
import { ParameterDesk, type ParameterFacts } from './parameter-desk.service.js';
import { ParameterInput } from './parameter.input.js';
import { formOfParameter } from './parameter-form.js';
import { parameterView } from './parameter.view.js';

/** What the administrator does with a number of the county. */
export const parameterActs = recordActs('parameters', 'parameter', {
  named: 'key',
  readers: ['county_administrator'],
  gives: parameterView,
  head,
  helps: {
    set: {
      ...{ noun: 'values', by: ParameterDesk, asks: ParameterInput, fresh: true },
      label: '从某天起改',
      press: '改',
      form: ({ record, value, today }: ParameterFacts) => formOfParameter(record.id, value, today),
    },
  },
});

function head({ record }: ParameterFacts): ActHead {
  const href = `/parameters/${record.id}`;
  const { label } = parameterTable[record.id];
  return { trail: { href, label }, facts: [], back: { href, label } };
}
