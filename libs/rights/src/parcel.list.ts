import { List, beginning, column, maybe, named, oneOf, sqlNames, under } from '#platform';
import { liveStatuses } from './management-right.entity.js';
import { landClasses, parcelLabels } from './register.words.js';

const flowing = `EXISTS (SELECT FROM right_portion o WHERE o.parcel_id = l.id AND o.status IN (${sqlNames(liveStatuses)}))`;
const areaMu = 'greatest(l.contract_mu, l.measured_mu)';

/** Parcels of the register, village by village. */
export const parcelList = new List({
  name: 'parcels',
  at: '/register/parcels',
  from: 'parcel l LEFT JOIN contract c ON c.id = l.contract_id LEFT JOIN party p ON p.id = c.contractor_id',
  id: 'l.id',
  fields: {
    id: column.text('l.id'),
    code: column.text('l.code'),
    name: column.text('l.name'),
    officeCode: column.text('l.office_code'),
    contractor: maybe(column.text('p.display_name')),
    householdId: maybe(column.text(`CASE WHEN p.kind = 'household' THEN c.contractor_id END`)),
    bodyId: maybe(column.text(`CASE WHEN p.kind = 'body' THEN c.contractor_id END`)),
    contractCode: maybe(column.text('c.code')),
    landClass: column.text('l.land_class'),
    contractMu: column.mu('l.contract_mu'),
    measuredMu: maybe(column.mu('l.measured_mu')),
    basicFarmland: column.flag('l.basic_farmland'),
    flowing: column.flag(flowing),
    legacy: column.flag('l.legacy'),
  },
  filters: {
    status: named({
      free: `NOT ${flowing}`,
      flowing,
      common: 'l.contract_id IS NULL',
      legacy: 'l.legacy',
    }),
    farmland: named({ basic: 'l.basic_farmland', other: 'NOT l.basic_farmland' }),
    landClass: oneOf('l.land_class', Object.keys(landClasses)),
    office: under('l.office_code'),
  },
  sorts: {
    code: { sql: 'l.code', type: 'text' },
    largest: { sql: areaMu, type: 'numeric', down: true },
  },
  words: {
    where: (word, say) =>
      /^\d{12,19}$/.test(word)
        ? `l.code LIKE ${say(beginning(word))}`
        : `l.contract_id IN (SELECT k.id FROM contract k JOIN party n ON n.id = k.contractor_id WHERE search_plain(n.display_name) LIKE ${say(beginning(word))})`,
  },
  labels: {
    ...parcelLabels,
    filters: {
      ...parcelLabels.filters,
      landClass: { label: parcelLabels.fields.landClass, choices: { ...parcelLabels.every, ...landClasses } },
    },
  },
  chips: { filter: 'status' },
  sheet: [
    { field: 'code', width: 24 },
    { field: 'name', width: 20 },
    { field: 'place', width: 24 },
    { field: 'contractor', width: 24 },
    { field: 'contractCode', width: 24 },
    { field: 'landClass', width: 16 },
    'contractMu',
    'measuredMu',
    'basicFarmland',
    'flowing',
    'legacy',
  ],
});
