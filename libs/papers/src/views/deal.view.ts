import type { Day } from '#kernel';
import type { Sketch } from '../drawing/map-sketch.js';
import type { ParcelRow } from './parcel.view.js';

export interface TermView {
  /** Days as YYYY-MM-DD; papers write them out. */
  readonly from: Day;
  readonly to: Day;
}

/** The transfer as most papers name it. */
export interface DealView {
  readonly caseNumber: string;
  readonly transferor: string;
  readonly transferee: string;
  /** 出租、转包、入股. */
  readonly mode: string;
  readonly term: TermView;
  readonly use: string;
  /** In words with its unit: 每亩每年 900.00 元. */
  readonly price: string;
  readonly payment: string;
}

/** What was agreed, by the names under which an application asks for it: days as YYYY-MM-DD, what was left empty null or ''. */
export type AgreedView = Readonly<Record<string, unknown>>;

/** Parcels and their sketch; total and count are worked out when the paper is drawn. */
export interface LandView {
  /** Town and village, as an address: 殷巷镇李家桥村. */
  readonly location: string;
  readonly parcels: readonly ParcelRow[];
  readonly sketch?: Sketch | undefined;
}

/** Where to ask, to correct or to complain. */
export interface DeskView {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
}

export interface ChecklistLine {
  readonly item: string;
  /** 符合、不符合、不适用. */
  readonly result: string;
  readonly note: string;
}

export interface ReasonLine {
  readonly text: string;
  /** The rule it rests on: 农村土地承包法第三十八条第三项. */
  readonly rule: string;
}
