import { type Day, type RightKind, addDays, addYears } from '#kernel';
import type { Database } from '#platform';

/** A right that is no contracted land, as a clerk types it; its price and its term stand with every lot. */
export interface RightWish {
  kind: RightKind;
  holder: string;
  fields: object;
}

type OtherKind = Exclude<RightKind, 'contracted'>;

/** Of each kind one that a village might have, and what is asked for it. */
const rights: Readonly<Record<OtherKind, { priceYuan: string; years: number; fields: object }>> = {
  forest: {
    ...{ priceYuan: '300', years: 10 },
    fields: {
      ...{ mode: 'lease', name: '东山杨树林', location: '村东小山，到水渠为止', areaMu: '42.5', use: '经营用材林' },
      ...{ certificate: '演林证 0001 号', forestSort: 'timber', species: '杨树', treeAge: 8, stock: '310.5' },
    },
  },
  wasteland: {
    ...{ priceYuan: '120', years: 30 },
    fields: {
      mode: 'contracting',
      name: '北沟荒滩',
      location: '村北大沟',
      areaMu: '18',
      wasteSort: 'shoal',
      use: '栽种林木',
    },
  },
  assets: {
    ...{ priceYuan: '36000', years: 5 },
    fields: { mode: 'lease', name: '村仓库', location: '村委会东院', quantity: 6, quantityUnit: '间', use: '存放粮食' },
  },
  equipment: {
    ...{ priceYuan: '45000', years: 0 },
    fields: {
      ...{ mode: 'assignment', name: '联合收割机', model: '演 4LZ-8', location: '村农机院', use: '收割小麦、玉米' },
      ...{ quantity: 1, quantityUnit: '台', bought: 2021 },
    },
  },
  waterworks: {
    ...{ priceYuan: '2600', years: 5 },
    fields: {
      ...{ mode: 'lease', name: '三号机井', location: '村南三队地头', waterSort: '机井', use: '灌溉' },
      ...{ capacity: '灌溉 120 亩', certificate: '无' },
    },
  },
  knowledge: {
    ...{ priceYuan: '8000', years: 3 },
    fields: {
      mode: 'lease',
      name: '演麦 9 号',
      knowledgeSort: 'variety',
      registration: '演品种权 9 号',
      use: '繁育种子',
    },
  },
  other: {
    ...{ priceYuan: '12000', years: 3 },
    fields: {
      mode: 'lease',
      name: '村停车场',
      basis: '集体决议，县里同意进场',
      quantity: 40,
      quantityUnit: '个',
      use: '停放农机',
    },
  },
};

/** Collectives of villages with a station at work, in the order of their codes. */
export function collectives(database: Database): Promise<{ holder: string; village: string }[]> {
  return database.ask(
    `SELECT credit_code AS holder, office_code AS village FROM body
     WHERE kind = 'collective' AND office_code IN (SELECT office_code FROM post_held WHERE post = 'village_clerk') ORDER BY office_code`,
  );
}

/** What a collective offers of a kind, from soon after today. */
export function rightWish(kind: OtherKind, holder: string, today: Day) {
  const { priceYuan, years, fields } = rights[kind];
  const start = addDays(today, 40);
  const term = { start, end: years === 0 ? '' : addDays(addYears(start, years), -1) };
  return { priceYuan, term, right: { kind, holder, fields } };
}
