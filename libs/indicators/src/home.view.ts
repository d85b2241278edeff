import { type Calendar, type Day, dayOf, formatDay, formatMu, formatShortDay, mu } from '#kernel';
import { publicName } from '#parties';
import { type DueView, type MiniView, dueView, miniView } from '#platform';
import type { ReviewRate } from '#transfers';
import type { Figures, RecentRight, RunningNotice } from './figures.queries.js';

export interface HomeItem {
  href: string;
  title: string;
  parties: string;
  state: { label: string; tone: string };
  due: DueView | null;
  mini: MiniView | null;
}

/** 关于……的公示 is what the sheet says; a list says where and how much. */
export function itemView(row: RunningNotice, calendar: Calendar, now: Date): HomeItem {
  const { periodStart: start, dueAt, endsOn: lastDay } = row;
  const running = row.state === 'running' && start !== null && dueAt !== null && dueAt > now;
  const state = running
    ? { label: '公示中', tone: 'wait' }
    : { label: row.state === 'running' ? '公示期满' : '等公示场所凭证', tone: 'info' };
  return {
    href: `/notices/${row.id}`,
    title: row.title.replace(/^关于/, '').replace(/的公示$/, ''),
    parties: row.parties,
    state,
    due: running ? dueView({ start, lastDay, dueAt }, now, calendar) : null,
    mini: running
      ? miniView(calendar.after(start, Math.max(1, calendar.workingDaysLeft(start, lastDay))).counted, dayOf(now))
      : null,
  };
}

/** Plots of the quilt: a row is six wide, and the larger of two neighbours gets the larger plot. */
export function lotsView(
  rows: readonly RunningNotice[],
): { w: string; kind: string; href: string; title: string; text: string }[] {
  const even = rows.slice(0, rows.length - (rows.length % 2));
  return even.map((row, index) => {
    const other = even[index % 2 === 0 ? index + 1 : index - 1] ?? row;
    const [own, beside] = [Number(row.areaMu), Number(other.areaMu)];
    const w = own > beside * 1.3 ? '4' : beside > own * 1.3 ? '2' : '3';
    const text =
      w === '2'
        ? `${formatMu(mu(row.areaMu))} 亩`
        : `${formatMu(mu(row.areaMu))} 亩，${row.state === 'running' ? '公示中' : '等凭证'}`;
    return {
      w,
      kind: 'notice',
      href: `/notices/${row.id}`,
      title: w === '2' ? row.village : `${row.town} ${row.village}`,
      text,
    };
  });
}

export function recentView(
  row: RecentRight,
  place: string,
): { href: string; title: string; text: string; when: string } {
  const holder = publicName({ kind: row.holderKind, name: row.holderName });
  return {
    href: '',
    title: `${place} ${formatMu(mu(row.areaMu))} 亩`,
    text: `${holder}，到 ${formatDay(row.until)}`,
    when: `${formatShortDay(dayOf(row.activeSince))}登记`,
  };
}

export function figuresView(
  found: Figures,
  reviews: readonly ReviewRate[],
): { label: string; value: string; unit: string; tone: string }[] {
  const done = reviews.reduce((sum, town) => sum + town.done, 0);
  const late = reviews.reduce((sum, town) => sum + town.late, 0);
  const share = done === 0 ? '' : String(Math.round(((done - late) / done) * 1000) / 10);
  return [
    { label: '正在公示', value: String(found.running), unit: '宗', tone: '' },
    {
      label: '近一个月县级审核按时',
      value: share === '' ? '还没有' : share,
      unit: share === '' ? '' : '%',
      tone: share === '100' ? 'go' : '',
    },
    { label: '近一个月审结', value: String(done), unit: '件', tone: '' },
    { label: '有效的经营权', value: formatMu(mu(found.areaMu)), unit: `亩，${found.rights} 宗`, tone: '' },
  ];
}

export function todayText(found: Figures, today: Day): string {
  return `今天 ${formatShortDay(today)}：正在公示 ${found.running} 宗，有效的经营权 ${found.rights} 宗。`;
}

/** The eight things people come for. */
export const doors = [
  ['转', '转出、租入土地', '登录后申请', '/transfers/new'],
  ['查', '办到哪了', '凭案号和查询码', '/follow'],
  ['证', '查证书', '扫码、输码', '/verify'],
  ['异', '提异议', '公示期内', '/notices'],
  ['优', '优先租', '本集体成员', '/guide/priority'],
  ['算', '算工作日', '哪天截止', '/calculator'],
  ['指', '办事指南', '要带什么', '/guide'],
  ['问', '找人代办', '到村服务站', '/guide/assistance'],
].map(([glyph, title, text, href]) => ({ glyph, title, text, href }));
