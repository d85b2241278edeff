import { List, type Scope, column, maybe, stateWords } from '#platform';
import { rightKinds } from '#kernel';
import { listingLabels, recordLabels } from './listing.words.js';
import { listingWorkflow } from './listing.workflow.js';

/** Papers of lots that are over, those first whose time of keeping ends first. */
export const recordList = new List({
  name: 'listing-records',
  at: '/listings/records',
  from: 'listing',
  id: 'id',
  fields: {
    id: column.text('id'),
    number: maybe(column.text('number')),
    place: column.text('place'),
    kind: column.code('kind', rightKinds),
    state: column.code('state', stateWords(listingWorkflow)),
    keptUntil: column.day('kept_until'),
  },
  filters: { until: { like: /^\d{4}-\d{2}-\d{2}$/, where: (value, say) => `kept_until <= ${say(value)}::date` } },
  sorts: { due: { sql: 'kept_until', type: 'date' } },
  words: { text: 'search_text' },
  labels: { ...recordLabels, fields: { ...listingLabels.fields, keptUntil: recordLabels.keptUntil } },
});

/** Of those alone whose time of keeping runs. */
export const whatIsKept: Scope = { name: 'kept', where: () => 'kept_until IS NOT NULL' };
