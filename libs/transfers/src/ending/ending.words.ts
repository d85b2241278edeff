/** What the document calls the rights that end. */
export const endingParts = {
  title: '快到期的和没交还的',
  reminderDays: '提前多少天提醒',
  soon: '快到期的',
  out: '没有交还的',
  lastDay: '最后一天',
  reminded: '提醒过了',
  renewalState: '续期到哪一步',
  depositState: '保障金到哪一步',
  endedOn: '哪天结束的',
} as const;
