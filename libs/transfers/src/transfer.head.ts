import { type Actor, formatMu } from '#kernel';
import type { ActHead } from '#platform';
import { isTheirs, maskTransferor } from './household-sight.js';
import { transferModes } from './transfer.words.js';
import type { TransferFacts } from './transfer.facts.js';
import { headWords, muSign } from './transfer.words.js';

/** 李家桥村 120.00 亩出租. */
export const transferTitle = ({
  place,
  areaMu,
  mode,
}: Pick<TransferFacts['record'], 'place' | 'areaMu' | 'mode'>): string =>
  `${place} ${formatMu(areaMu)} ${muSign}${transferModes[mode]}`;

/** What stands above every form of a case: which case it is, and the way back. */
export function transferHead(facts: TransferFacts, me: Actor): ActHead {
  const { record } = facts;
  const href = `/transfers/${record.id}`;
  return {
    trail: { href, label: record.number ?? headWords.draft },
    facts: [
      { label: headWords.case, value: transferTitle(record), href },
      { label: headWords.transferor, value: transferorFor(facts, me), href: '' },
      { label: headWords.transferee, value: record.transfereeName, href: '' },
    ],
    back: { href, label: headWords.back },
  };
}

/** The other side knows the household by its family name, as everywhere. */
function transferorFor(facts: TransferFacts, me: Actor): string {
  const { transferorName } = facts.record;
  const own = me.kind === 'staff' || facts.consents.some((each) => isTheirs(each, me));
  return own ? transferorName : maskTransferor(transferorName);
}
