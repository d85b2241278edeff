import { type Calendar, type Day, addMonths, dayOf, formatMu, mu } from '#kernel';
import { type DueView, type MiniView, dueView, miniView } from '#platform';
import { noLastDay, noticeKinds } from './notice.entity.js';
import { type NoticeRow, type NoticeSearch, areaBands, cursorOf, pageSize } from './notices.queries.js';
import { noticeWorkflow } from './notice.workflow.js';

export interface NoticeItem {
  id: string;
  href: string;
  number: string;
  title: string;
  parties: string;
  area: string;
  state: { name: string; label: string; tone: string };
  due: DueView | null;
  mini: MiniView | null;
}

/** A state in the reader's words; a period whose hour has struck is over, whether the clock has been here or not. */
export function stateView(
  state: string,
  overAt: Date | null,
  now: Date,
): { name: string; label: string; tone: string } {
  const seen = state === 'running' && overAt !== null && overAt <= now ? 'over' : state;
  const { label, tone } = noticeWorkflow.states[seen as keyof typeof noticeWorkflow.states];
  return { name: seen, label, tone: tone ?? '' };
}

/** 个人信息保存期限为实现目的所必要的最短时间（个人信息保护法第十九条）：after it the notice stays, the names go. */
export function isArchived(publishedAt: Date | null, months: number, today: Day): boolean {
  return publishedAt !== null && addMonths(dayOf(publishedAt), months) <= today;
}

/** Reads the rows of one list at one moment; notices of the same period share what is said of it. */
export class ListReading {
  private readonly said = new Map<string, Pick<NoticeItem, 'due' | 'mini'>>();
  private readonly today: Day;

  constructor(
    private readonly calendar: Calendar,
    private readonly now: Date,
    private readonly months: number,
  ) {
    this.today = dayOf(now);
  }

  item(row: NoticeRow): NoticeItem {
    return {
      id: row.id,
      href: `/notices/${row.id}`,
      number: row.number,
      title: row.title.replace(/^关于/, '').replace(/的公示$/, ''),
      parties: isArchived(row.publishedAt, this.months, this.today) ? '已归档，姓名不再公开' : row.parties,
      area: formatMu(mu(row.areaMu)),
      state: stateView(row.state, row.dueAt, this.now),
      ...this.period(row),
    };
  }

  private period({ state, periodStart: start, endsOn: lastDay, dueAt }: NoticeRow): Pick<NoticeItem, 'due' | 'mini'> {
    const running = state === 'running' && start !== null && lastDay !== noLastDay && dueAt !== null;
    if (!running || dueAt <= this.now) return { due: null, mini: null };
    const key = `${start} ${lastDay} ${dueAt.getTime()}`;
    const known = this.said.get(key);
    if (known) return known;
    const days = Math.max(1, this.calendar.workingDaysLeft(start, lastDay));
    const words = {
      due: dueView({ start, lastDay, dueAt }, this.now, this.calendar),
      mini: miniView(this.calendar.after(start, days).counted, this.today),
    };
    this.said.set(key, words);
    return words;
  }
}

const all = (label: string) => ({ value: '', label });

/** The list with its conditions; a click on one takes it away. */
export function listView(
  rows: readonly NoticeRow[],
  places: readonly { level: string; code: string; name: string }[],
  search: NoticeSearch,
  reading: ListReading,
) {
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const more = rows.length > pageSize && last !== undefined;
  const options = (level: string) =>
    places.filter((place) => place.level === level).map(({ code, name }) => ({ value: code, label: name }));
  const towns = [all('全部镇街'), ...options('town')];
  const villages = [all('全部村'), ...options('village')];
  const kinds = [all('全部'), ...Object.entries(noticeKinds).map(([value, label]) => ({ value, label }))];
  const bands = [all('不限'), ...Object.entries(areaBands).map(([value, { label }]) => ({ value, label }))];
  const states = [all('正在公示'), { value: 'ended', label: '已结束' }, { value: 'all', label: '全部' }];
  const { after: _after, ...values } = search;
  const used = usedOf(search, { town: towns, village: villages, kind: kinds, band: bands, state: states });
  return {
    title: '看公示',
    values,
    towns,
    villages,
    kinds,
    bands,
    states,
    usedText: used.length === 0 ? '' : `已用 ${used.length} 个`,
    found: search.state === '' ? '正在公示的，快截止的在前' : '最近发布的在前',
    used,
    rows: shown.map((row) => reading.item(row)),
    pager: {
      text: `这一页 ${shown.length} 件`,
      previous: search.after === '' ? '' : address({ ...search, after: '' }),
      next: more ? address({ ...search, after: cursorOf(search, last) }) : '',
    },
  };
}

type Choices = readonly { value: string; label: string }[];

/** What the list was narrowed by; each leads to the list without it. */
function usedOf(search: NoticeSearch, choices: Record<'town' | 'village' | 'kind' | 'band' | 'state', Choices>) {
  const without = (name: keyof NoticeSearch, label: string) => ({
    href: address({ ...search, [name]: '', after: '' }),
    label,
  });
  const words = search.q === '' ? [] : [without('q', search.q)];
  const names = Object.keys(choices) as (keyof typeof choices)[];
  return [
    ...words,
    ...names
      .filter((name) => search[name] !== '')
      .map((name) => without(name, choices[name].find((each) => each.value === search[name])?.label ?? search[name])),
  ];
}

function address(search: NoticeSearch): string {
  const asked = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== ''));
  return asked.size === 0 ? '/notices' : `/notices?${asked.toString()}`;
}
