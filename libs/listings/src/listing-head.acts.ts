import { formatMu } from '#kernel';
import type { ActHead } from '#platform';
import type { ListingFacts } from './listing.facts.js';

/** What stands above the forms of a lot. */
export function listingHead({ record }: ListingFacts): ActHead {
  const href = `/listings/${record.id}`;
  const name = record.own.name ? `${record.place} ${record.own.name}` : `${record.place} ${formatMu(record.areaMu)} 亩`;
  return {
    trail: { href, label: record.number ?? '草稿' },
    facts: [{ label: '挂牌', value: name, href }],
    back: { href, label: '回这宗挂牌' },
  };
}
