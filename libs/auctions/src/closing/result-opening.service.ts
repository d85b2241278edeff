import { Injectable } from '@nestjs/common';
import { fen, momentAt } from '#kernel';
import { Draws } from '#inspections';
import { type Act, ParameterStore, type Tx } from '#platform';
import { Auction } from '../auction.entity.js';
import type { AuctionFacts } from '../auction.facts.js';
import { drawTitle } from '../auction.words.js';
import { auctionWorkflow } from '../auction.workflow.js';
import { Bidders } from '../bidders/bidders.service.js';
import type { Book } from '../bids/book.js';
import { Receipts } from '../bids/receipts.service.js';
import { resultOf } from '../bids/result.js';

/** What came out, and whose the winning number is. */
@Injectable()
export class ResultOpening {
  constructor(
    private readonly bidders: Bidders,
    private readonly receipts: Receipts,
    private readonly draws: Draws,
    private readonly parameters: ParameterStore,
  ) {}

  async end(act: Act, facts: AuctionFacts, book: Book): Promise<void> {
    const { record } = facts;
    const endedAt = momentAt(book.endsAt);
    const quotes = await this.disclose(act.tx, record, book);
    const result = resultOf(book, record.reserveFen, quotes);
    if ('nobody' in result) {
      await act.keep(Auction, record.id, { endedAt, endedCode: result.nobody });
      await act.take(auctionWorkflow, facts, 'fail', { detail: { code: result.nobody } });
    } else if ('draw' in result) {
      await act.keep(Auction, record.id, { endedAt, priceFen: fen(result.priceFen) });
      await act.take(auctionWorkflow, facts, 'part', { detail: { numbers: result.draw, priceFen: result.priceFen } });
      await this.draw(act, record, result.draw);
    } else {
      await this.won(act, facts, { number: result.winner, priceFen: result.priceFen, endedAt });
      await act.take(auctionWorkflow, facts, 'sell', { detail: { number: result.winner, priceFen: result.priceFen } });
    }
  }

  /** Equal claims are drawn into first, second, third: who backs out is followed by the next (公布的江苏平台规则). */
  private async draw(
    act: Act,
    { id, rulesDay, officeCode, place, listingNumber }: Auction,
    numbers: readonly number[],
  ) {
    const { equalClaimsSeed: seedBy } = await this.parameters.at(act.tx, rulesDay);
    await this.draws.open(act, {
      ...{ subject: 'auction', subjectId: id, title: drawTitle(place, listingNumber), officeCode },
      ...{ labels: numbers.map(String), wanted: numbers.length, seedBy },
    });
  }

  /** The result opens whose the winning number is (法释〔2016〕18号第十八条). */
  async won(
    act: Act,
    { record }: AuctionFacts,
    to: { number: number; priceFen: number; endedAt: Date },
  ): Promise<void> {
    const { interestId } = await this.bidders.open(act.tx, record.id, to.number);
    const won = {
      winnerNumber: to.number,
      winnerInterestId: interestId,
      priceFen: fen(to.priceFen),
      endedAt: to.endedAt,
    };
    Object.assign(record, won);
    await act.tx.update(Auction, { id: record.id }, won);
  }

  /** Sealed quotes and maxima are opened, each in its place, so that a stranger can hash the receipts again. */
  private async disclose(tx: Tx, { id }: Auction, book: Book): Promise<Map<number, number>> {
    const sealed = await this.receipts.sealed(tx, id);
    if (sealed.length > 0)
      await tx.query(
        'INSERT INTO auction_opened_amount (auction_id, seq, amount_fen) SELECT $1, s, a FROM unnest($2::int[], $3::bigint[]) AS o (s, a)',
        [id, sealed.map(({ seq }) => seq), sealed.map(({ amountFen }) => amountFen)],
      );
    if (book.rules.mode !== 'sealed') return new Map();
    const taken = sealed.filter(({ kind, outcome }) => kind === 'bid' && outcome === 'accepted');
    return new Map(
      taken.flatMap(({ number, amountFen }) => (number === null || amountFen === null ? [] : [[number, amountFen]])),
    );
  }
}
