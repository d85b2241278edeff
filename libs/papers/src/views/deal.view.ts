import type { Day, Fen } from '#kernel';
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
  readonly mode: string;
  readonly term: TermView;
  /** The planned use and what is grown, in the words of the application. */
  readonly use: string;
  /** Per mu and year. */
  readonly priceFen: Fen;
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
  readonly result: 'yes' | 'no' | 'none';
  readonly note: string;
}

/** Where money is paid to. */
export interface AccountView {
  readonly name: string;
  readonly number: string;
  readonly bank: string;
}

export interface ReasonLine {
  readonly text: string;
  /** The rule it rests on: 农村土地承包法第三十八条第三项. */
  readonly rule: string;
}
