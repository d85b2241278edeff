import type { Post } from '#kernel';

/** The hall of an office, by the code of its place. */
export interface ScreenFacts {
  record: { id: string };
}

/** Who registers screens. */
export const screenKeepers: readonly Post[] = ['county_information', 'county_administrator', 'town_information'];
