import { Injectable } from '@nestjs/common';
import { canonical, fen, maskIdentity } from '#kernel';
import { type Letter, type PaperViews, PapersService, paperLetters } from '#papers';
import { ConsentsService, PartiesService, cardNumber, consentMethods, statementHash } from '#parties';
import { type Act, type Elsewhere, inputProblem } from '#platform';
import { aboutCase } from '../letters/case-letters.service.js';
import { agentFields } from './transfer-mandates.service.js';
import { consentText } from '../consent.letter.js';
import { landView, useText } from '../deal.view.js';
import { PaperParties } from '../letters/paper-parties.service.js';
import { type SheetNoun, maySheet } from './sheet-forms.js';
import { printed } from './sheet-said.acts.js';
import { sheetFaults } from './sheet.problems.js';
import type { ConsentSheetInput, IntentSheetInput, MandateSheetInput } from './sheet.input.js';
import { StageRecords } from '../letters/stage-records.service.js';
import type { TransferFacts } from '../transfer.facts.js';
import { releaseNotApproved, transferProblems } from '../transfer.problems.js';

/** Sheets to be signed on paper, and letters a desk gives out: each numbered, kept, and printed again as it was. */
@Injectable()
export class SheetsService {
  constructor(
    private readonly papers: PapersService,
    private readonly names: PaperParties,
    private readonly parties: PartiesService,
    private readonly consents: ConsentsService,
    private readonly records: StageRecords,
  ) {}

  /** 共有人同意书 of one household: who has consented and how, and an open line for who has not. */
  consentSheet(act: Act, facts: TransferFacts, input: ConsentSheetInput): Promise<Elsewhere> {
    return this.issue(act, facts, 'consent-sheets', 'consent', async () => {
      const own = part(facts, input.householdId);
      const members = await this.parties.members([input.householdId], act.tx);
      const given = await this.consents.standing('transfer', facts.record.id, act.tx);
      const statement = consentText(facts, input.householdId);
      return {
        ...landView(own),
        household: own.parcels[0]?.grantorName ?? '',
        contractCode: unique(own.parcels.map((parcel) => parcel.contractCode)).join('、'),
        transferee: facts.record.transfereeName,
        mode: facts.record.mode,
        term: { from: facts.term.start, to: facts.term.end },
        priceFen: facts.record.priceFen,
        use: useText(facts),
        members: members
          .filter((member) => member.coRight)
          .map((member) => this.parties.memberView(member))
          .map((member) => {
            const found = given.find(
              (each) =>
                each.householdId === input.householdId &&
                each.personId === member.personId &&
                each.statementSha256 === statementHash(statement),
            );
            const method = found ? consentMethods[found.method] : '';
            return { name: member.name, relation: member.relation, id: member.identity, method };
          }),
        statement,
        witness: '',
      };
    });
  }

  /** 流转委托书, to be signed; it counts once its scan is registered. */
  mandateSheet(act: Act, facts: TransferFacts, input: MandateSheetInput): Promise<Elsewhere> {
    return this.issue(act, facts, 'mandate-sheets', 'mandate', async () => {
      const own = part(facts, input.householdId);
      const agent = await this.agentOf(act, input);
      const principal = await this.names.partyOf(act.tx, input.householdId);
      const household = facts.consents.find((each) => each.householdId === input.householdId);
      return {
        ...landView(own),
        principal: principal.name,
        principalId: principal.number,
        agent: agent.name,
        agentId: agent.number,
        mode: facts.record.mode,
        term: { from: facts.term.start, to: facts.term.end },
        minimumFenPerMuYear: facts.record.priceFen,
        settlement: facts.record.payment,
        maySign: input.powers === 'negotiate_and_sign',
        mayRemandate: false,
        validity: { from: act.today, to: input.validTo },
        members: (household?.members ?? []).filter((member) => member.coRight).map((member) => member.name),
        readAloudBy: input.readAloud === 'yes' ? act.actor.name : '',
        witness: input.witness ?? '',
      };
    });
  }

  /** Who is picked from the register, or as the card says; nobody is registered by a sheet. */
  private async agentOf(
    { tx, today }: Act,
    { agentId = '', agentName = '', agentIdNumber = '' }: MandateSheetInput,
  ): Promise<{ name: string; number: string }> {
    if (agentId !== '') return this.names.partyOf(tx, agentId);
    const read = cardNumber({ name: agentName, identityNumber: agentIdNumber }, agentFields, today);
    return { name: agentName.trim(), number: maskIdentity(read) };
  }

