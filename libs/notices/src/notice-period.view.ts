import { type Day, dayOf, formatDay, formatMoment } from '#kernel';
import { type StripView, stripView, whyView } from '#platform';
import { type VenuePosting, proofKinds, venueKinds } from '#publications';
import type { GatheredNotice } from './notice.facts.js';
import { isDown } from './notice.workflow.js';

const screens = ['screen_county', 'screen_town'];
const thumbs = { village_board: 'board', screen_county: 'screen', screen_town: 'screen', website: 'site' } as const;

export function venuesView(postings: readonly VenuePosting[]) {
  const order = Object.keys(venueKinds);
  return postings
    .toSorted((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind))
    .map((posting) => {
      const proven = posting.provenAt !== null;
      const told =
        posting.postedAt === null
          ? [posting.place, screens.includes(posting.kind) ? '等屏幕第一次播放' : '等本村服务站拍照上传']
          : [
              posting.place,
              `${formatMoment(posting.postedAt)}贴出`,
              `凭证：${posting.proofKind === null ? '' : proofKinds[posting.proofKind]}`,
            ];
      return {
        name: venueKinds[posting.kind],
        venue: posting.kind,
        place: posting.officeCode,
        kind: thumbs[posting.kind],
        outcome: proven ? 'ok' : 'waiting',
        tag: proven ? { label: '已有凭证', tone: 'go' } : { label: '还没有凭证', tone: 'wait' },
        lines: told,
        hash: posting.evidenceSha256?.slice(0, 16) ?? '',
        href: posting.evidenceFileId === null ? '' : `/files/${posting.evidenceFileId}`,
        way: null,
        postedAt: posting.postedAt,
        provenAt: posting.provenAt,
      };
    });
}

const eventNames = { village_board: '村里', screen_county: '屏幕', screen_town: '屏幕', website: '网站' } as const;

/** Until when, and why; before the period starts, which venue is missing. */
export function periodView(
  gathered: Pick<GatheredNotice, 'record' | 'period' | 'missingVenues' | 'postings'>,
  now: Date,
) {
  const { record, period, missingVenues, postings } = gathered;
  if (!period) {
    const heading = '公示期：不少于 7 个工作日';
    if (isDown(record)) return { heading, lead: '', text: '公示期没有开始就结束了。', strip: null, why: null };
    const lead = missingVenues.length === 0 ? '' : `还差：${missingVenues.join('、')}。`;
    return { heading, lead, text: '三处都有凭证的第二天起算，现在还没有开始。', strip: null, why: null };
  }
  const today = dayOf(now);
  const ordinal = period.counted.find((each) => each.day === today)?.ordinal;
  const over = period.dueAt <= now;
  const lead = over
    ? `公示期已满：${formatDay(period.lastDay)} 24:00 截止。`
    : `${ordinal === undefined ? '' : `今天是第 ${ordinal} 天，`}${formatDay(period.lastDay)} 24:00 截止。`;
  return {
    heading: `公示期：${period.counted.length} 个工作日`,
    lead,
    text: `三个地方都贴出来才开始算，最后一处是 ${formatDay(period.start)}的${lastVenue(postings, period.start)}，当天不算。`,
    strip: stripOf(gathered, today),
    why: whyView(period, '为什么是这一天截止', postings.flatMap(startNote)),
  };
}

export function stripOf(gathered: Pick<GatheredNotice, 'period' | 'postings'>, today: Day): StripView | null {
  if (!gathered.period) return null;
  const events = new Map<Day, string>();
  for (const posting of gathered.postings.toSorted((left, right) => (left.kind < right.kind ? 1 : -1))) {
    if (posting.provenAt !== null) events.set(dayOf(posting.provenAt), eventNames[posting.kind]);
  }
  return stripView(gathered.period, today, {
    label: '公示的每一天',
    events: [...events].map(([day, note]) => ({ day, note })),
  });
}

function lastVenue(postings: readonly VenuePosting[], day: Day): string {
  const last = postings
    .filter((posting) => posting.provenAt !== null && dayOf(posting.provenAt) === day)
    .map((posting) => venueKinds[posting.kind]);
  return [...new Set(last)].join('、') || '公示凭证';
}

function startNote(posting: VenuePosting): string[] {
  return posting.provenAt === null
    ? []
    : [`${venueKinds[posting.kind]}（${posting.place}）${formatMoment(posting.provenAt)}有凭证。`];
}
