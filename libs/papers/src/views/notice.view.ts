import type { Day } from '#kernel';
import type { DealView, DeskView, LandView, ReasonLine } from './deal.view.js';

export interface NoticeDayView {
  /** YYYY-MM-DD. */
  readonly day: Day;
  /** 周一, or 补班 for a weekend that is worked. */
  readonly weekday: string;
  /** 国庆, 第 3 天, 网站 … */
  readonly note: string;
  readonly kind: 'count' | 'skip' | 'event';
}

/** 公示: the sheet for the village board. Names as the approved text shows them. */
export interface NoticeSheetView extends DealView, LandView {
  readonly version: number;
  readonly heading: string;
  readonly body: string;
  readonly desk: DeskView;
  readonly issuedOn: Day;
}

/** 公示起止告示: hangs beside the sheet once the days are known, and again when they grow. */
export interface NoticePeriodView {
  readonly noticeNumber: string;
  readonly version: number;
  readonly heading: string;
  /** Day of the last proof, which is not counted; sheets of before say their period and its end in words. */
  readonly start?: string;
  readonly firstDay?: string;
  readonly lastDay?: string;
  readonly workingDays?: number;
  readonly period?: string;
  readonly until?: string;
  /** Why the days are others than on the one before; null on the first, in words on sheets of before. */
  readonly extension: { readonly reason: string; readonly workingDays: number } | string | null;
  readonly days: readonly NoticeDayView[];
  readonly town?: string;
  readonly village?: string;
  /** Its name is empty where town and village tell it. */
  readonly desk: DeskView;
  readonly issuedOn: Day;
}

/** 公示结果证明. */
export interface NoticeProofView extends DealView, LandView {
  readonly noticeNumber: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly workingDays: number;
  /** The version of the calendar by which they were counted. */
  readonly calendar: string;
  readonly venues: readonly {
    readonly venue: string;
    readonly place: string;
    readonly postedAt: Date | null;
    readonly by: string;
    readonly proof: string;
  }[];
  /** The decision on each; null where it was withdrawn. */
  readonly objections: readonly { readonly number: string; readonly kind: string; readonly decision: string | null }[];
  readonly priorityClaims: readonly { readonly claimant: string; readonly result: string }[];
}

/** 异议受理通知书. What letters of before said in words, the template says by code and day. */
export interface ObjectionReceiptView {
  readonly noticeNumber: string;
  readonly caseNumber: string;
  readonly objector: string;
  /** The code of what it is about; its word in letters of before. */
  readonly kind: string;
  readonly submittedOn?: Day;
  readonly submittedAt?: string;
  readonly facts: string;
  /** The names of what was handed in; one text in letters of before. */
  readonly evidence: readonly string[] | string;
  readonly handler: string;
  readonly dueOn: Day | null;
  readonly desk: DeskView;
}

/** 异议处理决定书. */
export interface ObjectionDecisionView extends ObjectionReceiptView {
  readonly investigation: string;
  /** The code of the outcome; its words in letters of before. */
  readonly decision: string;
  readonly reasons: readonly ReasonLine[];
  /** The code of what it does to the case; its words in letters of before. */
  readonly effect: string;
}

/** 优先权主张答复书. */
export interface PriorityAnswerView extends Omit<DealView, 'priceFen'> {
  /** As the notice prints it. */
  readonly price: string;
  readonly noticeNumber: string;
  readonly claimant: string;
  readonly claimedAt: string;
  readonly level?: string;
  readonly statement?: string;
  readonly ground?: string;
  /** The code of the result; its words in letters of before. */
  readonly result: string;
  /** On which lawful ground a claim failed, '' if it did not, and what the answer says of it. */
  readonly declineGround?: string;
  readonly answer?: string;
  readonly reasons?: readonly ReasonLine[];
  /** Until when a chosen claimant hands in, '' for the others. */
  readonly submitBy?: string;
  readonly next?: string;
  readonly desk: DeskView;
}
