import { type ActHead, recordActs } from '#platform';
import { isLive } from './encumbrance.entity.js';
import { EncumbranceEntry, objectAt } from './encumbrance-entry.service.js';
import { EncumbranceEndInput, EncumbranceInput } from './encumbrance.input.js';
import { encumbrancePosts, enteringPosts, mayEncumber } from './encumbrance.posts.js';
import { newEncumbranceForm } from './encumbrance.view.js';
import type { EncumbranceRow } from './encumbrances.queries.js';
import { EncumbrancesService } from './encumbrances.service.js';

/** A mortgage as its acts know it. */
export interface EncumbranceFacts {
  record: EncumbranceRow;
}

const list = { href: '/encumbrances', label: '抵押登记' };

/** How a mortgage comes into the register: the thing it lies on is found first, and named in the address. */
export const encumbrancesActs = recordActs('encumbrances', 'encumbrance', {
  named: null,
  readers: enteringPosts,
  head: (): ActHead => ({ trail: list, facts: [], back: { ...list, label: '不登记了' } }),
  helps: {
    enter: {
      ...{ noun: '', by: EncumbranceEntry, asks: EncumbranceInput, label: '登记抵押' },
      text: ['照抵押合同和登记证明填。抵押期间，流转、终止都要抵押权人书面同意（民法典第406条）。'],
      form: async (_facts, me, at, reader) => newEncumbranceForm(await objectAt(reader, at, me)),
      said: '抵押登记好了。',
    },
  },
});

/** What is done with a mortgage once it is entered. */
export const encumbranceActs = recordActs('encumbrances', 'encumbrance', {
  readers: encumbrancePosts,
  head,
  helps: {
    end: {
      noun: 'end',
      by: EncumbrancesService,
      asks: EncumbranceEndInput,
      label: '登记解除',
      hint: '凭抵押权人的还清、解除证明登记；记录一直保留。',
      confirm: '解除以后，这块地、这项权利不再受这笔抵押的限制。',
      tone: 'solid',
      posts: [...enteringPosts],
      when: ({ record }: EncumbranceFacts, me) => isLive(record) && mayEncumber(me),
      said: '抵押解除登记好了。',
    },
  },
});

function head({ record }: EncumbranceFacts): ActHead {
  const href = `/encumbrances/${record.id}`;
  return {
    trail: { href, label: record.contractNumber },
    facts: [
      { label: '抵押权人', value: record.mortgageeName, href },
      { label: '抵押人', value: record.mortgagorName, href: '' },
    ],
    back: { label: '回抵押登记', href },
  };
}
