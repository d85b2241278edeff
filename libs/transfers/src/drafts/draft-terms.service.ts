import { Inject, Injectable } from '@nestjs/common';
import {
  Clock,
  type Day,
  type Fen,
  type FieldError,
  type Mu,
  addDays,
  addYears,
  isDay,
  perMuYear,
  startOf,
  sumDisplayed,
  yuan,
} from '#kernel';
import { Database, Shown, Templates, filled, formOf, leavesOf, sectionsOf } from '#platform';
import { plannedUses, purposeVerdict } from '#rights';
import { TermsInput, paymentWays, termsFaults } from '../transfer.input.js';
import { DraftLand, type Picked } from './draft-land.service.js';
import { stepPage } from './draft.head.js';
import { draftFaults } from './draft.problems.js';
import { type Draft, draftOf } from './draft.view.js';
import { type PriceRow, pricesIn } from './drafts.queries.js';
import { partIn, text, type OpenDraft } from './draft-content.js';

/** Fewer deals than this would show what one neighbour was paid. */
const fewestDeals = 3;

/** Step 3: how, how long, for how much and for what. */
@Injectable()
export class DraftTerms {
  constructor(
    private readonly database: Database,
    private readonly land: DraftLand,
    private readonly clock: Clock,
    @Inject(Templates) private readonly templates: Templates,
  ) {}

  async show(draft: OpenDraft): Promise<Shown<Draft>> {
    const typed = draft.content.terms ?? {};
    const picked = await this.land.picked(draft);
    const end = earliestEnd(picked);
    const start = firstStart(this.clock.today());
    const kept = text(typed['payment']);
    const ways = paymentWays.includes(kept) || kept === '' ? paymentWays : [kept, ...paymentWays];
    const fields = formOf(TermsInput, {
      choices: { payment: ways.map((way) => ({ value: way, label: way })), purpose: usesOf(picked) },
      hints: {
        'term.end': this.templates.text('transfers/hint-end', { end }),
        priceYuan: this.templates.text('transfers/hint-price', {
          paid: await this.pricesNear(picked),
          ...yearly(picked, text(typed['priceYuan'])),
        }),
      },
    });
    return new Shown(draftOf(draft), {
      ...stepPage(draft.id, 'terms'),
      sections: sectionsOf(fields),
      values: {
        ...leavesOf({ mode: 'lease', term: { start, end: end?.day ?? '' }, handoverOn: start, purpose: 'grain' }),
        // 承包法第43条：改良土壤要承包方同意；别的几项牵涉更大，不勾就是不同意。
        permits: ['soil'],
        ...leavesOf(typed),
      },
    });
  }

  /** Everything that is wrong with this step: what its class says, and what today, the land and its contracts do. */
  async check(draft: OpenDraft): Promise<FieldError[]> {
    const typed = draft.content.terms ?? {};
    const picked = await this.land.picked(draft);
    const { value, faults } = await filled(TermsInput, typed, this.clock.today());
    const { start, end } = partIn(typed, 'term');
    const use = usesOf(picked).find((each) => each.value === typed['purpose']);
    return [
      ...faults,
      ...(value === null ? [] : termsFaults(value)),
      ...(isDay(start) && start < this.clock.today() ? [draftFaults.startPassed()] : []),
      ...(isDay(end) ? endFaults(end, picked) : []),
      ...(use && use.why !== '' ? [{ pointer: '#/purpose', detail: use.why }] : []),
    ];
  }

  /** What was paid of late in the town, else in the county; null where too few deals were made. */
  private async pricesNear(picked: readonly Picked[]): Promise<(PriceRow & { within: 'town' | 'county' }) | null> {
    const office = picked[0]?.row.officeCode ?? '';
    const since = startOf(addDays(this.clock.today(), -366));
    for (const [within, digits] of [
      ['town', 9],
      ['county', 6],
    ] as const) {
      const found = await pricesIn(this.database.reader, office.slice(0, digits), since);
      if (found && found.many >= fewestDeals) return { ...found, within };
    }
    return null;
  }
}

/** The earliest end among the contracts of what is picked, and the parcel it is on. */
export function earliestEnd(picked: readonly Picked[]): { day: Day; name: string } | null {
  const ends = picked.flatMap(({ row }) =>
    row.contractEnd === null ? [] : [{ day: row.contractEnd, name: row.name }],
  );
  return ends.toSorted((left, right) => (left.day < right.day ? -1 : 1))[0] ?? null;
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

/** What the price that was typed comes to in a year; null while it is none. */
function yearly(picked: readonly Picked[], price: string): { areaMu: Mu | null; yearlyFen: Fen | null } {
  const plain = price.replaceAll(/[,，\s]/g, '');
  if (picked.length === 0 || !/^\d{1,7}(\.\d{1,2})?$/.test(plain)) return { areaMu: null, yearlyFen: null };
  const areaMu = sumDisplayed(picked.map((each) => each.areaMu));
  return { areaMu, yearlyFen: perMuYear(yuan(plain), areaMu) };
}

/** After the harvest, or in spring: the next first day of November or March that leaves time for the path. */
function firstStart(today: Day): Day {
  const soonest = addDays(today, 30);
  const year = today.slice(0, 4);
  const candidates = [`${year}-03-01`, `${year}-11-01`].flatMap((each) =>
    isDay(each) ? [each, addYears(each, 1)] : [],
  );
  return candidates.toSorted().find((each) => each >= soonest) ?? soonest;
}
