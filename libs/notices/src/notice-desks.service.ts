import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type Calendar,
  Clock,
  addDays,
  dayOf,
  formatMoment,
  formatMu,
  mu,
  startOf,
  widestScope,
} from '#kernel';
import { Calendars, Database, type DueView, dueView, isUuid } from '#platform';
import { type CaseFile, caseKinds, caseTopics, caseWorkflow } from '#cases';
import {
  type BoardRow,
  type LetterRow,
  boardPhotosSql,
  letterCountSql,
  lettersSql,
  periodSheetsSql,
} from './notice-desks.queries.js';
import { type ClaimLevel, claimLevels } from './priority-claim.entity.js';
import { claimWorkflow } from './priority-claim.workflow.js';

const pageSize = 20;
const nobody = '00000000-0000-0000-0000-000000000000';

/** Work that notices make: letters and claims to answer at the town, boards to photograph at the station. */
@Injectable()
export class NoticeDesksService {
  constructor(
    private readonly database: Database,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  /** Letters and claims under this person's office, nearest deadline first. */
  async letters(me: Actor, after: string) {
    const now = this.clock.now();
    const prefix = `${widestScope(me)}%`;
    const [due, id] = cursorOf(after);
    const rows = await this.database.rows<LetterRow>('letters', lettersSql, [prefix, due, id]);
    const [counts] = await this.database.rows<{ waiting: number; late: number }>('letter counts', letterCountSql, [
      prefix,
      now,
    ]);
    const calendar = await this.calendars.current();
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    const late = counts?.late ?? 0;
    return {
      title: `异议和优先权 ${counts?.waiting ?? 0} 件`,
      now: formatMoment(now),
      stats: [
        { label: '等答复', value: counts?.waiting ?? 0, unit: '件', tone: '' },
        { label: '已超时', value: late, unit: '件', tone: late > 0 ? 'stop' : '' },
      ],
      chips: {
        label: '别的待办',
        items: [
          { href: '/desk', label: '流转案件', current: false },
          { href: '/objections', label: '异议', current: true },
        ],
      },
      lateText: late > 0 ? `有 ${late} 件已经超时。没有答复以前，案件停着。` : '',
      queue: { caption: '等答复的来信和主张，最急的在前', rows: shown.map((row) => letterLine(row, now, calendar)) },
      pager: {
        text: `这一页 ${shown.length} 件，最急的在前`,
        previous: after === '' ? '' : '/objections',
        next:
          rows.length > pageSize && last
            ? `/objections?after=${encodeURIComponent(last.dueAt?.toISOString() ?? 'infinity')}~${last.id}`
            : '',
      },
      explain: '异议 3 个工作日内作出决定，优先权主张 3 个工作日内答复；当天不算，法定节假日和调休按国务院通知。',
      empty: { title: '都答复了', text: '没有等您答复的异议和主张。', href: '/desk', label: '回待办' },
    };
  }

  /** Boards of this person's stations that wait for their photo. */
  async boardPhotos(me: Actor) {
    const now = this.clock.now();
    const offices = me.posts.filter((held) => held.post === 'village_clerk').map((held) => held.officeCode);
    const boards = await this.database.rows<BoardRow>('board photos', boardPhotosSql, [offices]);
    const sheets = await this.database.rows<BoardRow>('period sheets', periodSheetsSql, [offices]);
    const rows = [...boards.map(boardLine), ...sheets.map(periodLine)];
    return {
      title: `要贴、要拍的公示 ${rows.length} 件`,
      now: formatMoment(now),
      stats: [{ label: '等照片', value: rows.length, unit: '件', tone: rows.length > 0 ? 'act' : '' }],
      chips: {
        label: '别的待办',
        items: [
          { href: '/desk', label: '流转案件', current: false },
          { href: '/board-photos', label: '拍公示栏', current: true },
        ],
      },
      lateText: '',
      queue: { caption: '等公示栏照片的公示', rows },
      pager: { text: `一共 ${rows.length} 件`, previous: '', next: '' },
      explain:
        '公示单贴上公示栏，当场拍照上传。三处都有凭证的第二天才开始算公示期，晚传一天就晚一天。起止的日子定了，打印《公示起止告示》，贴在公示单旁边，也拍一张。',
      empty: { title: '都拍好了', text: '没有等您拍照的公示栏。', href: '/desk', label: '回待办' },
    };
  }
}

const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));

/** A key of a page: a moment or infinity, and an id. */
function cursorOf(after: string): [string, string] {
  const [key, id] = after.split('~');
  if (id === undefined || !isUuid(id)) return ['-infinity', nobody];
  return [key !== undefined && key !== 'infinity' && isMoment(key) ? key : 'infinity', id];
}

function letterLine(row: LetterRow, now: Date, calendar: Calendar) {
  const claim = row.what === 'claim';
  const kind = claim ? '优先权' : caseKinds[row.kind as CaseFile['kind']].label;
  const topic = claim ? claimLevels[row.kind as ClaimLevel] : caseTopics[row.topic as CaseFile['topic']].label;
  const states: Record<string, { label: string; tone?: string }> = claim ? claimWorkflow.states : caseWorkflow.states;
  const state = states[row.state];
  const late = row.dueAt !== null && row.dueAt <= now;
  return {
    href: claim ? `/priority-claims/${row.id}` : `/objections/${row.id}`,
    title: `${kind}：${topic}`,
    number: row.number,
    place: `${row.town}${row.village}`,
    extent: `${formatMu(mu(row.areaMu))} 亩，${row.notice}`,
    due: dueOf(row.dueAt, now, calendar),
    late,
    hints: [{ label: state?.label ?? '', tone: state?.tone ?? '' }],
    act: { label: '去办', solid: late, why: '' },
  };
}

function dueOf(dueAt: Date | null, now: Date, calendar: Calendar): DueView {
  if (dueAt === null) return { level: 'calm', words: '没有期限', note: '等登记送达' };
  const lastDay = addDays(dayOf(dueAt), startOf(dayOf(dueAt)).getTime() === dueAt.getTime() ? -1 : 0);
  return dueView({ start: lastDay, lastDay, dueAt }, now, calendar);
}

function boardLine(row: BoardRow) {
  return {
    href: `/notices/${row.id}#acts`,
    title: row.title.replace(/^关于/, '').replace(/的公示$/, ''),
    number: row.number,
    place: `${row.town}${row.village}`,
    extent: `${formatMu(mu(row.areaMu))} 亩`,
    due: { level: 'soon', words: '贴好就拍', note: `${formatMoment(row.publishedAt)} 发布` },
    late: false,
    hints: [{ label: '等公示栏照片', tone: 'wait' }],
    act: { label: '传照片', solid: true, why: '' },
  };
}

function periodLine(row: BoardRow) {
  return {
    ...boardLine(row),
    due: { level: 'soon', words: '今天就贴', note: `${formatMoment(row.publishedAt)} 出的` },
    hints: [{ label: '等贴起止告示', tone: 'act' }],
    act: { label: '打印、贴上、传照片', solid: true, why: '' },
  };
}
