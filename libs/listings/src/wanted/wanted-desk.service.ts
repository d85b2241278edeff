import { Injectable } from '@nestjs/common';
import { type DivisionCode, type RightKind, addDays, mu, speaksFor, startOf, yuan } from '#kernel';
import { Numbers } from '#papers';
import { type PartyRow, PartiesService, publicName } from '#parties';
import { type Act, type Elsewhere, ParameterStore, type Tx, refuseFaults } from '#platform';
import { purposeVerdict } from '#rights';
import { listingFaults, wrong } from '../listing.problems.js';
import { mustBePublic } from '../public-words.js';
import { kindRules } from '../right-kinds.rules.js';
import { neverTraded } from '../right-kinds.words.js';
import { Wanted } from './wanted.entity.js';
import type { WantedInput, WantedReasonInput } from './wanted.input.js';
import { wantedFaults as faults, wantedProblems } from './wanted.problems.js';
import type { WantedFacts } from './wanted.rules.js';
import { type WanterKind, wantedWritten } from './wanted.words.js';
import { wantedWorkflow } from './wanted.workflow.js';

/** 求租：who looks for land says so, the town checks it, everybody reads it. */
@Injectable()
export class WantedDesk {
  constructor(
    private readonly parties: PartiesService,
    private readonly parameters: ParameterStore,
    private readonly numbers: Numbers,
  ) {}

  /** The party is locked, so of several that are written at once none passes the bound. */
  async enter(act: Act, _none: object, input: WantedInput): Promise<Elsewhere> {
    const partyId = speaksFor(act.actor);
    if (partyId === null) throw wantedProblems.nobody();
    const { wantedOpenMost } = await this.parameters.at(act.tx, act.today);
    await act.tx.query('SELECT 1 FROM party WHERE id = $1 FOR UPDATE', [partyId]);
    const [row] = (await act.tx.query(
      `SELECT count(*)::int AS open FROM wanted WHERE party_id = $1 AND state IN ('draft', 'checking', 'published')`,
      [partyId],
    )) as { open: number }[];
    const open = row?.open ?? 0;
    if (open >= wantedOpenMost) throw wantedProblems.tooMany({ detail: faults.tooMany(open) });
    const columns = await this.columnsOf(act.tx, input);
    const party = await this.parties.get(partyId, act.tx);
    const record = await act.open(
      wantedWorkflow,
      Wanted,
      {
        ...{ ...columns, partyId, wanter: publicName(party), wanterKind: wanterOf(party), number: null },
        ...{ rulesDay: act.today, reason: null, publishedAt: null, endsOn: null },
        ...{ createdAt: act.now, createdAccountId: act.actor.accountId },
      },
      { action: 'enter', label: wantedWritten },
    );
    return { id: record.id };
  }

  async revise(act: Act, { record, belongsTo }: WantedFacts, input: WantedInput): Promise<void> {
    if (!belongsTo(act.actor)) throw wantedProblems.notFound();
    if (record.state !== 'draft') throw wantedProblems.notEditable();
    const columns = await this.columnsOf(act.tx, input);
    await act.tx.update(Wanted, { id: record.id }, { ...columns, revision: record.revision + 1 });
    await act.note('wanted', record);
  }

  async submit(act: Act, facts: WantedFacts): Promise<void> {
    facts.record.number ??= await this.numbers.ofProject(act, facts.record.officeCode, 'W');
    await act.keep(Wanted, facts.record.id, { number: facts.record.number, reason: null });
    await act.take(wantedWorkflow, facts, 'submit');
  }

  /** Written before the step, since the database asks for its day in the state that has one. */
  async publish(act: Act, facts: WantedFacts): Promise<void> {
    const { record, parameters } = facts;
    const endsOn = addDays(act.today, parameters.wantedDays);
    Object.assign(record, { publishedAt: act.now, endsOn });
    await act.tx.update(Wanted, { id: record.id }, { publishedAt: act.now, endsOn });
    await act.take(wantedWorkflow, facts, 'publish');
    await act.keep(Wanted, record.id, { dueAt: startOf(addDays(endsOn, 1)) });
  }

  async return(act: Act, facts: WantedFacts, { reason }: WantedReasonInput): Promise<void> {
    await this.say(act, facts, reason);
    await act.take(wantedWorkflow, facts, 'return', { remark: reason });
  }

