import type { Actor } from '#kernel';
import type { ActHead } from '#platform';
import { maskTransferor } from './page/case-sections.view.js';
import { isTheirs } from './page/consent-sections.view.js';
import type { TransferFacts } from './transfer.facts.js';
import { caseTitle } from './transfer.view.js';

/** What stands above every form of a case: which case it is, and the way back. */
export function transferHead(facts: TransferFacts, me: Actor): ActHead {
  const { record } = facts;
  const href = `/transfers/${record.id}`;
  return {
    trail: { href, label: record.number ?? '草稿' },
    facts: [
      { label: '案件', value: caseTitle(record), href },
      { label: '转出方', value: transferorFor(facts, me), href: '' },
      { label: '受让方', value: record.transfereeName, href: '' },
    ],
    back: { href, label: '不办了，回案件' },
  };
}

/** The other side knows the household by its family name, as everywhere. */
function transferorFor(facts: TransferFacts, me: Actor): string {
  const { transferorName } = facts.record;
  const own = me.kind === 'staff' || facts.consents.some((each) => isTheirs(each, me));
  return own ? transferorName : maskTransferor(transferorName);
}
