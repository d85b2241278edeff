import { type Calendar, type Day, dayOf, mu } from '#kernel';
import { titleFrame } from '#publications';
import { priceUnits } from '#listings';
import { publicName } from '#parties';
import { type Of, dueView, miniView, value, view } from '#platform';
import { type ReviewRate, inTime, onTimeRule } from '#transfers';
import type { Figures, OfferedLot, RecentRight, RunningNotice } from './figures.queries.js';
import { homeLabels as labels, noticeStatuses } from './home.words.js';

const noticeView = view('HomeNotice', {
  id: value.id(),
  title: value.text(labels.notice.title),
  parties: value.text(labels.notice.parties),
  town: value.text(labels.notice.town),
  village: value.text(labels.notice.village),
  areaMu: value.mu(labels.notice.areaMu),
  state: value.code(noticeStatuses, labels.notice.state),
  start: value.maybe(value.day(labels.notice.start)),
  endsOn: value.day(labels.notice.endsOn),
  dueAt: value.maybe(value.moment(labels.notice.dueAt)),
});
type HomeNotice = Of<typeof noticeView>;

const lotView = view('HomeLot', {
  id: value.id(),
  place: value.text(labels.lot.place),
  thing: value.maybe(value.text(labels.lot.thing)),
  areaMu: value.maybe(value.mu(labels.lot.areaMu)),
  priceFen: value.fen(labels.lot.priceFen),
  priceUnit: value.code(priceUnits, labels.lot.priceUnit),
  closesOn: value.day(labels.lot.closesOn),
});

const rightView = view('HomeRight', {
  place: value.text(labels.right.place),
  areaMu: value.mu(labels.right.areaMu),
  holder: value.text(labels.right.holder),
  until: value.day(labels.right.until),
  activeOn: value.day(labels.right.activeOn),
});

const figuresView = view('HomeFigures', {
  running: value.count(labels.figure.running),
  areaMu: value.mu(labels.figure.areaMu),
  rights: value.count(labels.figure.rights),
  reviewed: value.count(labels.figure.reviewed),
  late: value.count(labels.figure.late),
  overdue: value.count(labels.figure.overdue),
  onTimePercent: value.maybe(value.text(labels.figure.onTimePercent)),
  onTimeRule: value.text(labels.figure.onTimeRule),
});
type HomeFigures = Of<typeof figuresView>;

const townView = view('HomeTown', {
  code: value.text(labels.town.code),
  name: value.text(labels.town.name),
  count: value.count(labels.town.count),
});

/** The front page: what runs now, and how the exchange is doing. */
export const homeView = view(
  'Home',
  {
    today: value.day(labels.today),
    countyReviewWorkingDays: value.count(),
    noticeWorkingDays: value.count(),
    offered: value.many(lotView, labels.offered),
    notices: value.many(noticeView, labels.notices),
    issued: value.many(rightView, labels.issued),
    figures: figuresView,
    towns: value.many(townView, labels.towns),
  },
  labels.title,
);
export type Home = Of<typeof homeView>;

/** 关于……的公示 is what the sheet says; a list says where and how much. */
export function noticeOf(row: RunningNotice, now: Date): HomeNotice {
  const { id, parties, town, village, periodStart: start, endsOn, dueAt } = row;
  const running = row.state === 'running' && start !== null && dueAt !== null && dueAt > now;
  return {
    ...{ id, parties, town, village, start, endsOn, dueAt },
    title: row.title.replaceAll(titleFrame, ''),
    areaMu: mu(row.areaMu),
    state: running ? 'running' : row.state === 'running' ? 'ended' : 'awaiting_proof',
  };
}

export const lotOf = ({ id, place, thing, areaMu, priceFen, priceUnit, closesOn }: OfferedLot): Of<typeof lotView> => ({
  ...{ id, place, thing, areaMu: areaMu === null ? null : mu(areaMu), priceFen, priceUnit, closesOn },
});

export const rightOf = (row: RecentRight, place: string): Of<typeof rightView> => ({
  ...{ place, areaMu: mu(row.areaMu), until: row.until, activeOn: dayOf(row.activeSince) },
  holder: publicName({ kind: row.holderKind, name: row.holderName }),
});

export function figuresOf({ running, areaMu, rights }: Figures, reviews: readonly ReviewRate[]): HomeFigures {
  const reviewed = reviews.reduce((sum, town) => sum + town.done, 0);
  const late = reviews.reduce((sum, town) => sum + town.late, 0);
  const overdue = reviews.reduce((sum, town) => sum + town.overdue, 0);
  const onTimePercent = inTime({ done: reviewed, late, overdue }) || null;
  return { running, areaMu: mu(areaMu), rights, reviewed, late, overdue, onTimePercent, onTimeRule };
}

/** So many notices stand in the list beside the quilt. */
const listed = 4;

/** What only the page needs: the plots of the quilt, and how far each period is. */
export const homePage = ({ notices }: Home, calendar: Calendar, now: Date) => ({
  lots: lotsOf(notices),
  running: notices.slice(0, listed).map((notice) => ({ ...notice, ...periodOf(notice, calendar, now) })),
});

function periodOf({ state, start, endsOn: lastDay, dueAt }: HomeNotice, calendar: Calendar, now: Date) {
  if (state !== 'running' || start === null || dueAt === null) return { due: null, mini: null };
  return {
    due: dueView({ start, lastDay, dueAt }, now, calendar),
    mini: miniView(countedOf(calendar, start, lastDay), dayOf(now)),
  };
}

const countedOf = (calendar: Calendar, start: Day, lastDay: Day) =>
  calendar.after(start, Math.max(1, calendar.workingDaysLeft(start, lastDay))).counted;

/** A row of the quilt is six wide, and the larger of two neighbours gets the larger plot. */
function lotsOf(notices: readonly HomeNotice[]): (HomeNotice & { w: '2' | '3' | '4' })[] {
  const even = notices.slice(0, notices.length - (notices.length % 2));
  return even.map((notice, index) => {
    const other = even[index % 2 === 0 ? index + 1 : index - 1] ?? notice;
    const [own, beside] = [Number(notice.areaMu), Number(other.areaMu)];
    return { ...notice, w: own > beside * 1.3 ? '4' : beside > own * 1.3 ? '2' : '3' };
  });
}
