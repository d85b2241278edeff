import type { Day, Fen, Mu } from '#kernel';
import type { AccountView, DealView, DeskView, LandView, ReasonLine, TermView } from './deal.view.js';

/** 流转备案通知: to the issuer and the township. */
export interface FilingView extends DealView, LandView {
  readonly issuer: string;
  readonly contractNumber: string;
  readonly signedOn: Day;
  readonly filedOn: Day;
  readonly handler: string;
}

/** 风险保障金协议（领域规则 3.12）: between transferee, town exchange and transferor. */
export interface DepositAgreementView {
  readonly caseNumber: string;
  readonly contractNumber: string;
  readonly transferor: string;
  readonly transferee: string;
  readonly keeper: string;
  readonly location: string;
  readonly area: Mu;
  readonly term: TermView;
  readonly basis: string;
  readonly formula: string;
  readonly amountFen: Fen;
  /** Null where it was not known yet. */
  readonly account: AccountView | null;
  readonly interest: string;
  /** Days of unpaid rent that the deposit answers for. */
  readonly rentDays: number;
  readonly replyDays: number;
  readonly topupDays: number;
  readonly releaseDays: number;
}

/** 风险保障金缴款通知书. Never 定金: its rule of double return does not apply (民法典第五百八十六条). */
export interface DepositDemandView {
  readonly caseNumber: string;
  readonly addressee: string;
  readonly contractNumber: string;
  readonly amountFen: Fen;
  readonly formula: string;
  readonly basis: string;
  /** Null where it was not known yet. */
  readonly account: AccountView | null;
  readonly dueOn: Day | null;
  /** Days of unpaid rent that the deposit answers for. */
  readonly rentDays: number;
  readonly desk: DeskView;
}

/** 风险保障金逾期通知书, to both sides: the contract stands until it is dissolved. */
export interface DepositOverdueView {
  readonly caseNumber: string;
  readonly addressee: string;
  readonly contractNumber: string;
  readonly signedOn: Day | null;
  readonly dueOn: Day;
  readonly amountFen: Fen;
  readonly heldFen: Fen;
  /** Null where it was not known yet. */
  readonly account: AccountView | null;
  readonly desk: DeskView;
}

/** 风险保障金收据. */
export interface DepositReceiptView {
  readonly caseNumber: string;
  readonly payer: string;
  readonly contractNumber: string;
  readonly amountFen: Fen;
  readonly basis: string;
  readonly slipNumber: string;
  readonly receivedOn: Day;
  readonly account: AccountView | null;
  readonly receiver: string;
  /** Null where the accounts check themselves. */
  readonly checker: string | null;
}

/** 风险保障金退还通知书. */
export interface DepositReleaseView {
  readonly caseNumber: string;
  readonly addressee: string;
  readonly contractNumber: string;
  readonly heldFen: Fen;
  readonly deductions: readonly { readonly reason: string; readonly fen: Fen; readonly payee: string }[];
  readonly releasedFen: Fen;
  readonly accounts: readonly { readonly payee: string; readonly bank: string; readonly tail: string }[];
  readonly basis: string;
  readonly desk: DeskView;
}

/** 交易鉴证书: proves the trade, not the right. */
export interface AttestationView extends LandView {
  readonly projectNumber: string;
  readonly product: string;
  readonly owner: string;
  readonly transferor: string;
  /** Whether it is land that is not contracted out. */
  readonly collective: boolean;
  /** Null where several let, each represented by its own. */
  readonly transferorRepresentative: string | null;
  readonly transferee: string;
  readonly transfereeId: string;
  readonly transfereeRepresentative: string;
  readonly transfereeKind: string;
  readonly use: string;
  readonly term: TermView;
  readonly contractCertificate: string;
  readonly mode: string;
  readonly priceFen: Fen;
  readonly yearlyFen: Fen;
  /** Of the whole term; null where it does not come out in whole years. */
  readonly totalFen: Fen | null;
  readonly contractNumber: string;
  readonly signedOn: Day;
  readonly payment: string;
}

/** 中止、恢复、撤回、失效: the case stops short, and what was reserved is free again. */
export interface CaseEndView {
  readonly caseNumber: string;
  readonly addressee: string;
  readonly place: string;
  readonly areaMu: Mu;
  readonly reasons: readonly ReasonLine[];
  /** What follows for the case, and what its parties may do; some letters say it in their own words. */
  readonly effect?: string;
  readonly next?: string;
  readonly desk: DeskView;
}

/** A right that comes to its end, told to both sides. */
interface EndingRightView extends DealView {
  readonly contractNumber: string;
  /** Null where no certificate was issued. */
  readonly certificateNumber: string | null;
  readonly endsOn: Day;
  /** The case that renews it, without a number while it is a draft. */
  readonly renewal: { readonly number: string | null; readonly term: TermView; readonly recorded: boolean } | null;
  readonly desk: DeskView;
}

/** 流转到期提醒书. */
export interface ExpiryReminderView extends EndingRightView {
  /** The last day on which a renewal can be asked for, so many days before the end. */
  readonly requestBy: Day;
  readonly requestDays: number;
  readonly returnDays: number;
}

/** 流转到期通知书. */
export interface ExpiryView extends EndingRightView {
  readonly renewed: boolean;
  readonly returnBy: Day;
}

/** 续期申请告知书: the transferor hears in writing that the transferee asks to renew, and on which terms. */
export interface RenewalRequestView extends DealView {
  readonly beforeNumber: string;
  readonly beforeContract: string;
  readonly beforeEndsOn: Day;
  readonly submittedOn: Day;
  readonly desk: DeskView;
}

/** 续期告知书, to a bank that holds a mortgage on the right that ends. */
export interface MortgageeNoticeView extends DealView {
  readonly mortgagee: string;
  readonly beforeNumber: string;
  readonly beforeEndsOn: Day;
  readonly submittedOn: Day;
  readonly desk: DeskView;
}

/** 办件回执, in large print, for the person who came to the station. */
export interface CaseReceiptView {
  /** Null until the application is handed in. */
  readonly caseNumber: string | null;
  readonly followCode: string;
  readonly person: string;
  readonly place: string;
  readonly areaMu: Mu;
  readonly done: readonly string[];
  readonly nextBy: Day | null;
  readonly clerk: string;
  readonly at: Date;
  readonly readAloud: boolean;
  readonly witness: string;
  readonly desk: DeskView;
}
