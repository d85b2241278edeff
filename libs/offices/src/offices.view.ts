import type { OfficeRow } from './offices.queries.js';

/** An office, as anybody may see it: where it is and when it opens, not who works there. */
export function officeView(office: OfficeRow): object {
  return {
    title: office.name,
    code: office.officeCode,
    level: office.level,
    name: office.name,
    address: office.address,
    phone: office.phone,
    hours: office.hours,
    href: `/offices/${office.officeCode}`,
    departments: office.departments.map((each) => each.name),
  };
}
