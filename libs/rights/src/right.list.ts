import { List, beginning, column, endsIn, maybe, named, oneOf, sqlNames, under } from '#platform';
import { liveStatuses } from './management-right.entity.js';
import { plannedUses } from './purpose.words.js';
import { rightLabels, statuses } from './right.words.js';

const ofPortions = (value: string): string => `(SELECT ${value} FROM right_portion o WHERE o.right_id = r.id)`;
const each = Object.keys(statuses).map((name) => [name, `r.status = '${name}'`]);

/** Management rights with whose land they are carved from and who holds them, newest first. */
export const rightList = new List({
  name: 'rights',
  at: '/register/rights',
  from: 'management_right r JOIN party g ON g.id = r.grantor_id JOIN party h ON h.id = r.holder_id',
  id: 'r.id',
  fields: {
    id: column.text('r.id'),
    holder: column.text('h.display_name'),
    grantor: column.text('g.display_name'),
    officeCode: column.text('r.office_code'),
    parcels: column.count(ofPortions('count(*)::int')),
    areaMu: maybe(column.mu(ofPortions('sum(o.area_mu)'))),
    termStart: column.day('lower(r.term)'),
    termEnd: column.day('upper(r.term) - 1'),
    status: column.code('r.status', statuses),
    plannedUse: column.code('r.planned_use', plannedUses),
    transferId: maybe(column.text(`CASE WHEN r.subject = 'transfer' THEN r.subject_id END`)),
    reservedAt: column.moment('r.reserved_at'),
    activeSince: maybe(column.moment('r.active_since')),
    overReason: maybe(column.text('r.over_reason')),
  },
  filters: {
    status: named({
      live: `r.status IN (${sqlNames(liveStatuses)})`,
      ...Object.fromEntries(each),
    }),
    plannedUse: oneOf('r.planned_use', Object.keys(plannedUses)),
    office: under('r.office_code'),
    ends: endsIn('r.term'),
  },
  sorts: {
    newest: { sql: 'r.reserved_at', type: 'timestamptz', down: true },
    ending: { sql: 'upper(r.term)', type: 'date' },
  },
  words: {
    where: (word, say) => {
      const sought = say(beginning(word));
      return /^\d{12,19}$/.test(word)
        ? `r.id IN (SELECT o.right_id FROM right_portion o JOIN parcel l ON l.id = o.parcel_id WHERE l.code LIKE ${sought})`
        : `r.id IN (SELECT k.id FROM party n JOIN management_right k ON n.id IN (k.holder_id, k.grantor_id) WHERE search_plain(n.display_name) LIKE ${sought})`;
    },
  },
  labels: {
    ...rightLabels,
    filters: {
      status: { label: rightLabels.fields.status, choices: { ...rightLabels.every, ...statuses } },
      plannedUse: { label: rightLabels.fields.plannedUse, choices: { '': rightLabels.every[''], ...plannedUses } },
      ...rightLabels.filters,
    },
  },
  chips: { filter: 'status' },
  sheet: [
    { field: 'holder', width: 30 },
    { field: 'grantor', width: 24 },
    { field: 'place', width: 24 },
    'parcels',
    'areaMu',
    'termStart',
    'termEnd',
    { field: 'plannedUse', width: 26 },
    'status',
    { field: 'reservedAt', width: 22 },
    { field: 'activeSince', width: 22 },
    { field: 'overReason', width: 30 },
  ],
});
