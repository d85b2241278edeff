import { problem } from '#kernel';
import { refuses } from '#platform';

export const workbookProblems = {
  notFound: problem('offer-workbook-not-found', 404, '没有这份挂牌表'),
  notReady: problem('offer-workbook-not-ready', 409, '这份挂牌表还没有试完，或者已经建过草稿'),
  notThis: problem(
    'offer-workbook-unreadable',
    422,
    '这不是整村挂牌表',
    '下载本村的挂牌表，填好再交；表头不要改。',
    'file',
  ),
  atOnce: problem('offer-workbook-at-once', 409, '同一份挂牌表正在办', '等它办完，或者打开那一份。'),
};

/** Why one row of a village's offers makes no draft. */
export const offerFaults = {
  columns: (names: readonly string[]): string => `缺这些列：${names.join('、')}。`,
  nothing: '没有填了价钱、期限的行。',
  tooMany: (most: number): string => `一个村一份，最多 ${most} 行。`,
  formula: '这一格是公式，改成算好的数或者字再交',
  missingParcel: '缺地块代码',
  twice: (row: number): string => `这块地在第 ${row} 行已经有了，一块地只写一行`,
  unknown: '登记簿里没有这个地块代码',
  elsewhere: (place: string): string => `这块地在${place}，不是这个村的`,
  otherTerms: (row: number, column: string): string => `和同一宗的第 ${row} 行不一样：${column}。同一宗的条件要一样`,
  neighbour: (row: number): string => `同一宗的第 ${row} 行有错，整宗没有建`,
} as const;

refuses({ offer_workbook_once: workbookProblems.atOnce });
