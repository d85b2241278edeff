import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type FieldError, canonical, dayOf, identityNumber, isDay, maskIdentity } from '#kernel';
import { type Paper, type PaperKind, type PaperViews, PapersService } from '#papers';
import { MandatesService, PartiesService, ConsentsService, consentMethods, statementHash } from '#parties';
import { actWithin, Database, type Tx, inputProblem, record } from '#platform';
import { CaseFacts } from '../facts/case-facts.service.js';
import { aboutCase } from '../papers/case-letters.service.js';
import { consentText } from '../papers/consent.words.js';
import { landView, priceText, useText } from '../papers/deal.view.js';
import type { MandateFormInput } from '../drafts/mandate.input.js';
import { PaperParties } from '../papers/paper-parties.service.js';
import { type SheetNoun, maySheet } from './sheet-forms.js';
import type { ConsentSheetInput, IntentSheetInput, MandateRevocationInput } from './sheet.input.js';
import { StageRecords } from '../papers/stage-records.service.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferModes } from '../transfer.entity.js';
import { transferProblems } from '../transfer.problems.js';

/** Who stands on a sheet. */
@Injectable()
export class SheetDesk {
  constructor(
    readonly names: PaperParties,
    readonly parties: PartiesService,
    readonly consents: ConsentsService,
    readonly mandates: MandatesService,
    readonly records: StageRecords,
  ) {}
}

const fault = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail });

