import { Injectable } from '@nestjs/common';
import { type Actor, type Calendar, Clock, dayOf, formatMu, formatTerm, maskName, termText, addMinutes } from '#kernel';
import { Calendars, Database, dueView, listCursor } from '#platform';
import { termOf } from '#rights';
import { transferKinds } from '../transfer.entity.js';
import type { ListQuery } from '../transfer.input.js';
import {
  type CaseRow,
  findCaseSql,
  findOwnCaseSql,
  listOfOfficeSql,
  listOfPartySql,
  scopeOf,
  soughtCases,
} from '../transfers.queries.js';
import { transferWorkflow } from '../transfer.workflow.js';

const pageSize = 20;
const nobody = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Lists of cases: newest first, by key, one statement whatever lies behind. */
@Injectable()
export class CaseLists {
  constructor(
    private readonly database: Database,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  async list(query: ListQuery, me: Actor): Promise<object> {
    const limit = query.limit ?? pageSize;
    const wanted = (query.q ?? query.number ?? '').trim();
    const rows = wanted === '' ? await this.page(query, me, limit + 1) : await this.byWords(wanted, me, limit + 1);
    const calendars = await this.calendars.everywhere();
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next =
      wanted === '' && rows.length > limit && last ? `/transfers?after=${last.createdAt.toISOString()}_${last.id}` : '';
    return {
      title: me.kind === 'staff' ? '案件' : '我的案件',
      chips: { label: '按状态看', items: chips(query.state ?? '') },
      values: { q: wanted },
      rows: shown.map((row) => this.row(row, me, calendars(row.officeCode))),
      pager: {
        text: pagerText(shown.length, rows.length > limit, wanted, scopeOf(me).partyId === null),
        previous: query.after || wanted !== '' ? '/transfers' : '',
        next,
      },
      start: { href: '/transfers/new', label: me.kind === 'staff' ? '录入一件' : '申请' },
    };
  }

  private async page(query: ListQuery, me: Actor, limit: number): Promise<CaseRow[]> {
    const after = listCursor(query.after) ?? ['infinity', nobody];
    const scope = scopeOf(me);
    if (me.kind === 'staff' && me.assisting === null) {
      const [prefix] = scope.prefixes.toSorted((left, right) => left.length - right.length);
      return this.database.rows('cases of an office', listOfOfficeSql, [
        `${prefix ?? 'x'}%`,
        ...after,
        query.state ?? '',
        limit,
      ]);
    }
    return this.database.rows('cases of a party', listOfPartySql, [
      scope.partyId,
      ...after,
      query.state ?? '',
      limit,
      this.clock.today(),
    ]);
  }

  private async byWords(words: string, me: Actor, limit: number): Promise<CaseRow[]> {
    const scope = scopeOf(me);
    if (scope.partyId !== null)
      return this.database.rows('own cases by words', findOwnCaseSql, [scope.partyId, words, limit]);
    const [prefix] = scope.prefixes.toSorted((left, right) => left.length - right.length);
    if (prefix === undefined) return [];
    return this.database.rows('cases by words', findCaseSql, [words, `${prefix}%`, limit]);
  }

  private row(row: CaseRow, me: Actor, calendar: Calendar): object {
    const state = transferWorkflow.states[row.state];
    const span = termOf(row.term);
    return {
      id: row.id,
      href: `/transfers/${row.id}`,
      title: `${row.place} ${formatMu(row.areaMu)} 亩`,
      number: row.number ?? '草稿',
      place: row.place,
      extent: `${formatMu(row.areaMu)} 亩，${termText(span)}`,
      state: { label: state.label, tone: state.tone ?? '' },
      due:
        row.dueAt && (state.within !== undefined || row.state === 'correction')
          ? dueOf(row.dueAt, this.clock.now(), calendar)
          : null,
      parties: `${me.kind === 'staff' ? row.transferorName : maskName(row.transferorName)} → ${row.transfereeName}，${formatTerm(span)}`,
      kind: transferKinds[row.kind as 'contracted'],
    };
  }
}

/** Words of a deadline that is only known by its moment. */
export function dueOf(dueAt: Date, now: Date, calendar: Parameters<typeof dueView>[2]): ReturnType<typeof dueView> {
  const lastMoment = dayOf(addMinutes(dueAt, -1));
  return dueView({ start: dayOf(now), lastDay: lastMoment, dueAt }, now, calendar, 1);
}

function pagerText(shown: number, more: boolean, wanted: string, office: boolean): string {
  if (wanted === '') return `这一页 ${shown} 件`;
  const far = office ? `只在最近 ${soughtCases} 件里找，更早的请写整个案号` : '';
  return [more ? `最近的 ${shown} 件，写得再细一点能少些` : `找到 ${shown} 件`, far].filter(Boolean).join('。');
}

function chips(current: string): object[] {
  const items = [
    ['', '全部'],
    ['county_review', '县级审核'],
    ['noticed', '公示中'],
    ['correction', '待补正'],
    ['in_force', '生效中'],
  ] as const;
  return items.map(([state, label]) => ({
    href: state === '' ? '/transfers' : `/transfers?state=${state}`,
    label,
    current: state === current,
  }));
}
