import { type ActHead, recordActs } from '#platform';
import { isLive } from './encumbrance.entity.js';
import { EncumbranceEndInput } from './encumbrance.input.js';
import { encumbrancePosts, enteringPosts, mayEncumber } from './encumbrance.posts.js';
import type { EncumbranceRow } from './encumbrances.queries.js';
import { EncumbrancesService } from './encumbrances.service.js';

/** A mortgage as its acts know it. */
export interface EncumbranceFacts {
  record: EncumbranceRow;
}

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
