import { dayOf, formatDay } from '#kernel';
import type { Sheet } from '#platform';
import type { ListReading } from './notice-list.view.js';
import { noLastDay, noticeKinds } from './notice.entity.js';
import type { NoticeRow } from './notices.queries.js';

/** So many notices fit one workbook. */
export const sheetRows = 1000;

/** The list of notices with what the list shows, names masked as there. */
export function noticeSheet(rows: readonly NoticeRow[], reading: ListReading): Sheet {
  return {
    name: '公示',
    columns: [
      { head: '公示编号', width: 26 },
      { head: '镇街' },
      { head: '村', width: 20 },
      { head: '哪一类', width: 20 },
      { head: '面积（亩）', as: 'mu' },
      { head: '双方', width: 44 },
      { head: '发布' },
      { head: '起算' },
      { head: '最后一天' },
      { head: '到哪一步' },
      { head: '还剩' },
      { head: '第几版', as: 'count', width: 8 },
    ],
    rows: rows.map((row) => {
      const item = reading.item(row);
      return [
        row.number,
        row.town,
        row.village,
        noticeKinds[row.kind as keyof typeof noticeKinds] ?? row.kind,
        row.areaMu,
        item.parties,
        formatDay(dayOf(row.publishedAt)),
        row.periodStart ? formatDay(row.periodStart) : '',
        row.endsOn === noLastDay ? '' : formatDay(row.endsOn),
        item.state.label,
        item.due?.words ?? '',
        row.version,
      ];
    }),
  };
}
