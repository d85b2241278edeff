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
  readonly encumbrance: string;
  readonly retransfer: boolean;
  readonly transferorAddress: string;
  readonly transfereeAddress: string;
  readonly households: string;
  /** Whether the transferee is of the collective that owns the land, by the register. */
  readonly member: boolean;
  readonly terms: AgreedView;
  /** What both sides declared; empty where nobody was asked. */
  readonly declared: { readonly lease: string; readonly dispute: string; readonly credit: string };
  /** How far the consent of those whose land it is has come, as it is on this day. */
  readonly consent: string;
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
  readonly materials: readonly { readonly name: string; readonly copies: string; readonly form: string }[];
  readonly reviewDueOn: Day;
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
  readonly surveyedAt: string;
  readonly surveyors: readonly { readonly name: string; readonly office: string }[];
  readonly measurements: readonly {
    readonly parcel: string;
    readonly recordedMu: Mu;
    readonly measuredMu: Mu | null;
    readonly differencePercent: string;
    readonly points: string;
  }[];
  readonly findings: readonly ChecklistLine[];
  readonly neighbours: readonly { readonly name: string; readonly side: string; readonly result: string }[];
  readonly photos: readonly {
    readonly name: string;
    readonly takenAt: string;
    readonly place: string;
    readonly hash: string;
  }[];
  readonly opinion: string;
}

/** 审核意见书, of the town's preliminary or the county's review. */
export interface ReviewView extends DealView, LandView {
  /** 镇街初审 or 县级审核. */
  readonly level: string;
  readonly addressee: string;
  readonly receivedAt: string;
  readonly dueAt: string;
  readonly doneAt: string;
  readonly checklist: readonly ChecklistLine[];
  /** 审核通过、退回补正、不予通过. */
  readonly conclusion: string;
  readonly reasons: readonly ReasonLine[];
  readonly opinion: string;
  readonly reviewer: string;
}

/** 不予通过决定书. */
export interface RejectionView {
  readonly caseNumber: string;
  readonly addressee: string;
  readonly submittedOn: Day;
  readonly matter: string;
  readonly facts: string;
  readonly reasons: readonly ReasonLine[];
  readonly desk: DeskView;
}
