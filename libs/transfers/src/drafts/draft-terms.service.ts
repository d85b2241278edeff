import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Clock,
  type Day,
  type FieldError,
  addDays,
  addYears,
  dayOf,
  formatDay,
  formatMu,
  formatYuan,
  isDay,
  perMuYear,
  startOf,
  sumDisplayed,
  yuan,
} from '#kernel';
import { Database } from '#platform';
import { plannedUses, purposeVerdict } from '#rights';
import { contractPermits, declarations, openModes } from '../transfer.entity.js';
import { DraftLand, type Picked } from './draft-land.service.js';
import { headView, hrefOf } from './draft.head.js';
import { pricesIn } from './drafts.queries.js';
import { type OpenDraft, list, text } from './drafts.service.js';

export const payments = {
  yearly: '一年一付，先付钱后种地',
  halfyearly: '半年一付',
  once: '一次付清',
  after: '一年一付，收了再付',
} as const;

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
    const startsOn = firstStart(dayOf(this.clock.now()));
    const values = {
      mode: 'lease',
      startsOn,
      handoverOn: startsOn,
      endsOn: end?.day ?? '',
      payment: 'yearly',
      use: 'grain',
      // 承包法第43条：改良土壤要承包方同意；别的几项牵涉更大，不勾就是不同意。
      permits: ['soil'],
      ...typed,
    };
    return {
      title: '什么条件',
      head: headView(draft, 'terms'),
      action: hrefOf(draft.id, 'terms'),
      back: hrefOf(draft.id, 'land'),
      modes: Object.entries(openModes).map(([value, label]) => ({ value, label })),
      payments: Object.entries(payments).map(([value, label]) => ({ value, label })),
      uses: usesOf(picked),
      permits: Object.entries(contractPermits).map(([value, label]) => ({ value, label, text: '', why: '' })),
      endsHint: end
        ? `最晚 ${formatDay(end.day)}：${end.name}的承包合同到这一天，已经替您填好。流转不能超过承包期剩下的时间（承包法第38条）。`
        : '这些地没有承包到户，按集体决议写的时间填。',
      priceHint: await this.priceHint(picked),
      yearly: yearlyText(picked, text(typed['pricePerMu'])),
      values,
    };
  }

  async check(draft: OpenDraft): Promise<FieldError[]> {
    const typed = draft.content.terms ?? {};
    const picked = await this.land.picked(draft);
    const faults = [...this.termFaults(typed, picked), ...moneyFaults(typed)];
    if (!Object.hasOwn(openModes, text(typed['mode']))) faults.push(fault('mode', '选出租或者转包'));
    const use = usesOf(picked).find((each) => each.value === text(typed['use']));
    if (!use) faults.push(fault('use', '选种什么'));
    else if (use.why !== '') faults.push(fault('use', use.why));
    if (list(typed['permits']).some((each) => !Object.hasOwn(contractPermits, each)))
      faults.push(fault('permits', '从列出来的几项里选'));
    if (text(typed['fixtures']).trim().length > 200) faults.push(fault('fixtures', '最多 200 个字'));
    return [...faults, ...declarationFaults(typed)];
  }

  private termFaults(typed: Record<string, string | string[]>, picked: readonly Picked[]): FieldError[] {
    const faults: FieldError[] = [];
    const [start, last, handover] = ['startsOn', 'endsOn', 'handoverOn'].map((name) => text(typed[name]));
    const today = dayOf(this.clock.now());
    if (!isDay(start)) faults.push(fault('startsOn', dayFault(start, '从哪天开始')));
    else if (start < today) faults.push(fault('startsOn', '开始的日期已经过去了'));
    if (!isDay(last)) faults.push(fault('endsOn', dayFault(last, '到哪天结束')));
    else if (isDay(start) && last <= start) faults.push(fault('endsOn', '结束日期要在开始日期以后'));
    else faults.push(...endFaults(last, picked));
    if (text(handover) !== '' && !isDay(handover)) faults.push(fault('handoverOn', dayFault(handover, '哪天交地')));
    else if (isDay(handover) && isDay(start) && handover > start)
      faults.push(fault('handoverOn', '交地最晚和开始那天一样'));
    return faults;
  }

  private async priceHint(picked: readonly Picked[]): Promise<string> {
    const office = picked[0]?.row.officeCode ?? '';
    const since = startOf(addDays(dayOf(this.clock.now()), -366));
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

/** 流转期限不得超过承包期的剩余期限（承包法第三十八条第三项）. */
function endFaults(last: Day, picked: readonly Picked[]): FieldError[] {
  const end = earliestEnd(picked);
  if (!end || last <= end.day) return [];
  return [
    fault(
      'endsOn',
      `您填的 ${formatDay(last)} 超过了承包期：${end.name}的承包合同到 ${formatDay(end.day)}。改短，或者先登记延包合同`,
    ),
  ];
}

function dayFault(typed: string | undefined, what: string): string {
  return typed === undefined || typed.replaceAll('-', '') === '' ? `写${what}` : `没有 ${typed} 这一天，写成 年 月 日`;
}

function moneyFaults(typed: Record<string, string | string[]>): FieldError[] {
  const faults: FieldError[] = [];
  const price = text(typed['pricePerMu']).replaceAll(/[,，\s]/g, '');
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(price)) faults.push(fault('pricePerMu', '写每亩每年多少元，数字，最多两位小数'));
  else if (Number(price) === 0) faults.push(fault('pricePerMu', '价钱不能是 0'));
  if (!Object.hasOwn(payments, text(typed['payment']))) faults.push(fault('payment', '选怎么付'));
  return faults;
}

/** 租约、争议、信用由双方自己说：没有也要写“无”，空着不算说过. */
function declarationFaults(typed: Record<string, string | string[]>): FieldError[] {
  return Object.entries(declarations).flatMap(([name, label]) => {
    const said = text(typed[name]).trim();
    return said.length > 0 && said.length <= 300 ? [] : [fault(name, `${label}：没有的写“无”，有的写清楚`)];
  });
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
