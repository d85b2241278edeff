import { codes } from '#kernel';
import { importStatuses } from '#rights';

export type WorkbookStatus = keyof typeof importStatuses;

/** What became of a row. */
export const lineStates = codes('OfferLineOutcome', {
  waits: '还没有试',
  good: '可以建草稿',
  bad: '不能建，看原因',
  drafted: '草稿建好了',
});
export type LineState = keyof typeof lineStates;

/** Heads of the columns; those of `terms` are filled in by the village, under the names that the form of a lot has. */
export const sheetColumns = {
  lot: '宗号',
  contractor: '承包方代码',
  household: '户主',
  parcel: '地块代码',
  name: '地块名称',
  area: '合同面积',
  contractEnds: '承包期到',
  now: '现在',
  terms: {
    startsOn: '从哪天',
    endsOn: '到哪天',
    priceYuan: '每亩每年多少元',
    floorYuan: '底价',
    payment: '怎么付',
    purpose: '用途',
    crops: '具体种什么',
    conditions: '受让方条件',
    fixtures: '地上附着物',
    lease: '现有租约',
    dispute: '争议',
  },
} as const;

export const sheetNow = { taken: '已经流转或者在办', offered: '在挂牌', free: '' } as const;
export const sheetName = (place: string): string => `${place}挂牌表.xlsx`;
export const usesSheet = '用途写法';

export const workbookLabels = {
  title: '整村挂牌表',
  search: '文件名、谁交来的',
  fields: {
    fileName: '文件',
    office: '村',
    status: '状态',
    startedBy: '谁交来的',
    startedAt: '交来',
    rows: '行',
    good: '可以建',
    bad: '不能建',
    drafted: '建好了',
    lots: '几宗',
  },
  status: { label: '状态', every: { '': '全部' } },
  sorts: { newest: '最近的在前' },
} as const;

export const lineLabels = {
  title: '每一行怎么样了',
  search: '地块代码、原因',
  fields: {
    rowNumber: '行号',
    lot: '宗号',
    parcelCode: '地块代码',
    outcome: '结果',
    field: '哪一列',
    reason: '原因',
    listingId: '挂牌',
  },
  outcome: { label: '结果', every: { '': '全部' } },
  sorts: { row: '按行号' },
} as const;

export const workbookLines = { lodged: '交来整村挂牌表', run: '照挂牌表建草稿' } as const;
