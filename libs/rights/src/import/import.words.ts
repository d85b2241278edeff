import { codes } from '#kernel';
/** The tables of NY/T 2539-2016 that come in, in the order in which they build on each other. */
export const importKinds = codes('ImportKind', {
  FBF: '发包方',
  CBF: '承包方',
  CBF_JTCY: '家庭成员',
  CBHT: '承包合同',
  DK: '地块（图形和属性）',
  CBDKXX: '承包地块信息',
});

export const importStatuses = codes('ImportStatus', {
  checking: '正在试导',
  checked: '试导完了，等您看结果',
  running: '正在导入',
  done: '导入完成',
  failed: '没有做完',
});

/** What the history calls what was done with a file. */
export const importNotes = { lodged: '交来登记簿文件', run: '导入登记簿' } as const;

/** What the desk calls a file that was tried. */
export const importWork = { label: '登记簿导入', checked: { label: '试导完了，等您导入', tone: 'wait' } } as const;

/** Signs behind the year, the month and the day of a written date. */
export const daySigns = { year: '年', month: '月', day: '日' } as const;

/** Where a shape stands in a file, as a field of its row. */
export const shapeField = '图形';

/** What is read of every person. */
export const identityKind = '证件类型';

/** Words of the list of files that came in. */
export const importLabels = {
  title: '登记簿导入',
  search: '文件名、谁交来的',
  fields: {
    fileName: '文件',
    kind: '表',
    startedByName: '谁交来的',
    startedAt: '交来',
    finishedAt: '做完',
    rowsTotal: '行',
    added: '新增',
    changed: '改动',
    unchanged: '没有变化',
    legacy: '历史代码',
    bad: '不能导入',
    held: '等决定',
    overlapping: '和别的地块重叠',
    status: '状态',
    rowsDone: '做完的行',
    earlierAt: '这份文件上次导入',
    firstRows: '头几行读出来的样子',
    cells: '各列',
    value: '内容',
  },
  every: { '': '全部' },
  kind: '哪张表',
  status: '状态',
  filters: {
    rows: {
      label: '行',
      choices: { '': '不限', bad: '有不能导入的行', held: '有等决定的行', overlapping: '有重叠的地块' },
    },
  },
  sorts: { newest: '最近的在前', bad: '不能导入的多的在前' },
} as const;

/** Words of the list of rows that did not come in. */
export const quarantineLabels = {
  title: '没有导入的行',
  search: '原因、原来的内容',
  fields: { rowNumber: '行号', field: '字段', reason: '原因', shown: '原来的内容', cameIn: '照样导入' },
  filters: { field: { label: '字段', choices: { '': '全部字段' } } },
  sorts: { row: '按行号', field: '按字段' },
} as const;
