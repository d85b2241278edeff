import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { PartiesService } from '#parties';
import { type Act, Database, type Elsewhere } from '#platform';
import { AuctionBidder } from '../auction.entity.js';
import { AuctionFinder } from '../auction-finder.service.js';
import { Bidders } from '../bidders/bidders.service.js';
import { AuctionUnsealing } from './unsealing.entity.js';
import type { UnsealingFacts } from './unsealing.facts.js';
import type { UnsealingInput } from './unsealing.input.js';
import { unsealingProblems } from './unsealing.problems.js';
import type { OpenedNumber, UnsealingTold } from './unsealing.view.js';
import { unsealingLines } from './unsealing.words.js';

/** Before the result two persons may open whose a number is; it is kept, and told to the bidders afterwards. */
@Injectable()
export class Unsealings {
  constructor(
    private readonly database: Database,
    private readonly finder: AuctionFinder,
    private readonly bidders: Bidders,
    private readonly parties: PartiesService,
  ) {}

  async ask(act: Act, { record }: UnsealingFacts, { number, reason, rule }: UnsealingInput): Promise<Elsewhere> {
    const asked = { auctionId: record.id, number: Number(number) };
    if (!(await act.tx.existsBy(AuctionBidder, asked))) throw unsealingProblems.noNumber();
    await act.tx.insert(AuctionUnsealing, {
      ...{ id: randomUUID(), ...asked, reason, rule, askedAt: act.now, askedBy: act.actor.name },
      ...{ askedAccountId: act.actor.accountId ?? '', openedAt: null, openedBy: null, openedAccountId: null },
    });
    await act.note('auction', record, { label: unsealingLines.asked, remark: reason, detail: { number, rule } });
    return { id: record.id, view: null };
  }

  async open(act: Act, { record, asked }: UnsealingFacts): Promise<Elsewhere> {
    if (!asked) throw unsealingProblems.notAsked();
    const { name: openedBy, accountId: openedAccountId } = act.actor;
    if (openedAccountId === asked.askedAccountId) throw unsealingProblems.samePerson();
    await act.tx.update(AuctionUnsealing, { id: asked.id }, { openedAt: act.now, openedBy, openedAccountId });
    const { number, reason, rule } = asked;
    await act.note('auction', record, { label: unsealingLines.opened, remark: reason, detail: { number, rule } });
    const { partyId } = await this.bidders.open(act.tx, record.id, number);
    const { name: party } = await this.parties.get(partyId, act.tx);
    return { id: record.id, view: { auctionId: record.id, number, party, reason } satisfies OpenedNumber };
  }

  async locked(act: Act, id: string): Promise<UnsealingFacts> {
    const facts = await this.finder.locked(act, id);
    const asked = await act.tx.findOneBy(AuctionUnsealing, { auctionId: id, openedAt: IsNull() });
    return { ...facts, asked };
  }

  async read(id: string): Promise<UnsealingFacts> {
    const facts = await this.finder.read(id);
    const asked = await this.database.reader.findOneBy(AuctionUnsealing, { auctionId: id, openedAt: IsNull() });
    return { ...facts, asked };
  }

  /** Both acts say what they have to say; there is nothing else to see. */
  async see(id: string): Promise<object> {
    return this.read(id);
  }

  /** What was opened before the result, told once that is there. */
  async told(auctionId: string): Promise<UnsealingTold[]> {
    const where = { auctionId, openedAt: Not(IsNull()) };
    const rows = await this.database.reader.find(AuctionUnsealing, { where, order: { openedAt: 'ASC' } });
    return rows.flatMap(({ number, reason, openedAt }) => (openedAt ? [{ number, reason, openedAt }] : []));
  }
}
