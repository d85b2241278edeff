import { transferLabels } from '../transfer.words.js';

const { search, office } = transferLabels;
const every = { '': '全部' } as const;
const fields = {
  number: transferLabels.fields.number,
  place: transferLabels.fields.place,
  transferor: transferLabels.fields.transferor,
  transferee: transferLabels.fields.transferee,
  areaMu: transferLabels.fields.areaMu,
  depositState: '保障金到哪一步',
} as const;

/** Words of the list of rights that end soon. */
export const endingLabels = {
  title: '快到期的',
  search,
  reminderDays: '提前多少天提醒',
  fields: { ...fields, lastDay: '最后一天', reminded: '提醒过了', renewalState: '续期到哪一步' },
  filters: { office, renewal: { label: '续期', choices: { ...every, none: '没有申请续期', asked: '申请了续期' } } },
  sorts: { ending: '先到期的在前', largest: '面积大的在前' },
} as const;

/** Words of the list of land that nobody recorded as handed back. */
export const landOutLabels = {
  title: '没有交还的',
  search,
  fields: { ...fields, state: '怎么结束的', endedOn: '哪天结束的' },
  every,
  filters: { office },
  sorts: { ended: '最近结束的在前', longest: '结束最久的在前' },
} as const;
