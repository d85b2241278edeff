import type { Day } from '#kernel';
import type { AgreedView, TermView } from './deal.view.js';
import type { ParcelRow } from './parcel.view.js';
import type { Sketch } from '../drawing/map-sketch.js';

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
  /** Codes of the household contracts, in one line. */
  readonly contracts?: string | undefined;
  readonly location: string;
  readonly term: TermView;
  readonly use: string;
  /** As the contract has them; certificates issued before they were kept have none. */
  readonly terms?: AgreedView | undefined;
  readonly price: string;
  /** 不动产登记: its number, or 未办理. */
  readonly realEstate: string;
  readonly parcels: readonly ParcelRow[];
  readonly sketch?: Sketch | undefined;
  readonly changes: readonly {
    readonly day: Day;
    readonly item: string;
    readonly basis: string;
    readonly by: string;
  }[];
  readonly encumbrances: readonly {
    readonly mortgagee: string;
    readonly amount: string;
    readonly registered: string;
    readonly released: string;
  }[];
  readonly issuedOn: Day;
}
