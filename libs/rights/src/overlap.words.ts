/** Words of the list of parcels that lie over each other. */
export const overlapLabels = {
  title: '图上重叠的地块',
  search: '地块代码',
  fields: {
    firstCode: '地块代码',
    firstName: '地块',
    secondCode: '另一块的代码',
    secondName: '另一块',
    place: '镇街、村',
    secondPlace: '另一块在哪里',
    areaM2: '重叠（平方米）',
    smallerM2: '小的一块（平方米）',
    percent: '占小的一块（%）',
    counts: '算同一处',
    held: '流转或预留占着',
    measuredAt: '测算',
  },
  filters: {
    status: {
      label: '情况',
      choices: {
        '': '全部',
        counts: '算同一处，只能流转一块',
        held: '算同一处，正占着',
        twice: '算同一处，两块同时占着',
        small: '不多，不算同一处',
      },
    },
    office: { label: '镇街、村', choices: { '': '全部地方' } },
  },
  sorts: { largest: '重叠多的在前', newest: '新测算的在前' },
} as const;

/** Parts of a parcel's page that say what lies over it. */
export const overlapParts = {
  list: '在图上和它重叠的地块',
  areaM2: '重叠（平方米）',
  counts: '算同一处',
  heldUntil: '那一块流转或预留占到哪天',
} as const;
