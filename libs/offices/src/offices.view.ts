import type { Level } from '#kernel';
import { type Of, value, view } from '#platform';
import type { OfficeRow } from './offices.queries.js';
import { officeLabels as labels } from './offices.words.js';

const office = {
  code: value.text(labels.code),
  level: value.code<Level>(labels.levels, labels.level),
  name: value.text(labels.name),
  address: value.text(labels.address),
  phone: value.text(labels.phone),
  hours: value.text(labels.hours),
  departments: value.many(value.text(), labels.departments),
} as const;

/** An office, as anybody may see it: where it is and when it opens, not who works there. */
export const officeView = view('Office', office, labels.title);
export type OfficeView = Of<typeof officeView>;

/** Where to go: the exchanges, each with the number of its stations, and the stations of the town that is asked for. */
export const officesView = view(
  'Offices',
  {
    exchanges: value.many(view('OfficeWithStations', { ...office, stationCount: value.count(labels.stations) })),
    stations: value.many(officeView),
  },
  labels.list,
);
export type OfficesView = Of<typeof officesView>;

export const officeOf = ({ officeCode, level, name, address, phone, hours, departments }: OfficeRow): OfficeView => ({
  ...{ code: officeCode, level, name, address, phone, hours },
  departments: departments.map((each) => each.name),
});
