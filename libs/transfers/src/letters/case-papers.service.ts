import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import type { CaseEndKind } from '#papers';
import { type Act, type EvidenceFile, Files, type Received, together } from '#platform';
import { CaseLetters } from './case-letters.service.js';
import { applicationView } from './application.view.js';
import { contractView } from './contract.view.js';
import { annualRent, dealView, wholeRent } from '../deal.view.js';
import { Transfer } from '../transfer.entity.js';
import { transferKinds } from '../transfer.words.js';
import type { TransferFacts } from '../transfer.facts.js';
import { PaperParties, bothSides } from './paper-parties.service.js';
import { ReviewPapers } from './review-papers.service.js';
import { StagePapers } from './stage-papers.service.js';
import { TermEndPapers } from './term-end-papers.service.js';

/** Every letter of the path, issued in the act that it tells of. */
@Injectable()
export class CasePapers {
  constructor(
    /** How a paper of the case comes about, and the land as papers show it. */
    readonly letters: CaseLetters,
    private readonly names: PaperParties,
    /** Letters of acceptance, correction, opinion and refusal. */
    readonly reviews: ReviewPapers,
    /** Papers on what other desks did. */
    readonly stages: StagePapers,
    /** Papers on how a right comes to its end. */
    readonly ends: TermEndPapers,
    private readonly files: Files,
  ) {}

  /** Keeps a scan with the case; whose paper it is, if it is not the actor's own, is said. */
  async attach(
    act: Act,
    { id }: { id: string },
    scan: Received,
    kind: string,
    partyIds?: readonly string[],
  ): Promise<EvidenceFile> {
    const exhibit = { subject: 'transfer', subjectId: id, kind, ...(partyIds ? { partyIds } : {}) };
    return this.files.attach(act, scan, exhibit);
  }

  async application(act: Act, facts: TransferFacts): Promise<void> {
    const { names, land } = await this.agreed(act, facts);
    const view = applicationView(facts, names, land);
    await this.letters.issue(act, 'application', facts, view);
  }

  /** The contract form of GF-2021-2606, filled in, to be signed on paper; its number is the contract's. */
  async contract(act: Act, facts: TransferFacts): Promise<string> {
    const { record } = facts;
    const before = (await this.letters.issued(act.tx, facts)).findLast(
      (each) => each.kind === 'contract' && !each.voidedAt,
    );
    if (before) return before.number;
    const lessee = await this.names.partyOf(act.tx, record.transfereeId);
    const view = contractView(
      facts,
      await this.names.grantors(act.tx, facts),
      lessee,
      await this.letters.land(act.tx, facts),
      await this.names.exchange(facts),
    );
    const paper = await this.letters.numbered(act, 'contract', facts, view);
    await act.tx.update(Transfer, { id: record.id }, { contractNumber: paper.number });
    record.contractNumber = paper.number;
    return paper.number;
  }

  async filing(act: Act, facts: TransferFacts, filedOn: Day): Promise<void> {
    await this.letters.issue(act, 'filing', facts, {
      ...dealView(facts),
      ...(await this.letters.land(act.tx, facts)),
      issuer: await this.names.issuerName(act.tx, facts.record.issuerCode),
      contractNumber: facts.record.contractNumber ?? '',
      signedOn: facts.record.signedOn ?? filedOn,
      filedOn,
      handler: act.actor.name,
    });
  }

  /** 交易鉴证书：proves the trade, when the right is recorded. */
  async attestation(act: Act, facts: TransferFacts): Promise<void> {
    const { record } = facts;
    const { names, land } = await this.agreed(act, facts);
    const { grantor, transferee, issuer } = names;
    const deal = dealView(facts);
    await this.letters.issue(act, 'attestation', facts, {
      ...land,
      projectNumber: record.number ?? '',
      product: `${record.place}${transferKinds[record.kind]}`,
      owner: issuer,
      transferor: record.transferorName,
      collective: record.kind === 'collective',
      transferorRepresentative: record.householdCount > 1 ? null : grantor.representative,
      transferee: record.transfereeName,
      transfereeId: transferee.number,
      transfereeRepresentative: transferee.representative,
      transfereeKind: record.transfereeKind,
      use: deal.use,
      term: deal.term,
      contractCertificate: facts.parcels
        .map((parcel) => parcel.contractCode)
        .filter(unique)
        .join('、'),
      mode: deal.mode,
      priceFen: deal.priceFen,
      totalFen: wholeRent(facts),
      contractNumber: record.contractNumber ?? '',
      signedOn: record.signedOn ?? act.today,
      payment: record.payment,
      yearlyFen: annualRent(facts),
    });
  }

  /** Who agreed on which land, asked at once. */
  private async agreed({ tx }: Act, facts: TransferFacts) {
    const { transfereeId, issuerCode } = facts.record;
    const { land, ...names } = await together({
      transferee: this.names.partyOf(tx, transfereeId),
      grantor: this.names.partyOf(tx, facts.parcels[0]?.grantorId ?? transfereeId),
      issuer: this.names.issuerName(tx, issuerCode),
      land: this.letters.land(tx, facts),
    });
    return { names, land };
  }

  /** 中止、撤回、失效：what became of the case and why. */
  async ended(
    act: Act,
    kind: CaseEndKind,
    facts: TransferFacts,
    { reason, rule, ...more }: { reason: string; rule: string; effect?: string; next?: string },
  ): Promise<void> {
    await this.letters.issue(act, kind, facts, {
      caseNumber: facts.record.number ?? '',
      addressee: bothSides(facts),
      place: facts.record.place,
      areaMu: facts.record.areaMu,
      reasons: [{ text: reason, rule }],
      ...more,
      desk: await this.names.desk(facts),
    });
  }
}

const unique = (text: string, index: number, all: readonly string[]): boolean =>
  text !== '' && all.indexOf(text) === index;