/** Sheets to be signed on paper, and letters a desk gives out: each numbered, kept, and printed again as it was. */
@Injectable()
export class SheetsService {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly papers: PapersService,
    private readonly desk: SheetDesk,
    private readonly clock: Clock,
  ) {}

  /** 共有人同意书 of one household: who has consented and how, and an open line for who has not. */
  consent(id: string, input: ConsentSheetInput, me: Actor): Promise<Paper> {
    return this.issue(id, 'consent-sheets', 'consent', me, async (tx, facts) => {
      const own = part(facts, input.householdId);
      const members = await this.desk.parties.members([input.householdId], tx);
      const given = await this.desk.consents.standing('transfer', id, tx);
      const statement = consentText(facts, input.householdId);
      return {
        ...landView(own),
        household: own.parcels[0]?.grantorName ?? '',
        contractCode: unique(own.parcels.map((parcel) => parcel.contractCode)).join('、'),
        transferee: facts.record.transfereeName,
        mode: transferModes[facts.record.mode],
        term: { from: facts.term.start, to: facts.term.end },
        price: priceText(facts.record.priceFen),
        use: useText(facts),
        members: members
          .filter((member) => member.coRight)
          .map((member) => this.desk.parties.memberView(member))
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
  mandate(id: string, input: MandateFormInput, me: Actor): Promise<Paper> {
    const today = dayOf(this.clock.now());
    const read = identityNumber(input.agentIdNumber, today);
    const faults: FieldError[] = [];
    if (!read.ok) faults.push(fault('agentIdNumber', read.reason));
    if (!isDay(input.validTo) || input.validTo < today)
      faults.push(fault('validTo', '委托的最后一天不对，不能早于今天'));
    if (faults.length > 0 || !read.ok) throw inputProblem(faults);
    return this.issue(id, 'mandate-sheets', 'mandate', me, async (tx, facts) => {
      const own = part(facts, input.householdId);
      const principal = await this.desk.names.partyOf(tx, input.householdId);
      const household = facts.consents.find((each) => each.householdId === input.householdId);
      return {
        ...landView(own),
        principal: principal.name,
        principalId: principal.number,
        agent: input.agentName.trim(),
        agentId: maskIdentity(read.number),
        mode: transferModes[facts.record.mode],
        term: { from: facts.term.start, to: facts.term.end },
        minimumFenPerMuYear: String(facts.record.priceFen),
        settlement: facts.record.payment,
        fixtures: '无',
        maySign: input.powers === 'negotiate_and_sign',
        mayRemandate: false,
        validity: { from: today, to: input.validTo },
        members: (household?.members ?? []).filter((member) => member.coRight).map((member) => member.name),
        readAloudBy: input.readAloud === 'yes' ? me.name : '',
        witness: input.witness ?? '',
      };
    });
  }

  /** 意向协议书 between the transferee and one transferor: comes before the licence for outside capital (流转办法第29条). */
  intent(id: string, input: IntentSheetInput, me: Actor): Promise<Paper> {
    return this.issue(id, 'intent-sheets', 'intent', me, async (tx, facts) => {
      const { validUntil } = input;
      if (!isDay(validUntil) || validUntil < dayOf(this.clock.now()) || validUntil >= facts.term.start)
        throw inputProblem([fault('validUntil', '有效期从今天起，最晚到流转开始的前一天')]);
      const own = part(facts, input.householdId ?? facts.parcels[0]?.grantorId ?? '');
      const [lessor, lessee] = [
        await this.desk.names.partyOf(tx, own.parcels[0]?.grantorId ?? ''),
        await this.desk.names.partyOf(tx, facts.record.transfereeId),
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
        mode: transferModes[facts.record.mode],
        term: { from: facts.term.start, to: facts.term.end },
        price: priceText(facts.record.priceFen),
        use: useText(facts),
        validUntil,
        exclusive: input.exclusive === 'yes',
        signWithinDays: String(facts.parameters.signingWorkingDays),
      };
    });
  }

  /** 风险保障金退还通知书: what was held, what was taken from it and why, and what goes back where. */
  release(id: string, me: Actor): Promise<Paper> {
    return this.issue(id, 'release-notices', 'deposit_release', me, async (tx, facts) => {
      const depositId = facts.deposit?.id ?? '';
      const [deposit, flows, slips] = [
        await this.desk.records.deposit(tx, depositId),
        await this.desk.records.outflows(tx, depositId),
        await this.desk.records.slips(tx, depositId),
      ];
      if (!flows.some((flow) => flow.kind === 'release'))
        throw transferProblems.sheetNotNow({ detail: '退还还没有批准，批准后再出通知书。' });
      const released = flows.filter((flow) => flow.kind === 'release');
      return {
        caseNumber: facts.record.number ?? '',
        addressee: facts.record.transfereeName,
        contractNumber: facts.record.contractNumber ?? '',
        heldFen: String(slips.reduce((sum, slip) => sum + Number(slip.amountFen), 0)),
        deductions: flows
          .filter((flow) => flow.kind === 'claim')
          .map((flow) => ({ reason: flow.reason, fen: String(flow.amountFen), payee: flow.payee })),
        releasedFen: String(released.reduce((sum, flow) => sum + Number(flow.amountFen), 0)),
        account: unique(released.map((flow) => `${flow.payee}，${flow.bank}，尾号 ${flow.tail}`)).join('；'),
        basis: deposit.legalBasis,
        desk: await this.desk.names.desk(facts),
      };
    });
  }

  /** The principal takes a letter back at any time (民法典第一百七十三条). */
  async revoke(id: string, input: MandateRevocationInput, me: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const facts = await this.allowed(tx, id, 'mandate-revocations', me);
      const mandate = facts.mandates.find((each) => each.id === input.mandateId);
      if (!mandate) throw transferProblems.notFound();
      await this.desk.mandates.revoke(actWithin(tx, me, this.clock.now()), mandate.id, input.reason);
      const act = {
        subject: 'transfer',
        subjectId: id,
        action: 'mandate-revoked',
        officeCode: facts.record.officeCode,
      };
      const label = `撤销给${mandate.agentName}的委托书`;
      await record(tx, { ...act, label, remark: input.reason, detail: { mandate: mandate.id } }, me, this.clock.now());
    });
  }

  /** A sheet that would say what the last one says is that one: numbers are for papers that differ. */
  private async issue<Kind extends PaperKind>(
    id: string,
    noun: SheetNoun,
    kind: Kind,
    me: Actor,
    view: (tx: Tx, facts: TransferFacts) => Promise<PaperViews[Kind]>,
  ): Promise<Paper> {
    return this.database.transaction(async (tx) => {
      const facts = await this.allowed(tx, id, noun, me);
      const made = JSON.parse(JSON.stringify(await view(tx, facts))) as PaperViews[Kind];
      const before = (await this.papers.of(tx, 'transfer', id)).find(
        (paper) => paper.kind === kind && paper.voidedAt === null && canonical(paper.view) === canonical(made),
      );
      if (before) return before;
      return this.papers.issue(actWithin(tx, me, this.clock.now()), { kind, view: made, ...aboutCase(facts) });
    });
  }

  private async allowed(tx: Tx, id: string, noun: SheetNoun, me: Actor): Promise<TransferFacts> {
    const facts = await this.cases.locked(tx, id, me);
    if (!maySheet(facts, noun, me)) throw transferProblems.sheetNotNow();
    return facts;
  }
}

/** The case as far as one transferor's land goes. */
function part(facts: TransferFacts, grantorId: string): TransferFacts {
  const parcels = facts.parcels.filter((parcel) => parcel.grantorId === grantorId);
  if (parcels.length === 0) throw transferProblems.notFound();
  return { ...facts, parcels };
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');
