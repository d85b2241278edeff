import type { Day, Fen, Mu } from '#kernel';
import type { AccountView, AgreedView, LandView, TermView } from './deal.view.js';

export interface ContractParty {
  readonly name: string;
  readonly idLabel: string;
  readonly id: string;
  readonly representative: string;
  readonly representativeId: string;
  readonly address: string;
  readonly phone: string;
  /** The kind of a transferee; of who lets, whether a household or a collective. */
  readonly kind: string;
}

/** Choices of GF-2021-2606: √ for what is chosen, × for what is declined; texts of a choice may be empty. */
export interface ContractView extends LandView {
  readonly contractNumber: string;
  readonly lessor: ContractParty;
  /** Each household, where several let together; they sign one by one. */
  readonly lessors?: readonly {
    readonly name: string;
    readonly id: string;
    readonly representative: string;
    readonly contracts: string;
    readonly areaMu: Mu;
    readonly yearlyFen: Fen;
  }[];
  readonly lessee: ContractParty;
  readonly terms: AgreedView;
  readonly use: string;
  readonly term: TermView;
  readonly rent: {
    readonly cash: boolean;
    readonly cashFenPerMuYear: Fen;
    readonly goods: boolean;
    readonly goodsText: string;
    readonly converted: boolean;
    readonly convertedText: string;
    readonly otherText: string;
    readonly adjustment: string;
    /** Of the whole term; null where it does not come out in whole years, to be agreed by hand. */
    readonly totalFen: Fen | null;
    /** When and how much, in the parties' words. */
    readonly payment: string;
    readonly oneOff: boolean;
    readonly instalments: boolean;
    readonly schedule: readonly { readonly day: Day; readonly fen: Fen }[];
    readonly account: AccountView;
  };
  readonly filingDays: number;
  readonly consents: {
    /** Null where the parties were not asked: an empty box. */
    readonly soil: boolean | null;
    readonly facilities: boolean | null;
    readonly mortgage: boolean | null;
    readonly retransfer: boolean | null;
    readonly otherText: string;
  };
  readonly subsidies: string;
  readonly deposit: {
    readonly agreed: boolean;
    readonly holder: string;
    readonly fen: Fen | null;
    /** Why none is due, where none is. */
    readonly waiver: string;
  };
  /** What was agreed on it; null where the law says it (司法解释〔承包纠纷〕第二十条). */
  readonly expropriation: { readonly fixtures: string; readonly crops: string } | null;
  readonly renewal: {
    readonly requestDays: number;
    readonly refuseDays: number;
    readonly returnDays: string;
    readonly facilities: string;
  };
  readonly breach: {
    readonly lateHandover: string;
    readonly lateHandoverDays: string;
    readonly lateRent: string;
    readonly lateRentDays: string;
    readonly lateReturn: string;
  };
  readonly disputes: { readonly arbitration: boolean | null; readonly court: boolean | null };
  readonly copies: {
    readonly lessor: number;
    readonly lessee: number;
    readonly collective: number;
    readonly town: number;
  };
  readonly supplement: string;
  readonly signedAt: string;
}

/** 流转委托书. */
export interface MandateView extends LandView {
  readonly principal: string;
  readonly principalId: string;
  readonly agent: string;
  readonly agentId: string;
  readonly mode: string;
  readonly term: TermView;
  readonly minimumFenPerMuYear: Fen;
  readonly settlement: string;
  /** True: negotiates and signs; false: negotiates only, the principal signs himself. */
  readonly maySign: boolean;
  readonly mayRemandate: boolean;
  readonly validity: TermView;
  readonly members: readonly string[];
  readonly readAloudBy: string;
  readonly witness: string;
}

/** 承包方家庭共有人同意书. */
export interface ConsentView extends LandView {
  readonly household: string;
  readonly contractCode: string;
  readonly transferee: string;
  readonly mode: string;
  readonly term: TermView;
  readonly priceFen: Fen;
  readonly use: string;
  readonly members: readonly {
    readonly name: string;
    readonly relation: string;
    readonly id: string;
    readonly method: string;
  }[];
  /** The very words that each member says yes to; their hash is kept with each consent. */
  readonly statement: string;
  readonly witness: string;
}

/** 土地经营权流转意向协议书. */
export interface IntentView extends LandView {
  readonly lessor: ContractParty;
  readonly lessee: ContractParty;
  readonly mode: string;
  readonly term: TermView;
  readonly priceFen: Fen;
  readonly use: string;
  readonly validUntil: Day;
  readonly exclusive: boolean;
  readonly signWithinDays: number;
}
