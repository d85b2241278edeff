import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Clock,
  type Day,
  type FieldError,
  addDays,
  addYears,
  formatDay,
  formatMu,
  formatYuan,
  isDay,
  perMuYear,
  startOf,
  sumDisplayed,
  yuan,
} from '#kernel';
import { Database, filled, formOf, leavesOf, sectionsOf } from '#platform';
import { plannedUses, purposeVerdict } from '#rights';
import { TermsInput, paymentWays, termsFaults } from '../transfer.input.js';
import { DraftLand, type Picked } from './draft-land.service.js';
import { headView, hrefOf } from './draft.head.js';
import { pricesIn } from './drafts.queries.js';
import { partIn, text } from './draft-content.js';
import type { OpenDraft } from './drafts.service.js';

const fault = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail });
/** Fewer deals than this would show what one neighbour was paid. */
const fewestDeals = 3;

/** Step 3: how, how long, for how much and for what. */
@Injectable()
export class DraftTerms {
  constructor(
    private readonly database: Database,
    private readonly land: DraftLand,
    private readonly clock: Clock,
  ) {}

  async view(draft: OpenDraft, _me: Actor): Promise<object> {
    const typed = draft.content.terms ?? {};
    const picked = await this.land.picked(draft);
    const end = earliestEnd(picked);
    const start = firstStart(this.clock.today());
    const kept = text(typed['payment']);
    const ways = paymentWays.includes(kept) || kept === '' ? paymentWays : [kept, ...paymentWays];
    const yearly = yearlyText(picked, text(typed['priceYuan']));
    const fields = formOf(TermsInput, {
      choices: { payment: ways.map((way) => ({ value: way, label: way })), purpose: usesOf(picked) },
      hints: {
        'term.end': endHint(end),
        priceYuan: [await this.priceHint(picked), yearly].filter((part) => part !== '').join('。'),
      },
    });
    return {
      title: '什么条件',
      head: headView(draft, 'terms'),
      action: hrefOf(draft.id, 'terms'),
      back: hrefOf(draft.id, 'land'),
      sections: sectionsOf(fields),
      values: {
        ...leavesOf({ mode: 'lease', term: { start, end: end?.day ?? '' }, handoverOn: start, purpose: 'grain' }),
        // 承包法第43条：改良土壤要承包方同意；别的几项牵涉更大，不勾就是不同意。
        permits: ['soil'],
        ...leavesOf(typed),
      },
    };
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
      ...(isDay(start) && start < this.clock.today() ? [fault('term/start', '开始的日期已经过去了')] : []),
      ...(isDay(end) ? endFaults(end, picked) : []),
      ...(use && use.why !== '' ? [fault('purpose', use.why)] : []),
    ];
  }

  private async priceHint(picked: readonly Picked[]): Promise<string> {
    const office = picked[0]?.row.officeCode ?? '';
    const since = startOf(addDays(this.clock.today(), -366));
    for (const [prefix, where] of [
      [office.slice(0, 9), '本镇'],
      [office.slice(0, 6), '全县'],
    ] as const) {
      const found = await pricesIn(this.database.reader, prefix, since);
      if (found && found.many >= fewestDeals) {
        return `${where}近一年 ${found.many} 宗，多数在 ${formatYuan(found.low)} 到 ${formatYuan(found.high)} 元`;
      }
    }
    return '近一年成交不多，没有价钱可以参考。双方自己商量。';
  }
}

/** The earliest end among the contracts of what is picked, and the parcel it is on. */
export function earliestEnd(picked: readonly Picked[]): { day: Day; name: string } | null {
  const ends = picked.flatMap(({ row }) =>
    row.contractEnd === null ? [] : [{ day: row.contractEnd, name: row.name }],
  );
  return ends.toSorted((left, right) => (left.day < right.day ? -1 : 1))[0] ?? null;
}

const endHint = (end: ReturnType<typeof earliestEnd>): string =>
  end
    ? `最晚 ${formatDay(end.day)}：${end.name}的承包合同到这一天，已经替您填好。流转不能超过承包期剩下的时间（承包法第38条）。`
    : '这些地没有承包到户，按集体决议写的时间填。';

/** 流转期限不得超过承包期的剩余期限（承包法第三十八条第三项）. */
function endFaults(last: Day, picked: readonly Picked[]): FieldError[] {
  const end = earliestEnd(picked);
  if (!end || last <= end.day) return [];
  return [
    fault(
      'term/end',
      `您填的 ${formatDay(last)} 超过了承包期：${end.name}的承包合同到 ${formatDay(end.day)}。改短，或者先登记延包合同`,
    ),
  ];
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

function yearlyText(picked: readonly Picked[], price: string): string {
  const plain = price.replaceAll(/[,，\s]/g, '');
  if (picked.length === 0 || !/^\d{1,7}(\.\d{1,2})?$/.test(plain)) return '';
  const area = sumDisplayed(picked.map((each) => each.areaMu));
  return `按 ${formatMu(area)} 亩，每年 ${formatYuan(perMuYear(yuan(plain), area))} 元`;
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
