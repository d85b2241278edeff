import { Injectable } from '@nestjs/common';
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
import { depositWorkflow } from '#deposits';
import { Database, ParameterStore } from '#platform';
import { termOf } from '#rights';
import { otherDesks, readCursor } from '../desks/desk.service.js';
import { type EndedRow, type EndingRow, endedSql, endingSql } from './ending.queries.js';
import { transferWorkflow } from '../transfer.workflow.js';

const pageSize = 20;

/** Rights that end soon, and land that is not handed back yet: what has to be done about renewal, land and deposit. */
@Injectable()
export class EndingList {
  constructor(
    private readonly database: Database,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
  ) {}

  async show(me: Actor, after: string | undefined, size = pageSize): Promise<object> {
    const now = this.clock.now();
    const today = dayOf(now);
    const { expiryReminderDays } = await this.parameters.on(today);
    const until = startOf(addDays(today, expiryReminderDays + 1));
    const office = `${widestScope(me)}%`;
    const [key, id] = readCursor(after);
    const soon = await this.database.rows<EndingRow>('rights that end soon', endingSql, [
      ...[office, key, id, until, size + 1],
    ]);
    const out = await this.database.rows<EndedRow>('land not handed back', endedSql, [office, size]);
    const shown = soon.slice(0, size);
    const last = shown.at(-1);
    return {
      title: '快到期的和没交还的',
      chips: { label: '别的待办', items: otherDesks(me, '/desk/ending') },
      soonText: `${expiryReminderDays} 天以内到期的。到期提醒书到时候自动出具，双方都看得到。`,
      soon: { caption: '快到期的，最早的在前', rows: shown.map((row) => soonLine(row, today)) },
      out: { caption: '已经结束、土地还没有登记交还的', rows: out.map((row) => outLine(row, today, me)) },
      pager: {
        text: `这一页 ${shown.length} 件`,
        previous: after ? '/desk/ending' : '',
        next: soon.length > size && last ? `/desk/ending?after=${encodeURIComponent(`${last.key}_${last.id}`)}` : '',
      },
    };
  }
}

function soonLine(row: EndingRow, today: Day): object {
  const { end } = termOf(row.term);
  const left = daysBetween(today, end);
  const renewal = row.renewalState
    ? { label: `续期：${transferWorkflow.states[row.renewalState].label}`, tone: 'info' }
    : { label: '没有申请续期', tone: '' };
  return line(row, {
    due: {
      level: left <= 30 ? 'soon' : 'calm',
      words: left === 0 ? '今天到期' : `还有 ${left} 天`,
      note: `${formatDay(end)}到期`,
    },
    hints: [renewal, depositTag(row.depositState), ...(row.reminded ? [{ label: '已提醒', tone: 'go' }] : [])],
    act: { label: '看案件', solid: false, why: '' },
  });
}

function outLine(row: EndedRow, today: Day, me: Actor): object {
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

function line(row: EndingRow | EndedRow, more: object): object {
  return {
    id: row.id,
    href: `/transfers/${row.id}`,
    title: `${row.place} ${formatMu(row.areaMu)} 亩`,
    number: row.number ?? '',
    place: row.place,
    extent: `${formatMu(row.areaMu)} 亩`,
    late: false,
    ...more,
  };
}
