import type { Day, Mu } from '#kernel';
import type { AgreedView, ChecklistLine, DealView, DeskView, LandView, ReasonLine } from './deal.view.js';

/** 流转申请书: what the parties ask for, printed for their signatures. */
export interface ApplicationView extends DealView, LandView {
  readonly transferorId: string;
  readonly transferorPhone: string;
  readonly transfereeId: string;
  readonly transfereeKind: string;
  readonly transfereePhone: string;
  readonly issuer: string;
  /** Every live mortgage, whether or not its mortgagee has agreed. */
  readonly mortgages: readonly { readonly mortgagee: string; readonly consented: boolean }[];
  readonly retransfer: boolean;
  readonly transferorAddress: string;
  readonly transfereeAddress: string;
  /** Null for land that is not contracted out. */
  readonly householdCount: number | null;
  /** Whether the transferee is of the collective that owns the land, by the register. */
  readonly member: boolean;
  readonly terms: AgreedView;
  /** What both sides declared; empty where nobody was asked. */
  readonly declared: { readonly lease: string; readonly dispute: string; readonly credit: string };
  /** As it is on this day: whether the collective has decided on its land, and how many members of households have not consented. */
  readonly decided: boolean;
  readonly missingConsents: number;
  readonly ability: string;
  readonly project: string;
  readonly attachments: readonly string[];
}

/** 受理通知书. */
export interface AcceptanceView extends DealView, LandView {
  readonly addressee: string;
  readonly submittedOn: Day;
  readonly acceptedOn: Day;
  readonly acceptor: string;
  /** The application by the kind of land, then what was brought with it. */
  readonly materials: readonly { readonly name: string; readonly copies: number; readonly form: 'online' | 'scan' }[];
  readonly reviewDueOn: string;
  readonly desk: DeskView;
  /** Code by which the applicant follows the case. */
  readonly followCode: string;
}

/** 补正通知书（一次性告知）: every defect at once. */
export interface CorrectionView {
  readonly caseNumber: string;
  readonly addressee: string;
  readonly round: number;
  readonly submittedOn: Day;
  readonly defects: readonly {
    readonly item: string;
    readonly fault: string;
    readonly remedy: string;
    readonly rule: string;
  }[];
  readonly dueOn: Day;
  readonly desk: DeskView;
}

/** 实地调查报告. */
export interface SurveyView extends DealView, LandView {
  readonly surveyedAt: Date | null;
  readonly surveyors: readonly { readonly name: string; readonly office: string }[];
  readonly measurements: readonly {
    readonly name: string;
    readonly code: string;
    readonly recordedMu: Mu;
    readonly measuredMu: Mu | null;
    readonly differencePercent: string;
    /** How many corners were measured, and the first of them. */
    readonly corners: number;
    readonly start: Point | null;
  }[];
  readonly found: {
    readonly occupation: string | null;
    readonly crops: string | null;
    readonly fixtures: string | null;
    readonly hazards: string | null;
    readonly basicFarmland: string | null;
    readonly farmlandNote: string | null;
  };
  readonly neighbours: readonly {
    readonly name: string;
    readonly code: string;
    readonly side: string;
    readonly confirmed: boolean;
    readonly method: string;
    readonly remark: string;
  }[];
  readonly photos: readonly {
    readonly name: string;
    readonly takenAt: Date;
    readonly point: Point | null;
    readonly hash: string;
  }[];
  readonly opinion: string;
}

interface Point {
  readonly longitude: string;
  readonly latitude: string;
}

interface Reviewed extends DealView, LandView {
  readonly addressee: string;
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
  readonly doneAt: Date;
  readonly opinion: string;
  readonly reviewer: string;
}

/** 审核意见书 of the town: the application has passed, and what was looked at. */
export interface TownReviewView extends Reviewed {
  readonly identityPapers: number;
  readonly collective: boolean;
  readonly households: number;
  readonly consents: number;
}

/** 审核意见书 of the county, whatever came of it. */
export interface ReviewView extends Reviewed {
  readonly level: 'county';
  readonly checklist: readonly ChecklistLine[];
  readonly conclusion: 'pass' | 'return' | 'reject';
  readonly reasons: readonly ReasonLine[];
}

/** 不予通过决定书. */
export interface RejectionView {
  readonly caseNumber: string;
  readonly addressee: string;
  readonly submittedOn: Day;
  readonly place: string;
  readonly areaMu: Mu;
  readonly kind: string;
  readonly facts: string;
  readonly reasons: readonly ReasonLine[];
  readonly desk: DeskView;
}
