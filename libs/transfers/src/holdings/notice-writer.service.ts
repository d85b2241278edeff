import { Injectable } from '@nestjs/common';
import { within } from '#kernel';
import { type NoticeDraft, NoticesService, noticeSheet } from '#notices';
import { OfficesService } from '#offices';
import { PartiesService } from '#parties';
import type { Act, Tx } from '#platform';
import { TransferSketch } from '../views/land-sketch.service.js';
import { TransferPapers } from '../letters/transfer-papers.service.js';
import { PaperParties } from '../letters/paper-parties.service.js';
import { basisOf, boardName, countyHall, hallName, termsOf, whereToAsk } from './notice.letter.js';
import type { TransferFacts } from '../transfer.facts.js';

/** Writes the public notice of an approved case. */
@Injectable()
export class NoticeWriter {
  constructor(
    private readonly notices: NoticesService,
    private readonly offices: OfficesService,
    private readonly parties: PartiesService,
    private readonly sketches: TransferSketch,
    private readonly papers: TransferPapers,
    private readonly names: PaperParties,
  ) {}

  /** Publishes; after a recall, as a new version with a full new period. */
  async publish(act: Act, facts: TransferFacts): Promise<void> {
    const draft = await this.draft(act.tx, facts);
    const notice = await this.notices.draft(act, draft);
    await this.notices.publish(act, notice.id);
    const board = {
      ...(await this.notices.onBoard(act.tx, notice.id)),
      workingDays: facts.parameters.noticeWorkingDays,
    };
    const of = { facts, number: board.notice.number ?? '' };
    await this.papers.issueOn(act, noticeSheet, of, board, await this.names.desk(facts), act.today);
  }

  private async draft(tx: Tx, facts: TransferFacts): Promise<NoticeDraft> {
    const { record } = facts;
    const [town, county] = [within(record.officeCode, 'town'), within(record.officeCode, 'county')];
    const names = await this.offices.names();
    const desk = await this.offices.get(town);
    const transferee = await this.parties.get(record.transfereeId, tx);
    const map = await this.sketches.page(tx, facts);
    return {
      subject: 'transfer',
      subjectId: record.id,
      caseNumber: record.number ?? '',
      issuerCode: record.issuerCode,
      kind: record.renewsId ? 'renewal' : record.kind === 'collective' ? 'collective' : 'household',
      villages: [
        {
          code: record.officeCode,
          name: names.short(record.officeCode),
          board: boardName(names.short(record.officeCode)),
        },
      ],
      town: { code: town, name: names.short(town), screen: hallName(desk.name) },
      county: { code: county, name: names.short(county), screen: countyHall },
      rulesDay: record.rulesDay,
      terms: termsOf(facts, transferee.kind !== 'body'),
      basis: basisOf(facts, names.short(town)),
      where: whereToAsk(desk),
      workingDays: facts.parameters.noticeWorkingDays,
      map: map as unknown as NoticeDraft['map'],
    };
  }
}
