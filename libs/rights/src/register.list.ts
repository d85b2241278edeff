import { List, beginning, column, maybe, named, under } from '#platform';
import { inUse } from './contracts.queries.js';
import { registerLabels } from './register.words.js';

const ofContracts = (value: string): string =>
  `(SELECT ${value} FROM contract c WHERE c.contractor_id = h.id AND ${inUse('c')})`;

const ofMembers =
  'FROM member m JOIN person n ON n.id = m.person_id WHERE m.household_id = h.id AND m.valid_to IS NULL';

/** Households with their contracts, village by village. */
export const registerList = new List({
  name: 'register',
  at: '/register',
  from: 'household h JOIN party p ON p.id = h.id',
  where: `p.kind = 'household'`,
  id: 'h.id',
  fields: {
    id: column.text('h.id'),
    name: column.text('p.display_name'),
    officeCode: column.text('h.office_code'),
    contractorCode: column.text('h.contractor_code'),
    legacy: column.flag('h.legacy'),
    contracts: column.count(ofContracts('count(*)::int')),
    contractCode: maybe(column.text(ofContracts('min(c.code)'))),
    parcels: column.count(
      `(SELECT count(*)::int FROM parcel l JOIN contract c ON c.id = l.contract_id WHERE c.contractor_id = h.id)`,
    ),
    areaMu: maybe(column.mu(ofContracts('sum(c.area_mu)'))),
    endsOn: maybe(column.day(ofContracts('max(c.ends_on)'))),
  },
  filters: {
    office: under('h.office_code'),
    status: named({
      legacy: 'h.legacy',
      bare: 'NOT EXISTS (SELECT FROM contract c WHERE c.contractor_id = h.id)',
      open: `EXISTS (SELECT ${ofMembers} AND n.identity_sealed IS NULL)`,
      uncounted: `h.member_count <> (SELECT count(*) ${ofMembers})`,
    }),
    ends: {
      like: /^20\d{2}$/,
      where: (year, say) =>
        `h.id IN (SELECT c.contractor_id FROM contract c WHERE c.ends_on BETWEEN ${say(`${year}-01-01`)}::date AND ${say(`${year}-12-31`)}::date)`,
    },
  },
  sorts: {
    code: { sql: 'h.contractor_code', type: 'text' },
    name: { sql: 'p.display_name COLLATE "C"', type: 'text' },
  },
  words: {
    where: (word, say) => {
      if (!/^\d{12,19}[jq]?$/.test(word)) return `search_plain(p.display_name) LIKE ${say(beginning(word))}`;
      const code = say(beginning(word.toUpperCase()));
      return `h.id IN (SELECT id FROM household WHERE contractor_code LIKE ${code}
        UNION SELECT contractor_id FROM contract WHERE code LIKE ${code}
        UNION SELECT c.contractor_id FROM parcel l JOIN contract c ON c.id = l.contract_id WHERE l.code LIKE ${code})`;
    },
  },
  labels: registerLabels,
  chips: { filter: 'status', values: ['', 'legacy'] },
  sheet: [
    { field: 'name', width: 24 },
    { field: 'place', width: 24 },
    { field: 'contractorCode', width: 22 },
    { field: 'contractCode', width: 24 },
    'parcels',
    'areaMu',
    'endsOn',
    { field: 'status', width: 20 },
  ],
});
