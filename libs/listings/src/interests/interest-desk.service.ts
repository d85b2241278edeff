import { Injectable } from '@nestjs/common';
import { type Actor, clockActor, reaches, speaksFor, within, yuan } from '#kernel';
import { DepositsService } from '#deposits';
import { OfficesService } from '#offices';
import { PartiesService } from '#parties';
import { type Act, type Elsewhere, Files, type Heard, type Sound, Steps, type Tx, isFaulty } from '#platform';
import { transfereeKindOf } from '#transfers';
import { InterestSurroundings } from './interest-facts.service.js';
import { Interest } from './interest.entity.js';
import type { InterestInput, InterestRefusalInput, PriorityInput } from './interest.input.js';
import { interestFaults, interestProblems } from './interest.problems.js';
import { type InterestFacts, priorityOpen } from './interest.rules.js';
import { barredWords, bars } from './standing-bar.rules.js';
import { interestWorkflow } from './interest.workflow.js';
import { standingBar } from './interests.queries.js';
import { type BiddingRules, biddingRulesOf } from '../bidding/bidding-rules.js';
import type { Listing } from '../listing.entity.js';
import type { ListingFacts } from '../listing.facts.js';
import { interestLines } from '../listing.words.js';
import { yearlyOf } from '../lot-price.js';

/** Who wants a lot: whoever speaks for himself, or whom the town's trade desk names from a letter. */
const takerOf = (actor: Actor, lot: Listing, party: string | undefined): string | null =>
  speaksFor(actor) ?? (reaches(actor, lot.officeCode, 'town_trade') ? (party ?? null) : null);

/** 报名：who wants a lot registers, and is asked for the deposit in the same act. */
@Injectable()
export class InterestDesk {
  constructor(
    private readonly parties: PartiesService,
    private readonly deposits: DepositsService,
    private readonly around: InterestSurroundings,
    private readonly files: Files,
    private readonly offices: OfficesService,
    private readonly steps: Steps,
  ) {}

  async register(act: Act, { record: lot, term }: ListingFacts, input: InterestInput): Promise<Elsewhere> {
    const { tx, actor } = act;
    if (lot.state !== 'listed' || (lot.dueAt !== null && act.now >= lot.dueAt)) throw interestProblems.closed();
    const offerFen = yuan(input.offerYuan);
    const partyId = takerOf(actor, lot, input.party);
    if (partyId === null) throw interestFaults.nobody();
    const bar = await standingBar(tx, partyId);
    if (bars(bar, act.today)) throw interestProblems.barred({ detail: barredWords(bar.untilDay) });
    if (!(await this.around.account(tx, lot.officeCode))) throw interestProblems.noAccount();
    const party = await this.parties.get(partyId, tx);
    const member = await this.parties.belongsTo(party, lot.issuerCode, tx);
    const transfereeKind = member ? 'member' : transfereeKindOf(party.bodyKind);
    const columns = {
      ...{ listingId: lot.id, listingNumber: lot.number ?? '', officeCode: lot.officeCode, rulesDay: lot.rulesDay },
      ...{ place: lot.place, areaMu: lot.areaMu, partyId, partyName: party.name, transfereeKind, offerFen },
      ...{ ability: input.ability, credit: input.credit, depositFen: offerFen, reason: null },
      agentName: input.agent.trim() || null,
      priorityAsked: input.priority ?? null,
      // 登记簿里是本集体成员的，不用再证明.
      priority: member && input.priority === 'member' ? input.priority : null,
      priorityRefusal: null,
      ...{ registeredAt: act.now, registeredBy: actor.name },
    };
    const line = { action: 'register', label: interestLines.registered, detail: { lot: lot.number } };
    const record = await act.open(interestWorkflow, Interest, columns, line);
    const town = within(lot.officeCode, 'town');
    const deposit = await this.deposits.request(act, {
      // 竞价以前谁交了钱，镇里也不知道：the desk that books it is told the town and a code, no lot.
      ...{
        subject: 'interest',
        subjectId: record.id,
        caseNumber: '',
        place: await this.offices.placeName(town),
        purpose: 'bid',
      },
      ...{ officeCode: town, rulesDay: lot.rulesDay, payerPartyId: partyId, payerName: party.name },
      ...{ transfereeKind, annualRentFen: yearlyOf(lot), areaMu: lot.areaMu, term },
    });
    await act.tx.update(Interest, { id: record.id }, { depositFen: deposit.amountFen });
    const about = { subject: 'interest', subjectId: record.id, partyIds: [partyId] };
    for (const paper of input.papers ?? []) await this.files.attach(act, paper, { ...about, kind: 'identity' });
    if (input.authorization) await this.files.attach(act, input.authorization, { ...about, kind: 'authorization' });
    if (input.proof) await this.files.attach(act, input.proof, { ...about, kind: 'priority' });
    return { things: 'interests', id: record.id };
  }

