import { List, type Scope, beginning, column, named, ofOffice, sqlNames, under } from '#platform';
import { liveStatuses } from './management-right.entity.js';
import { overlapLabels } from './overlap.words.js';

const live = `status IN (${sqlNames(liveStatuses)})`;
const held = `EXISTS (SELECT FROM right_portion p WHERE p.parcel_id IN (o.first_id, o.second_id) AND p.${live})`;
/** Let under both codes at one time: so it was before the shapes came. */
const twice = `EXISTS (SELECT FROM right_portion p JOIN right_portion q ON q.parcel_id = o.second_id AND q.${live} AND q.level = p.level
  AND q.term && p.term AND q.right_id <> p.right_id WHERE p.parcel_id = o.first_id AND p.${live})`;

const [one, other] = [under('a.office_code'), under('b.office_code')];

/** Pairs of parcels that lie over each other, the largest overlap first; those that do not count as well. */
export const overlapList = new List({
  name: 'parcel-overlaps',
  at: '/register/overlaps',
  from: 'parcel_overlap o JOIN parcel a ON a.id = o.first_id JOIN parcel b ON b.id = o.second_id',
  id: 'o.id',
  fields: {
    id: column.text('o.id'),
    firstId: column.text('a.id'),
    firstCode: column.text('a.code'),
    firstName: column.text('a.name'),
    officeCode: column.text('a.office_code'),
    secondId: column.text('b.id'),
    secondCode: column.text('b.code'),
    secondName: column.text('b.name'),
    secondOffice: column.text('b.office_code'),
    areaM2: column.text('o.area_m2::text'),
    smallerM2: column.text('o.smaller_m2::text'),
    percent: column.text('round(o.area_m2 * 100 / o.smaller_m2, 1)::text'),
    counts: column.flag('o.counts'),
    held: column.flag(held),
    measuredAt: column.moment('o.measured_at'),
  },
  filters: {
    status: named({
      counts: 'o.counts',
      held: `o.counts AND ${held}`,
      twice: `o.counts AND ${twice}`,
      small: 'NOT o.counts',
    }),
    office: {
      ...one,
      where: (value, say, today) => `(${one.where(value, say, today)} OR ${other.where(value, say, today)})`,
    },
  },
  sorts: {
    largest: { sql: 'o.area_m2', type: 'numeric', down: true },
    newest: { sql: 'o.measured_at', type: 'timestamptz', down: true },
  },
  words: {
    where: (word, say) => {
      const sought = say(beginning(word));
      return `(a.code LIKE ${sought} OR b.code LIKE ${sought})`;
    },
  },
  labels: overlapLabels,
  chips: { filter: 'status' },
  sheet: [
    { field: 'firstCode', width: 24 },
    { field: 'firstName', width: 20 },
    { field: 'place', width: 24 },
    { field: 'secondCode', width: 24 },
    { field: 'secondName', width: 20 },
    { field: 'secondPlace', width: 24 },
    'areaM2',
    'smallerM2',
    'percent',
    'counts',
    'held',
    { field: 'measuredAt', width: 22 },
  ],
});

/** Pairs of which one parcel at least is of these offices. */
export function overlapsOf(prefixes: readonly string[]): Scope {
  const [first, second] = [ofOffice('a.office_code', ...prefixes), ofOffice('b.office_code', ...prefixes)];
  return { name: `either ${first.name}`, where: (say) => `(${first.where(say)} OR ${second.where(say)})` };
}
