import { type ActHead, recordActs } from '#platform';
import { countsView, handedView } from './county.view.js';
import { CountyService } from './county.service.js';
import { SuccessorNaming } from './offices.input.js';
import { type RehearsalFacts, RehearsalsService } from './rehearsals.service.js';

const county = { href: '/county', label: '区划变更' };
const readers = ['county_administrator'] as const;

/** What is done to the county's divisions as a whole. */
export const countyActs = recordActs('county', 'county', {
  ...{ named: null, readers },
  head: (): ActHead => ({ trail: county, facts: [], back: county }),
  helps: {
    'name-successor': {
      ...{ noun: 'successors', by: CountyService, asks: SuccessorNaming, fresh: true, label: '指定接续村' },
      gives: handedView,
    },
  },
});

/** Said when a division file was read. */
export const rehearsedSaid = '表读过了，请核对下面的变化。';

/** A change that was looked at is made. */
export const rehearsalActs = recordActs('county/rehearsals', 'division_rehearsal', {
  readers,
  head: ({ record }: RehearsalFacts): ActHead => ({
    trail: county,
    facts: [{ label: '区划表', value: record.file.fileName, href: `/county/rehearsals/${record.id}` }],
    back: county,
  }),
  helps: {
    confirm: {
      ...{ noun: 'confirmation', by: RehearsalsService, fresh: true, label: '登记这次变更' },
      when: ({ record }: RehearsalFacts) => !record.confirmed,
      gives: countsView,
      said: '区划变更已登记，案件都跟着走了。',
    },
  },
});