  async registerFaults(
    { actor, tx }: Act,
    { record: lot, parameters }: ListingFacts,
    input: Sound<InterestInput>,
  ): Promise<Heard[]> {
    const { offerYuan, party } = input;
    const partyId = takerOf(actor, lot, party);
    const nobody = partyId === null && !isFaulty(input, 'party');
    return [
      ...(nobody ? [interestFaults.nobody()] : []),
      ...authorizationFaults(input),
      ...priorityFaults(input, biddingRulesOf(lot, parameters), await this.isMember(tx, lot, partyId)),
      ...(offerYuan && yuan(offerYuan) < lot.floorFen ? [interestFaults.belowFloor()] : []),
    ];
  }

  private async isMember(tx: Tx, lot: Listing, partyId: string | null): Promise<boolean> {
    return partyId !== null && this.parties.belongsTo(await this.parties.get(partyId, tx), lot.issuerCode, tx);
  }

  async verifyPriority(act: Act, { record }: InterestFacts, { answer, reason }: PriorityInput): Promise<void> {
    if (!priorityOpen(record)) throw interestProblems.answeredPriority();
    const found = answer === 'accepted' ? { priority: record.priorityAsked } : { priorityRefusal: reason ?? '' };
    Object.assign(record, found);
    await act.keep(Interest, record.id, found);
    await act.note('interest', record, { remark: reason ?? null, detail: { answer } });
  }

  verifyPriorityFaults(_act: Act, _facts: InterestFacts, input: Sound<PriorityInput>): Heard[] {
    const { answer, reason } = input;
    if (answer === 'refused' && !reason && !isFaulty(input, 'reason')) return [interestFaults.noRefusal()];
    return answer === 'accepted' && reason ? [interestFaults.reasonFor()] : [];
  }

  async qualify(act: Act, facts: InterestFacts): Promise<void> {
    await act.take(interestWorkflow, facts, 'qualify');
  }

  async refuse(act: Act, facts: InterestFacts, { reason }: InterestRefusalInput): Promise<void> {
    await act.take(interestWorkflow, facts, 'refuse', { remark: reason });
    await this.leave(act, facts, reason);
  }

  async withdraw(act: Act, facts: InterestFacts): Promise<void> {
    await act.take(interestWorkflow, facts, 'withdraw');
    await this.leave(act, facts, interestLines.left);
  }

  /** Whose bid won: he may still take part, or may again where who won before defaulted. */
  async win(act: Act, facts: InterestFacts): Promise<void> {
    await act.take(interestWorkflow, facts, facts.record.state === 'over' ? 'follow' : 'win');
  }

  /** Out, in the clock's name: the lot is another's, or over. What was paid goes back. */
  async out(act: Act, facts: InterestFacts, reason: string): Promise<void> {
    await act.as(clockActor).take(interestWorkflow, facts, 'finish', { remark: reason });
    await this.leave(act, facts, reason);
  }

  /** The lot is another's: whose deposit was not there in time, who may no longer take part, and who came too late. */
  async lose(act: Act, facts: InterestFacts, reason: string): Promise<void> {
    const { blockers } = this.steps.stepFor(interestWorkflow, facts, 'win', clockActor, act.now);
    const late = blockers.some(({ rule }) => rule === 'deposit-in-time');
    const [how, why] = late
      ? (['lapse', interestLines.unpaid] as const)
      : blockers.length > 0
        ? (['exclude', blockers.map(({ text }) => text).join('')] as const)
        : (['finish', reason] as const);
    await act.as(clockActor).take(interestWorkflow, facts, how, { remark: why });
    await this.leave(act, facts, why);
  }

  private async leave(act: Act, { record }: InterestFacts, reason: string): Promise<void> {
    record.reason = reason;
    await act.keep(Interest, record.id, { reason });
    await this.deposits.cancel(act, 'interest', record.id, reason);
  }
}

/** 法人由法定代表人办，派人的要有书面授权（民法典第六十一、一百六十五条）. */
function authorizationFaults(input: Sound<InterestInput>): Heard[] {
  const [agent, letter] = [Boolean(input.agent?.trim()), input.authorization !== undefined];
  if (agent === letter || isFaulty(input, 'agent') || isFaulty(input, 'authorization')) return [];
  return [agent ? interestFaults.noAuthorization() : interestFaults.noAgent()];
}

/** 优先权在报名时主张，由村集体证明；要在这宗挂牌的规则里有. */
function priorityFaults({ priority, proof }: Sound<InterestInput>, rules: BiddingRules, member: boolean): Heard[] {
  if (!priority) return proof ? [interestFaults.notAsked()] : [];
  if (!rules.priority.includes(priority)) return [interestFaults.noSuchPriority()];
  return proof || (priority === 'member' && member) ? [] : [interestFaults.noProof()];
}
