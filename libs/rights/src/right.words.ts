import { codes } from '#kernel';
export const statuses = codes('RightStanding', {
  reserved: '已预留',
  active: '有效',
  ended: '已终止',
  released: '已解除预留',
});

/** What the history of a right calls what befell it. */
export const rightNotes = {
  reserve: '预留地块',
  activate: '权利生效',
  release: '解除预留',
  end: '权利终止',
  rearranged: '更正申请',
} as const;

/** Words of the list of rights. */
export const rightLabels = {
  title: '土地经营权',
  search: '地块代码、双方名称',
  fields: {
    holder: '谁种',
    grantor: '谁的地',
    place: '镇街、村',
    parcels: '地块',
    areaMu: '面积（亩）',
    termStart: '从哪天起',
    termEnd: '到哪天止',
    plannedUse: '用途',
    status: '状态',
    reservedAt: '预留',
    activeSince: '生效',
    overReason: '为什么结束',
  },
  every: { '': '全部', live: '现在占着地的' },
  filters: { office: { label: '镇街、村', choices: { '': '全部地方' } }, ends: { label: '哪一年到期' } },
  sorts: { newest: '最近的在前', ending: '先到期的在前' },
} as const;
