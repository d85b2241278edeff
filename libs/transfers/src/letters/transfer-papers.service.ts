import { Injectable } from '@nestjs/common';
import { canonical } from '#kernel';
import { EscrowAccounts } from '#ledger';
import { type Letter, type Paper, PapersService } from '#papers';
import { type Act, Deadlines, type EvidenceFile, Files, type Received, type Tx } from '#platform';
import { dealView, landView } from '../deal.view.js';
import type { TransferFacts } from '../transfer.facts.js';
import { TransferSketch } from '../views/land-sketch.service.js';
import { PaperParties } from './paper-parties.service.js';

/** Whose paper it is: the case's, kept at its office; every party to the case may look at it. */
export function aboutCase({ record, parties }: Pick<TransferFacts, 'record' | 'parties'>) {
  return { subject: 'transfer', subjectId: record.id, officeCode: record.officeCode, partyIds: [...parties] };
}

/** What a letter of a case may ask for beside the facts, read as it asks. */
export type Around = ReturnType<TransferPapers['around']>;

/** A letter about a case. */
export type CaseLetter<More extends readonly unknown[]> = Letter<[TransferFacts, Around, ...More]>;

/** How the letters of a case come about, in the acts that they tell of. */
@Injectable()
export class TransferPapers {
  constructor(
    private readonly papers: PapersService,
    private readonly names: PaperParties,
    private readonly sketches: TransferSketch,
    private readonly deadlines: Deadlines,
    private readonly files: Files,
    private readonly escrow: EscrowAccounts,
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

  /** A letter that is told of when the act is done. */
  async issue<More extends readonly unknown[]>(
    act: Act,
    letter: CaseLetter<More>,
    facts: TransferFacts,
    ...more: More
  ): Promise<void> {
    await this.papers.issueLast(act, letter, aboutCase(facts), facts, this.around(act, facts), ...more);
  }

  /** A letter of another lib about the case, its deal and its land; under a number that was given before, where there is one. */
  async issueOn<More extends readonly unknown[]>(
    act: Act,
    letter: Letter<[object, ...More]>,
    { facts, number }: { facts: TransferFacts; number?: string },
    ...more: More
  ): Promise<void> {
    const about = { ...aboutCase(facts), ...(number ? { number } : {}) };
    const deal = { ...dealView(facts), ...(await this.land(act.tx, facts)) };
    await this.papers.issueLast(act, letter, about, deal, ...more);
  }

  /** A letter whose number the act goes on with. */
  async numbered<More extends readonly unknown[]>(
    act: Act,
    letter: CaseLetter<More>,
    facts: TransferFacts,
    ...more: More
  ): Promise<Paper> {
    return this.papers.issue(act, letter, aboutCase(facts), facts, this.around(act, facts), ...more);
  }

  /** A sheet that would say what the last one says is that one: numbers are for papers that differ. */
  async once<More extends readonly unknown[]>(
    act: Act,
    letter: CaseLetter<More>,
    facts: TransferFacts,
    ...more: More
  ): Promise<Paper> {
    const says: unknown = letter.view(facts, this.around(act, facts), ...more);
    const view = JSON.parse(JSON.stringify(await says)) as object;
    const before = (await this.issued(act.tx, facts)).find(
      (paper) => paper.kind === letter.kind && paper.voidedAt === null && canonical(paper.view) === canonical(view),
    );
    return before ?? this.papers.issue(act, { ...letter, view: () => view }, aboutCase(facts));
  }

  /** The papers of the case so far, the oldest first. */
  async issued(tx: Tx, { record }: TransferFacts): Promise<Paper[]> {
    return this.papers.of(tx, 'transfer', record.id);
  }

  /** The case's parcels with their sketch. */
  async land(tx: Tx, facts: TransferFacts): Promise<ReturnType<typeof landView>> {
    return landView(facts, await this.sketches.paper(tx, facts));
  }

  around(act: Act, facts: TransferFacts) {
    const { tx, today } = act;
    const { id, officeCode, issuerCode } = facts.record;
    return {
      act,
      land: () => this.land(tx, facts),
      issued: () => this.issued(tx, facts),
      party: (partyId: string) => this.names.partyOf(tx, partyId),
      grantors: () => this.names.grantors(tx, facts),
      issuer: () => this.names.issuerName(tx, issuerCode),
      /** The exchange of the town, and the department where people are told to ask. */
      exchange: () => this.names.exchange(facts),
      desk: (department?: 'finance') => this.names.desk(facts, department),
      /** The clock that runs, and the last that a state of a record had. */
      due: async () => (await this.deadlines.running(tx, 'transfer', id))?.lastDay ?? null,
      dueOf: async (subject: string, subjectId: string, state: string) =>
        (await this.deadlines.of(tx, subject, subjectId)).findLast(({ kind }) => kind === `state:${state}`)?.lastDay ??
        null,
      files: (subject = 'transfer', subjectId = id) => this.files.of(tx, subject, subjectId),
      /** The town's escrow account; null on a letter that is issued before it is known. */
      account: async () => {
        const found = await this.escrow.inForce(tx, officeCode, today);
        return found ? { name: found.holder, number: found.number, bank: found.bank } : null;
      },
    };
  }
}
