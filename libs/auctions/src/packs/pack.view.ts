import { fen } from '#kernel';
import { type Of, stateWords, value, view } from '#platform';
import type { Auction } from '../auction.entity.js';
import { auctionWorkflow } from '../auction.workflow.js';
import type { PackFacts } from './pack-facts.service.js';
import { packParts as parts } from './pack.words.js';
import { packedResult } from './packed.js';

/** The replay pack of an auction: what is in it, where it is, and with what anybody verifies it. */
export const packView = view(
  'AuctionPack',
  {
    auctionId: value.id(),
    listingNumber: value.text(parts.listingNumber),
    thing: value.text(parts.thing),
    state: value.code(stateWords(auctionWorkflow), parts.state),
    attempts: value.count(parts.attempts),
    batches: value.count(parts.batches),
    bidders: value.count(parts.bidders),
    isDrawn: value.flag(parts.isDrawn),
    winner: value.maybe(value.count(parts.winner)),
    priceFen: value.maybe(value.fen(parts.priceFen)),
    endsAt: value.text(parts.endsAt),
    file: value.href(parts.file),
    verifier: value.href(parts.verifier),
    verifierPage: value.href(parts.verifierPage),
    keySet: value.href(parts.keySet),
  },
  parts.title,
);
export type PackView = Of<typeof packView>;

export function packOf(record: Auction, facts: PackFacts): PackView {
  const { id, listingNumber, thing, state } = record;
  const { winner, priceFen, endsAt } = packedResult(record, facts);
  return {
    ...{
      auctionId: id,
      listingNumber,
      thing,
      state,
      winner,
      endsAt,
      priceFen: priceFen === null ? null : fen(priceFen),
    },
    ...{ attempts: facts.attempts.length, batches: facts.batches.length, bidders: facts.bidders.length },
    ...{ isDrawn: facts.draw !== null, file: `/auctions/${id}/pack.jsonl` },
    ...{
      verifier: '/auctions/verifier.mjs',
      verifierPage: '/auctions/verifier.html',
      keySet: '/.well-known/jwks.json',
    },
  };
}
