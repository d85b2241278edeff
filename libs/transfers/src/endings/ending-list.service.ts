import { Injectable } from '@nestjs/common';
import { depositWorkflow } from '#deposits';
import {
  type Actor,
  Clock,
  type Day,
  addDays,
  dayOf,
  daysBetween,
  formatDay,
  formatMu,
  holds,
  startOf,
  widestScope,
} from '#kernel';
import { type Asked, Lists, ParameterStore, Shown, listPage, listView, otherDesks } from '#platform';
import { transferWorkflow } from '../transfer.workflow.js';
import { type EndingRow, type LandOutRow, endingList, landOutList, ofOffice } from './ending.list.js';

/** Rights that end soon, and land that is not handed back yet: what has to be done about renewal, land and deposit. */
@Injectable()
export class EndingList {
  constructor(
    private readonly lists: Lists,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
  ) {}

  async show(asked: Asked, me: Actor): Promise<Shown> {
    const today = dayOf(this.clock.now());
    const office = widestScope(me);
    const { expiryReminderDays } = await this.parameters.on(today);
    const until = startOf(addDays(today, expiryReminderDays + 1));
    const [soon, out] = await Promise.all([
      this.lists.page(endingList, asked, ofOffice(office, until)),
      this.lists.page(landOutList, { ...asked, sort: 'ended', after: '' }, ofOffice(office)),
    ]);
    const view = {
      reminderDays: expiryReminderDays,
      soon: listView(endingList, asked, soon, soon.rows),
      out: { rows: out.rows },
    };
    return new Shown(view, () => ({
      ...listPage(endingList, asked, view.soon, {}),
      title: '快到期的和没交还的',
      chips: { label: '别的待办', items: otherDesks(me, '/desk/ending') },
      soonText: `${expiryReminderDays} 天以内到期的。到期提醒书到时候自动出具，双方都看得到。`,
      soon: { caption: '快到期的，最早的在前', rows: soon.rows.map((row) => soonLine(row, today)) },
      out: { caption: '已经结束、土地还没有登记交还的', rows: out.rows.map((row) => outLine(row, today, me)) },
    }));
  }
}

function soonLine(row: EndingRow, today: Day): object {
  const left = daysBetween(today, row.lastDay);
  const renewal = row.renewalState
    ? { label: `续期：${transferWorkflow.states[row.renewalState].label}`, tone: 'info' }
    : { label: '没有申请续期', tone: '' };
  return line(row, {
    due: {
      level: left <= 30 ? 'soon' : 'calm',
      words: left === 0 ? '今天到期' : `还有 ${left} 天`,
      note: `${formatDay(row.lastDay)}到期`,
    },
    hints: [renewal, depositTag(row.depositState), ...(row.reminded ? [{ label: '已提醒', tone: 'go' }] : [])],
    act: { label: '看案件', solid: false, why: '' },
  });
}

function outLine(row: LandOutRow, today: Day, me: Actor): object {
  const days = daysBetween(row.endedOn, today);
  return line(row, {
    due: { level: days > 15 ? 'late' : 'calm', words: `结束 ${days} 天`, note: `${formatDay(row.endedOn)}结束` },
    late: days > 15,
    hints: [
      { label: transferWorkflow.states[row.state].label, tone: '' },
      { label: '土地没有登记交还', tone: 'act' },
      depositTag(row.depositState),
    ],
    act: { label: holds(me, 'town_trade') ? '登记交还' : '看案件', solid: false, why: '' },
  });
}

function depositTag(state: string | null): { label: string; tone: string } {
  if (state === null) return { label: '没有保障金', tone: '' };
  const found = depositWorkflow.states[state as keyof typeof depositWorkflow.states];
  return { label: `保障金：${found.label}`, tone: found.tone ?? '' };
}

function line(row: EndingRow | LandOutRow, more: object): object {
  return {
    work: '',
    href: `/transfers/${row.id}`,
    title: `${row.place} ${formatMu(row.areaMu)} 亩`,
    number: row.number ?? '',
    place: row.place,
    extent: `${formatMu(row.areaMu)} 亩`,
    late: false,
    ...more,
  };
}
