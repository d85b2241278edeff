import { Inject, Injectable } from '@nestjs/common';
import {
  type Actor,
  Clock,
  type Day,
  type Fen,
  type FieldError,
  type Mu,
  isDay,
  lastDayOf,
  perMuYear,
  sumDisplayed,
  yuan,
} from '#kernel';
import { Database, Shown, type Sound, Templates, type Typed, filled, formOf, leavesOf, sectionsOf } from '#platform';
import { plannedUses, purposeVerdict } from '#rights';
import { Applicants } from '../application/applicants.service.js';
import { modeFaults } from '../application/application-desk.service.js';
import { TownPrices } from '../facts/town-prices.service.js';
import { Transfer } from '../transfer.entity.js';
import { TermsInput, type TransfereeInput, nothingChosen, paymentWays, termsFaults } from '../transfer.input.js';
import { DraftLand, type Picked } from './draft-land.service.js';
import { stepPage } from './draft.head.js';
import { draftFaults } from './draft.problems.js';
import { type Draft, draftOf } from './draft.view.js';
import { namesTransferee, partIn, text, type OpenDraft } from './draft-content.js';

/** Step 3: how, how long, for how much and for what. */
@Injectable()
export class DraftTerms {
  constructor(
    private readonly land: DraftLand,
    private readonly prices: TownPrices,
    private readonly applicants: Applicants,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(Templates) private readonly templates: Templates,
  ) {}

  async show(draft: OpenDraft): Promise<Shown<Draft>> {
    const typed = draft.content.terms ?? {};
    const picked = await this.land.picked(draft);
    const today = this.clock.today();
    const end = earliestEnd(picked);
    const office = officeOf(picked);
    const { far } = await this.held(typed, office);
    const fields = formOf(TermsInput, {
      choices: {
        payment: waysOf(text(typed['payment'])),
        purpose: usesOf(picked),
      },
      hints: {
        'term.end': this.templates.text('transfers/hint-end', { end }),
        priceYuan: this.templates.text('transfers/hint-price', {
          paid: await this.prices.near(office, today),
          ...yearly(picked, text(typed['priceYuan'])),
        }),
      },
    });
    return new Shown(draftOf(draft), {
      ...stepPage(draft.id, 'terms'),
      sections: sectionsOf(fields.filter(({ name }) => name !== 'priceConfirmed' || far !== null)),
      values: leavesOf(typed),
    });
  }

  /** Everything that is wrong with this step: what its class says, and what today, the land and its contracts do. */
  async check(draft: OpenDraft, me: Actor): Promise<FieldError[]> {
    const typed = draft.content.terms ?? {};
    const picked = await this.land.picked(draft);
    const { faults } = await filled(TermsInput, typed, this.clock.today());
    const { start } = partIn(typed, 'term');
    const end = isDay(start) ? lastDayOf(start, text(partIn(typed, 'term')['end'])) : '';
    const days = { term: { start: text(start), end }, handoverOn: text(typed['handoverOn']) };
    const use = usesOf(picked).find((each) => each.value === typed['purpose']);
    return [
      ...faults,
      ...(await this.modeFaults(draft, picked, me)),
      ...termsFaults(days, this.clock.today()),
      ...(isDay(start) ? startFaults(start, picked) : []),
      ...(isDay(end) ? endFaults(end, picked) : []),
      ...(await this.held(typed, officeOf(picked))).faults,
      ...(await this.prices.ofGoods(partIn(typed, 'rent'), this.clock.today())),
      ...(use && use.why !== '' ? [{ pointer: '#/purpose', detail: use.why }] : []),
    ];
  }

  /** 转包只在本集体成员之间（承包法第36条）：who takes the land was said two steps before. */
  private async modeFaults(draft: OpenDraft, picked: readonly Picked[], me: Actor): Promise<FieldError[]> {
    const { who = {}, terms = {} } = draft.content;
    const kind = text(who['kind']) === 'collective' ? 'collective' : 'contracted';
    const { reader } = this.database;
    const before =
      draft.transferId === null || namesTransferee(draft)
        ? null
        : await reader.findOneBy(Transfer, { id: draft.transferId });
    const named = namesTransferee(draft) ? { transferee: partIn(who, 'transferee') as Sound<TransfereeInput> } : {};
    const issuer = picked[0]?.row.issuerCode ?? '';
    const transferee = await this.applicants.kindOf({ tx: reader, actor: me }, named, before, issuer);
    return modeFaults(text(terms['mode']), kind, transferee);
  }

