import { type ActHead, recordActs } from '#platform';
import { SealEndInput, SealInput } from './seal.input.js';
import { sealView } from './seal.view.js';
import { SealsService, type SealFacts } from './seals.service.js';

/** Whose the register of seals is. */
export const sealKeepers = ['county_administrator', 'county_director'] as const;

const back = { href: '/seals', label: '印章登记' };

/** How a seal comes into the register. */
export const sealsActs = recordActs('seals', 'seal', {
  named: null,
  readers: sealKeepers,
  gives: sealView,
  head: (): ActHead => ({ trail: back, facts: [], back }),
  helps: {
    register: {
      ...{ noun: '', by: SealsService, asks: SealInput, label: '登记一枚印章', press: '登记' },
      said: '印章登记好了，以后出具的文书会印上。',
    },
  },
});

/** What is done with one seal. */
export const sealActs = recordActs('seals', 'seal', {
  readers: sealKeepers,
  gives: sealView,
  head: ({ record }: SealFacts): ActHead => ({
    trail: back,
    facts: [{ label: record.officeName, value: record.foot, href: '' }],
    back,
  }),
  helps: {
    end: {
      ...{ noun: 'end', by: SealsService, asks: SealEndInput, label: '停用印章', press: '停用', tone: 'grave' },
      when: ({ record }: SealFacts) => record.validTo === null,
      said: '印章停用了。',
    },
  },
});
