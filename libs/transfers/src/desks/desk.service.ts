import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Clock,
  type Post,
  actorsOf,
  addDays,
  dayOf,
  formatMoment,
  formatMu,
  origins,
  startOf,
  termText,
  widestScope,
} from '#kernel';
import { Calendars, Database, listCursor } from '#platform';
import { termOf } from '#rights';
import { dueOf } from './case-lists.service.js';
import { type CaseRow, countedAtMost, queueCountSql, queueSql } from '../transfers.queries.js';
import { type TransferState, transferWorkflow } from '../transfer.workflow.js';

const pageSize = 20;
const first = '00000000-0000-0000-0000-000000000000';

/** Which states are whose work, read from the workflow: a post's queue is what it can move on. A draft is its applicant's. */
export function statesOf(posts: readonly Post[]): TransferState[] {
  const names = new Set<TransferState>();
  for (const step of transferWorkflow.steps) {
    if (step.aside || !actorsOf(step).some((post) => posts.includes(post))) continue;
    for (const from of origins(step)) names.add(from);
  }
  names.delete(transferWorkflow.first);
  return [...names];
}

interface QueueRow extends CaseRow {
  key: string;
}

/** A desk's work, nearest deadline first. */
@Injectable()
export class DeskService {
  constructor(
    private readonly database: Database,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  async queue(me: Actor, after: string | undefined, size = pageSize): Promise<object> {
    const now = this.clock.now();
    const states = statesOf(me.posts.map((held) => held.post));
    const office = widestScope(me);
    const [key, id] = readCursor(after);
    const rows = await this.database.rows<QueueRow>('desk queue', queueSql, [states, `${office}%`, key, id, size + 1]);
    const [counts] = await this.database.rows<{ waiting: number; late: number; today: number }>(
      'desk counts',
      queueCountSql,
      [states, `${office}%`, now, startOf(addDays(dayOf(now), 1))],
    );
    const shown = rows.slice(0, size);
    const last = shown.at(-1);
    const calendar = await this.calendars.current();
    const late = counts?.late ?? 0;
    return {
      title: `待办 ${manyText(counts?.waiting ?? 0)} 件，今天到期 ${counts?.today ?? 0} 件`,
      now: formatMoment(now),
      stats: [
        { label: '待办', value: manyText(counts?.waiting ?? 0), unit: '件', tone: '' },
        { label: '今天到期', value: counts?.today ?? 0, unit: '件', tone: 'act' },
        { label: '已超时', value: late, unit: '件', tone: late > 0 ? 'stop' : '' },
      ],
      chips: { label: '别的待办', items: otherDesks(me) },
      sheet: '/desk/sheet',
      lateText: late > 0 ? `有 ${late} 件已经超时。超时不会自动通过，负责人看得到。` : '',
      queue: { caption: '待办，最急的在前', rows: shown.map((row) => queueLine(row, now, calendar)) },
      pager: {
        text: `这一页 ${shown.length} 件，最急的在前`,
        previous: after ? '/desk' : '',
        next: rows.length > size && last ? `/desk?after=${encodeURIComponent(`${last.key}_${last.id}`)}` : '',
      },
      explain: '到期时间按工作日算：当天不算，法定节假日和调休按国务院通知。县级审核到次一工作日下班为止。',
      empty: {
        title: '都办完了',
        text: '没有等您办的流转案件。别的待办在上面的栏目里。',
        href: '/transfers',
        label: '看全部案件',
      },
    };
  }
}

/** 待办多到数不完时，说“100 以上”。 */
function manyText(many: number): string {
  return many >= countedAtMost ? `${countedAtMost} 以上` : String(many);
}

export const readCursor = (after: string | undefined): readonly [string, string] =>
  listCursor(after) ?? ['-infinity', first];

function queueLine(row: QueueRow, now: Date, calendar: Parameters<typeof dueOf>[2]): object {
  const state = transferWorkflow.states[row.state];
  const late = row.dueAt !== null && row.dueAt <= now;
  return {
    id: row.id,
    href: `/transfers/${row.id}`,
    title: `${row.place} ${formatMu(row.areaMu)} 亩`,
    number: row.number ?? '',
    place: row.place,
    extent: `${formatMu(row.areaMu)} 亩，${termText(termOf(row.term))}`,
    due: row.dueAt ? dueOf(row.dueAt, now, calendar) : { level: 'calm', words: '没有期限', note: state.label },
    late,
    hints: [
      { label: state.label, tone: state.tone ?? '' },
      ...(row.round > 1 ? [{ label: `第 ${row.round} 轮`, tone: 'info' }] : []),
    ],
    act: { label: '去办', solid: late, why: '' },
  };
}

/** Who sees to renewals, land and deposits when rights end. */
export const endingPosts = [
  'town_clerk',
  'town_trade',
  'town_finance',
  'county_reviewer',
  'county_director',
  'supervisor',
] as const satisfies Post[];

const desks: readonly { posts: readonly Post[]; href: string; label: string }[] = [
  { posts: endingPosts, href: '/desk/ending', label: '快到期的' },
  { posts: ['town_surveyor'], href: '/inspections', label: '实地调查' },
  { posts: ['town_finance', 'county_director'], href: '/deposits', label: '风险保障金' },
  { posts: ['town_finance', 'county_reviewer'], href: '/encumbrances', label: '抵押登记' },
  {
    posts: ['village_clerk', 'town_clerk', 'town_reviewer', 'town_trade', 'town_finance', 'county_reviewer'],
    href: '/register',
    label: '登记簿',
  },
  { posts: ['town_coordination', 'town_information', 'county_reviewer'], href: '/objections', label: '异议' },
  { posts: ['county_certifier'], href: '/certificates', label: '证书' },
  { posts: ['county_administrator'], href: '/accounts', label: '账号' },
  { posts: ['county_administrator'], href: '/parameters', label: '参数' },
  { posts: ['county_administrator'], href: '/escrow-accounts', label: '保障金专户' },
  { posts: ['county_administrator'], href: '/calendar', label: '日历' },
  { posts: ['county_administrator'], href: '/register/imports', label: '登记簿导入' },
  { posts: ['county_director', 'supervisor'], href: '/director', label: '县里情况' },
  { posts: ['village_clerk'], href: '/assisted/new', label: '代办' },
  { posts: ['village_clerk'], href: '/board-photos', label: '拍公示栏' },
];

export function otherDesks(me: Actor, here = '/desk'): object[] {
  const mine = desks.filter((desk) => me.posts.some((held) => desk.posts.includes(held.post)));
  return [
    { href: '/desk', label: '流转案件', current: here === '/desk' },
    ...mine.map(({ href, label }) => ({ href, label, current: href === here })),
  ];
}