  async withdraw(act: Act, facts: WantedFacts): Promise<void> {
    await act.take(wantedWorkflow, facts, 'withdraw');
  }

  async takeDown(act: Act, facts: WantedFacts, { reason }: WantedReasonInput): Promise<void> {
    await this.say(act, facts, reason);
    await act.take(wantedWorkflow, facts, 'take_down', { remark: reason });
  }

  /** By the clock, when its days are over. */
  async expire(act: Act, facts: WantedFacts): Promise<void> {
    await act.take(wantedWorkflow, facts, 'expire');
  }

  private async say(act: Act, { record }: WantedFacts, reason: string): Promise<void> {
    record.reason = reason;
    await act.tx.update(Wanted, { id: record.id }, { reason });
  }

  private async columnsOf(tx: Tx, input: WantedInput) {
    const { kind: said, areaFrom, areaTo, landClass, purpose, priceYuan, yearsLeast, remark } = input;
    if (said in neverTraded) throw wrong(listingFaults.neverTraded(said as keyof typeof neverTraded));
    const kind = said as RightKind;
    mustBePublic({ remark });
    refuseFaults(foreignFaults(kind, input));
    if (areaFrom && areaTo && Number(areaFrom) > Number(areaTo)) throw wantedProblems.areas();
    return {
      ...(await this.placeOf(tx, input)),
      ...{ kind, remark, landClass: landClass || null, purpose: purpose || null, yearsLeast: yearsLeast ?? null },
      ...{ areaFrom: areaFrom ? mu(areaFrom) : null, areaTo: areaTo ? mu(areaTo) : null },
      ...{ priceFen: priceYuan ? yuan(priceYuan) : null, priceUnit: unitOf(kind) },
    };
  }

  /** The town, and of it the villages that are named; the names of today. */
  private async placeOf(tx: Tx, { town, villages: said }: WantedInput) {
    const code = town.slice(0, 9).padEnd(12, '0');
    const asked = [...new Set(said.split(/[\s、，,；;]+/).filter((name) => name !== ''))];
    const found: { code: string; name: string }[] = await tx.query(
      `SELECT code, name FROM division WHERE left(code, 9) = left($1, 9) AND level IN ('town', 'village') AND valid_to IS NULL ORDER BY code`,
      [code],
    );
    const [own, ...known] = found;
    if (own?.code !== code) throw wrong(faults.noTown());
    const fits = asked.map((name) => ({ name, code: known.find((each) => isCalled(each.name, name))?.code }));
    refuseFaults(fits.flatMap((each) => (each.code === undefined ? [faults.noVillage(each.name, own.name)] : [])));
    const chosen = known.filter((each) => fits.some((fit) => fit.code === each.code));
    return {
      officeCode: code as DivisionCode,
      villages: chosen.map((each) => each.code),
      place: `${own.name}${chosen.map(({ name }) => name).join('、')}`,
    };
  }
}

/** People leave the last character out: 李家桥 is 李家桥村. */
const isCalled = (name: string, said: string): boolean => name === said || name.slice(0, -1) === said;

/** 求租 is renting: the unit in which the kind is let. */
const unitOf = (kind: RightKind) => kindRules[kind].passes.lease?.unit ?? 'year';

const wanterOf = ({ kind, bodyKind }: PartyRow): WanterKind => {
  if (kind !== 'body') return kind;
  return bodyKind === 'cooperative' || bodyKind === 'family_farm' || bodyKind === 'enterprise' ? bodyKind : 'other';
};

/** What a kind has not, and uses for which no land is let (承包法第三十八条第二项). */
function foreignFaults(kind: RightKind, { areaFrom, areaTo, landClass, purpose }: WantedInput) {
  const { parcels, fields } = kindRules[kind];
  const filled = Object.entries({ areaFrom, areaTo }).flatMap(([name, value]) => (value ? [name] : []));
  const land = Object.entries({ landClass, purpose }).flatMap(([name, value]) => (value ? [name] : []));
  const verdict = purpose && parcels ? purposeVerdict(purpose, landClass ?? '', false) : null;
  return [
    ...(parcels || 'areaMu' in fields ? [] : filled.map((name) => faults.noArea(kind, name))),
    ...(parcels ? [] : land.map((name) => faults.noLand(kind, name))),
    ...(verdict && !verdict.allowed ? [faults.never(verdict.reason, verdict.article)] : []),
  ];
}
