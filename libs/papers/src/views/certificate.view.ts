import type { Day, Fen } from '#kernel';
import type { AgreedView, TermView } from './deal.view.js';
import type { ParcelRow } from './parcel.view.js';
import type { Sketch } from '../drawing/map-sketch.js';

/** A line of the record that a certificate carries over from those before it. */
export interface CarriedChange {
  readonly day: Day;
  /** What was done, and with which part; certificates of before say it in words, under `item`. */
  readonly kind?: string;
  readonly part?: string | null;
  readonly before?: string;
  readonly after?: string;
  /** The certificate that this one follows. */
  readonly follows?: string | null;
  readonly item?: string;
  readonly basis: string;
  readonly by: string;
}

/** A mortgage on the right; certificates of before say it in words: `amount`, `registered` and `released`. */
export interface CarriedMortgage {
  readonly mortgagee: string;
  readonly principalFen?: Fen;
  readonly term?: TermView;
  readonly registeredOn?: Day | null;
  readonly registeredNumber?: string | null;
  readonly overOn?: Day | null;
  readonly amount?: string;
  readonly registered?: string;
  readonly released?: string;
}

/** 农村土地经营权证书: names whole on paper, masked on the page. */
export interface CertificateView {
  /** 纸张流水号, apart from the number of the certificate. */
  readonly stockNumber?: string | undefined;
  readonly holder: string;
  readonly holderIdLabel: string;
  readonly holderId: string;
  /** Legal representative or head of household, where the holder is not a person alone. */
  readonly representative?: string | undefined;
  readonly address?: string | undefined;
  readonly mode: string;
  readonly contractNumber: string;
  readonly transferor: string;
  readonly issuer: string;
  /** The first of the household contracts, and how many there are; certificates of before say it in one line, `contracts`. */
  readonly contractCode?: string | undefined;
  readonly contractCount?: number | undefined;
  readonly contracts?: string | undefined;
  readonly location: string;
  readonly term: TermView;
  readonly use: string;
  /** As the contract has them; certificates issued before they were kept have none. */
  readonly terms?: AgreedView | undefined;
  /** What a mu costs in a year; certificates of before say it in words, `price`. */
  readonly priceFen?: Fen;
  readonly price?: string | undefined;
  /** 不动产登记: its number, or ''; certificates of before say 未办理. */
  readonly realEstate: string;
  /** From how many years on it may be asked for, where this term is long enough. */
  readonly registrableYears?: number | null;
  readonly parcels: readonly ParcelRow[];
  readonly sketch?: Sketch | undefined;
  readonly changes: readonly CarriedChange[];
  readonly encumbrances: readonly CarriedMortgage[];
  readonly issuedOn: Day;
}