  /** 意向协议书 between the transferee and one transferor: comes before the licence for outside capital (流转办法第29条). */
  intentSheet(act: Act, facts: TransferFacts, input: IntentSheetInput): Promise<Elsewhere> {
    return this.issue(act, facts, 'intent-sheets', 'intent', async () => {
      const { validUntil } = input;
      if (validUntil >= facts.term.start) throw inputProblem([sheetFaults.validUntil()]);
      const own = part(facts, input.householdId ?? facts.parcels[0]?.grantorId ?? '');
      const [lessor, lessee] = [
        await this.names.partyOf(act.tx, own.parcels[0]?.grantorId ?? ''),
        await this.names.partyOf(act.tx, facts.record.transfereeId),
      ];
      const side = (party: typeof lessor) => ({
        ...party,
        idLabel: party.label,
        id: party.number,
        representativeId: '',
      });
      return {
        ...landView(own),
        lessor: side(lessor),
        lessee: side(lessee),
        mode: facts.record.mode,
        term: { from: facts.term.start, to: facts.term.end },
        priceFen: facts.record.priceFen,
        use: useText(facts),
        validUntil,
        exclusive: input.exclusive === 'yes',
        signWithinDays: facts.parameters.signingWorkingDays,
      };
    });
  }

  /** 风险保障金退还通知书: what was held, what was taken from it and why, and what goes back where. */
  releaseNotice(act: Act, facts: TransferFacts): Promise<Elsewhere> {
    return this.issue(act, facts, 'release-notices', 'deposit_release', async () => {
      const depositId = facts.deposit?.id ?? '';
      const [deposit, flows, slips] = [
        await this.records.deposit(act.tx, depositId),
        await this.records.outflows(act.tx, depositId),
        await this.records.slips(act.tx, depositId),
      ];
      if (!flows.some((flow) => flow.kind === 'release')) throw releaseNotApproved();
      const released = flows.filter((flow) => flow.kind === 'release');
      return {
        caseNumber: facts.record.number ?? '',
        addressee: facts.record.transfereeName,
        contractNumber: facts.record.contractNumber ?? '',
        heldFen: fen(slips.reduce((sum, slip) => sum + slip.amountFen, 0)),
        deductions: flows
          .filter((flow) => flow.kind === 'claim')
          .map((flow) => ({ reason: flow.reason, fen: flow.amountFen, payee: flow.payee })),
        releasedFen: fen(released.reduce((sum, flow) => sum + flow.amountFen, 0)),
        accounts: [
          ...new Map(released.map(({ payee, bank, tail }) => [`${bank} ${tail}`, { payee, bank, tail }])).values(),
        ],
        basis: deposit.legalBasis,
        desk: await this.names.desk(facts),
      };
    });
  }

  /** A sheet that would say what the last one says is that one: numbers are for papers that differ. */
  private async issue<Kind extends keyof PaperViews>(
    act: Act,
    facts: TransferFacts,
    noun: SheetNoun,
    kind: Kind,
    view: () => Promise<PaperViews[Kind]>,
  ): Promise<Elsewhere> {
    if (!maySheet(facts, noun, act.actor)) throw transferProblems.sheetNotNow();
    const made = JSON.parse(JSON.stringify(await view())) as PaperViews[Kind];
    const before = (await this.papers.of(act.tx, 'transfer', facts.record.id)).find(
      (paper) => paper.kind === kind && paper.voidedAt === null && canonical(paper.view) === canonical(made),
    );
    const letter = paperLetters[kind] as Letter<[object]>;
    const paper = before ?? (await this.papers.issue(act, letter, aboutCase(facts), made));
    return { id: facts.record.id, said: printed(letter.title, paper.number) };
  }
}

/** The case as far as one transferor's land goes. */
function part(facts: TransferFacts, grantorId: string): TransferFacts {
  const parcels = facts.parcels.filter((parcel) => parcel.grantorId === grantorId);
  if (parcels.length === 0) throw transferProblems.notFound();
  return { ...facts, parcels };
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');
