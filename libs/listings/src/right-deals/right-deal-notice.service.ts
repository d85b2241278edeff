import { Injectable } from '@nestjs/common';
import { formatYuan, within } from '#kernel';
import { type NoticeDraft, NoticesService } from '#notices';
import { OfficesService } from '#offices';
import { PapersService } from '#papers';
import { PartiesService } from '#parties';
import { type Act, ParameterStore, saidOf } from '#platform';
import { bare, boardName, countyHall, hallName, whereToAsk } from '#transfers';
import { moneyOf } from '../lot-price.js';
import { resultBasis, resultNotice } from './right-deal.letter.js';
import type { RightDealFacts } from './right-deal.rules.js';
import { yearlyWords } from './right-deal.words.js';
import { kindRules } from '../right-kinds.rules.js';
import { passingModes, priceUnits } from '../right-kinds.words.js';
import { RightFields } from '../right.input.js';

/** 成交结果公示: written, published, and taken down with its deal. */
@Injectable()
export class RightDealNotice {
  constructor(
    private readonly notices: NoticesService,
    private readonly offices: OfficesService,
    private readonly parties: PartiesService,
    private readonly papers: PapersService,
    private readonly parameters: ParameterStore,
  ) {}

  /** Publishes; after one that was taken down, as its next version with a full new period. */
  async publish(act: Act, facts: RightDealFacts): Promise<void> {
    const { record } = facts;
    const drafted = await this.notices.draft(act, await this.draft(act, facts));
    await this.notices.publish(act, drafted.id);
    const board = await this.notices.onBoard(act.tx, drafted.id);
    const { name, address, phone } = await this.offices.get(within(record.officeCode, 'town'));
    const about = { subject: 'right_deal', subjectId: record.id, officeCode: record.officeCode };
    const numbered = { ...about, number: board.notice.number ?? '', partyIds: [record.partyId] };
    await this.papers.issue(act, resultNotice, numbered, board, { name, address, phone }, act.today);
  }

  async takeDown(act: Act, { notice }: RightDealFacts, reason: string): Promise<void> {
    if (notice && !notice.down) await this.notices.withdraw(act, notice.id, reason);
  }

  private async draft({ tx }: Act, facts: RightDealFacts): Promise<NoticeDraft> {
    const { record, listing } = facts;
    const [town, county] = [within(record.officeCode, 'town'), within(record.officeCode, 'county')];
    const { resultNoticeWorkingDays: workingDays } = await this.parameters.at(tx, record.rulesDay);
    const names = await this.offices.names();
    const desk = await this.offices.get(town);
    const [holder, taker] = [
      await this.parties.get(listing.holderId ?? '', tx),
      await this.parties.get(record.partyId, tx),
    ];
    const village = names.short(record.officeCode);
    return {
      ...{ subject: 'right_deal', subjectId: record.id, caseNumber: record.listingNumber, kind: 'result' },
      ...{ issuerCode: listing.issuerCode, rulesDay: record.rulesDay, workingDays, map: null },
      villages: [{ code: record.officeCode, name: village, board: boardName(village) }],
      town: { code: town, name: names.short(town), screen: hallName(desk.name) },
      county: { code: county, name: names.short(county), screen: countyHall },
      terms: {
        ...termsOf(facts),
        transferors: [{ name: bare(holder.name), person: holder.kind !== 'body' }],
        transferee: { name: record.partyName, person: taker.kind !== 'body' },
      },
      basis: resultBasis(names.short(town), record),
      where: whereToAsk(desk),
    };
  }
}

/** What is posted of the deal beside its parties. */
function termsOf({ record, listing, term }: RightDealFacts) {
  const { kind, mode, own, priceUnit, payment, crops } = listing;
  const { yearlyFen } = moneyOf({ record: { ...listing, priceFen: record.priceFen }, term });
  const { name: _name, ...more } = own;
  return {
    thing: {
      name: record.thing,
      areaMu: record.areaMu,
      own: saidOf(RightFields, more).map(({ label, value }) => ({ label, value })),
    },
    parcels: [],
    mode: passingModes[mode],
    ...{ termStart: term.start, termEnd: kindRules[kind].passes[mode]?.forGood ? null : term.end },
    price: `${formatYuan(record.priceFen)} ${priceUnits[priceUnit]}`,
    yearly: priceUnit === 'mu_year' ? yearlyWords(yearlyFen) : '',
    ...{ payment, use: crops },
  };
}