  /** How the price that was typed lies to the town's, while it is one. */
  private async held(typed: Typed, office: string): ReturnType<TownPrices['held']> {
    const [priceYuan, again] = ['priceYuan', 'priceConfirmed'].map((name) => plainPrice(text(typed[name])));
    if (!priceYuan || office === '') return { far: null, faults: [] };
    return this.prices.held({ priceYuan, priceConfirmed: again ?? null }, office, this.clock.today());
  }
}

/** The earliest end among the contracts of what is picked, and the parcel it is on. */
export function earliestEnd(picked: readonly Picked[]): { day: Day; name: string } | null {
  const ends = picked.flatMap(({ row }) =>
    row.contractEnd === null ? [] : [{ day: row.contractEnd, name: row.name }],
  );
  return ends.toSorted((left, right) => (left.day < right.day ? -1 : 1))[0] ?? null;
}

/** Land that is let begins when it is free; of a part beside another part, the measured shape will tell. */
function startFaults(start: Day, picked: readonly Picked[]): FieldError[] {
  const late = picked.flatMap(({ row, whole, taken }) => {
    const overlaps = taken !== null && (taken.whole || whole) && start <= taken.until;
    return overlaps ? [{ name: row.name, until: taken.until, free: taken.freeFrom }] : [];
  });
  const last = late.toSorted((left, right) => (left.until < right.until ? 1 : -1))[0];
  return last ? [draftFaults.startBeforeFree(last.name, last.until, last.free)] : [];
}

/** 流转期限不得超过承包期的剩余期限（承包法第三十八条第三项）. */
function endFaults(last: Day, picked: readonly Picked[]): FieldError[] {
  const end = earliestEnd(picked);
  return !end || last <= end.day ? [] : [draftFaults.endAfterContract(last, end.name, end.day)];
}

/** All uses there are; those that this land does not allow say why. */
function usesOf(picked: readonly Picked[]): { value: string; label: string; text: string; why: string }[] {
  return Object.entries(plannedUses).map(([value, label]) => {
    const verdicts = picked.map(({ row }) => ({
      row,
      verdict: purposeVerdict(value, row.landClass, row.basicFarmland),
    }));
    const refused = verdicts.find((each) => !each.verdict.allowed);
    const warned = verdicts.find((each) => each.verdict.reason !== '');
    const say = (found: typeof refused): string =>
      found ? `${found.row.name}${found.verdict.reason}（${found.verdict.article}）` : '';
    return { value, label, text: refused ? '' : say(warned), why: say(refused) };
  });
}

/** The village whose town's prices are compared. */
const officeOf = (picked: readonly Picked[]): string => picked[0]?.row.officeCode ?? '';

/** Ways of paying; one that a program wrote in words of its own stays. */
function waysOf(kept: string): { value: string; label: string }[] {
  const ways = paymentWays.includes(kept) || kept === '' ? paymentWays : [kept, ...paymentWays];
  return [{ value: '', label: nothingChosen }, ...ways.map((way) => ({ value: way, label: way }))];
}

/** A price as typed, in plain digits; null while it is none. */
function plainPrice(typed: string): string | null {
  const plain = typed.replaceAll(/[,，\s]/g, '');
  return /^(?=.*[1-9])\d{1,7}(\.\d{1,2})?$/.test(plain) ? plain : null;
}

/** What the price that was typed comes to in a year; null while it is none. */
function yearly(picked: readonly Picked[], typed: string): { areaMu: Mu | null; yearlyFen: Fen | null } {
  const price = plainPrice(typed);
  if (picked.length === 0 || price === null) return { areaMu: null, yearlyFen: null };
  const areaMu = sumDisplayed(picked.map((each) => each.areaMu));
  return { areaMu, yearlyFen: perMuYear(yuan(price), areaMu) };
}
