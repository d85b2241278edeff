import { Injectable } from '@nestjs/common';
import { addMinutes, at, timeOf, momentAt } from '#kernel';
import { Draws } from '#inspections';
import { type Act, Calendars, ParameterStore } from '#platform';
import { Auction } from './auction.entity.js';
import type { AuctionFacts } from './auction.facts.js';
import { auctionEvents } from './auction.words.js';
import { auctionWorkflow } from './auction.workflow.js';
import type { Attempt } from './bids/attempt.js';
import { BidEngine } from './bids/bid-engine.js';
import type { EntryKind } from './bids/book.js';
import { EntryClock } from './bids/entry-clock.js';

/** A lot that was held up runs on for so many minutes at least (平台规则：恢复后再延5分钟). */
export const graceMinutes = 5;

/** What the exchange does in the course of an auction: each leaves a line of its own among the bids. */
@Injectable()
export class AuctionCourse {
  constructor(
    private readonly engine: BidEngine,
    private readonly clock: EntryClock,
    private readonly calendars: Calendars,
    private readonly parameters: ParameterStore,
    private readonly draws: Draws,
  ) {}

  async start(act: Act, facts: AuctionFacts): Promise<void> {
    await act.take(auctionWorkflow, facts, 'start');
  }

  /** 中止：what entered before this moment still counts. */
  async suspend(act: Act, facts: AuctionFacts, reason: string): Promise<void> {
    const suspendedFrom = facts.record.state;
    await act.take(auctionWorkflow, facts, 'suspend', { remark: reason });
    await act.keep(Auction, facts.record.id, { suspendedFrom });
    await this.engine.record(act.tx, this.own('suspension', facts));
  }

  /** 恢复：with the time that was left, and five minutes at least; one that had not begun begins when that can be announced again. */
  async resume(act: Act, facts: AuctionFacts): Promise<void> {
    const { record } = facts;
    const now = this.clock.now();
    const began = record.suspendedFrom === 'running';
    await act.take(auctionWorkflow, facts, 'resume', { before: record.suspendedFrom ?? 'running' });
    await act.keep(Auction, record.id, { suspendedFrom: null, dueAt: began ? null : record.startsAt });
    const book = (await this.engine.locked(act.tx, [record.id])).get(record.id);
    if (!book) return;
    const left = book.endsAt - (book.pauses.at(-1)?.from ?? now.getTime());
    // Who halts a lot after its end halts the result, and opens no bidding again.
    const runsOn = began && left > 0;
    const until = runsOn ? now.getTime() + Math.max(left, graceMinutes * 60_000) : book.endsAt;
    await this.engine.record(act.tx, { ...this.own('resumption', facts), until });
    if (!began && record.startsAt <= now) await this.reschedule(act, facts);
  }

  /** Another start, announced as the first was. */
  async reschedule(act: Act, facts: AuctionFacts): Promise<void> {
    const { record } = facts;
    const { bidNoticeWorkingDays } = await this.parameters.at(act.tx, record.rulesDay);
    const calendar = await this.calendars.at(act.tx, record.officeCode);
    const startsAt = at(calendar.after(act.today, bidNoticeWorkingDays).lastDay, timeOf(record.startsAt));
    const later = startsAt.getTime() - record.startsAt.getTime();
    await act.take(auctionWorkflow, facts, 'reschedule', { detail: { startsAt: startsAt.toISOString() } });
    const book = (await this.engine.locked(act.tx, [record.id])).get(record.id);
    if (!book) return;
    await this.engine.record(act.tx, { ...this.own('rescheduling', facts), until: book.endsAt + later });
    const freeUntil = addMinutes(record.freeUntil, later / 60_000);
    await act.keep(Auction, record.id, { startsAt, freeUntil, dueAt: startsAt });
  }

  async terminate(act: Act, facts: AuctionFacts, reason: string): Promise<void> {
    await act.take(auctionWorkflow, facts, 'terminate', { remark: reason });
    await this.draws.cancel(act, 'auction', facts.record.id, reason);
    const book = (await this.engine.locked(act.tx, [facts.record.id])).get(facts.record.id);
    if (book?.closedAt === null) await this.engine.record(act.tx, this.own('closing', facts));
  }

  /** The service was away in the last minutes: the lot runs on until it is back and five minutes. */
  async makeUp(act: Act, facts: AuctionFacts): Promise<void> {
    const until = this.clock.now().getTime() + graceMinutes * 60_000;
    await this.engine.record(act.tx, { ...this.own('outage', facts), until });
    await act.note('auction', facts.record, {
      action: 'outage',
      label: auctionEvents.outage,
      detail: { until: momentAt(until).toISOString() },
    });
  }

  /** A line of the exchange's own. */
  own(kind: EntryKind, { record }: AuctionFacts): Attempt {
    const none = { number: null, amountFen: null, said: '', via: null, key: null, asked: null };
    return { auctionId: record.id, kind, stamp: this.clock.stamp(), ...none };
  }
}
