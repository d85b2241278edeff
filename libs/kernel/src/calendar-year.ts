import type { Day } from './day.js';

/** The paper that made a day a holiday or a working day. */
export interface Decree {
  readonly title?: string;
  readonly url?: string;
  readonly number?: string;
}

export interface NamedDay {
  readonly day: Day;
  readonly name: string;
}

/** What the State Council's notice for one year says. `missing`: there is no notice yet (or we have not loaded it). */
export interface CalendarYear {
  readonly year: number;
  readonly decree: Decree;
  /** Later notices for the same year, such as the longer Spring Festival of 2020. */
  readonly amendments?: readonly Decree[];
  readonly off: readonly NamedDay[];
  readonly worked: readonly NamedDay[];
  readonly status: 'announced' | 'missing';
}

/** A day on which offices under a division code are closed by a local order (snow, epidemic, flood). */
export interface Closure {
  readonly day: Day;
  readonly reason: string;
  readonly authority: string;
  readonly documentNumber: string;
  /** Beginning of the division codes it holds for: '370126' the county, '370126101' one town, '' everywhere. */
  readonly officePrefix: string;
}
