import { Injectable } from '@nestjs/common';
import type { Day, Fen } from '#kernel';
import { CasesService, caseOutcomes, caseTopics } from '#cases';
import { Deposit } from '#deposits';
import { Inspection, type SurveyFacts, confirmationMethods, farmlandFindings, sides } from '#inspections';
import { Notice, PriorityClaim, claimResults } from '#notices';
import type { PaperViews } from '#papers';
import { Files, type Tx } from '#platform';
import { Publication, type PublicText, VenuesService, proofKinds, venueKinds } from '#publications';

type SurveyLines = Pick<PaperViews['survey'], 'measurements' | 'found' | 'neighbours' | 'photos'>;
type NoticeResults = Pick<PaperViews['notice_proof'], 'venues' | 'objections' | 'priorityClaims'>;

/** What other desks' records say, in the words of the papers. */
@Injectable()
export class StageRecords {
  constructor(
    private readonly venues: VenuesService,
    private readonly cases: CasesService,
    private readonly files: Files,
  ) {}

  async survey(tx: Tx, surveyed: SurveyFacts): Promise<SurveyLines> {
    const id = surveyed.inspectionId ?? '';
    const found = await tx.findOneByOrFail(Inspection, { id });
    const photos = (await this.files.of(tx, 'inspection', id)).filter((file) => file.mediaType.startsWith('image/'));
    return {
      measurements: surveyed.parcels.map(({ name, parcelCode: code, recordedMu, measuredMu, points, ...more }) => ({
        ...{ name, code, recordedMu, measuredMu, differencePercent: more.differencePercent ?? '' },
        ...{ corners: points.length, start: points[0] ?? null },
      })),
      found: {
        ...{ occupation: found.occupation, crops: found.crops, fixtures: found.fixtures, hazards: found.hazards },
        basicFarmland: found.basicFarmland && farmlandFindings[found.basicFarmland],
        farmlandNote: found.farmlandNote,
      },
      neighbours: surveyed.neighbours.map(({ name, parcelCode: code, side, confirmed, method, remark }) => ({
        ...{ name, code, side: sides[side], confirmed, method: confirmationMethods[method], remark: remark ?? '' },
      })),
      photos: photos.map(({ name, takenAt, addedAt, point, sha256 }) => ({
        ...{ name, takenAt: takenAt ?? addedAt, point, hash: sha256.slice(0, 16) },
      })),
    };
  }

  async notice(tx: Tx, id: string): Promise<{ notice: Notice; text: PublicText }> {
    const notice = await tx.findOneByOrFail(Notice, { id });
    const publication = await tx.findOneByOrFail(Publication, { id: notice.publicationId ?? '' });
    return { notice, text: publication.boardText };
  }

  async noticeResults(tx: Tx, noticeId: string): Promise<NoticeResults> {
    const notice = await tx.findOneByOrFail(Notice, { id: noticeId });
    const postings = await this.venues.of(tx, notice.publicationId ?? '');
    const files = await this.cases.about(tx, 'notice', noticeId);
    const claims = await tx.find(PriorityClaim, { where: { noticeId }, order: { claimedAt: 'ASC' } });
    return {
      venues: postings
        .filter((posting) => posting.provenAt !== null)
        .map((posting) => ({
          venue: venueKinds[posting.kind],
          place: posting.place,
          postedAt: posting.postedAt,
          by: posting.postedBy ?? '',
          proof: posting.proofKind ? proofText(proofKinds[posting.proofKind], posting.evidenceSha256) : '',
        })),
      objections: files
        .filter((file) => file.kind === 'objection')
        .map((file) => ({
          number: file.number,
          kind: caseTopics[file.topic],
          decision: file.outcome && caseOutcomes[file.outcome],
        })),
      priorityClaims: claims.map((claim) => ({
        claimant: claim.name,
        result: [claim.result === null ? '' : claimResults[claim.result], claim.answerReasons]
          .filter(Boolean)
          .join('：'),
      })),
    };
  }

  async deposit(tx: Tx, id: string): Promise<Deposit> {
    return tx.findOneByOrFail(Deposit, { id });
  }

  /** Money that was approved to leave a deposit, oldest first. */
  async outflows(
    tx: Tx,
    depositId: string,
  ): Promise<
    { kind: 'release' | 'claim'; amountFen: Fen; reason: string; payee: string; bank: string; tail: string }[]
  > {
    return tx.query(
      `SELECT kind, amount_fen AS "amountFen", reason, payee_name AS payee, payee_bank AS bank, payee_account_tail AS tail
       FROM deposit_outflow WHERE deposit_id = $1 AND approved_at IS NOT NULL ORDER BY approved_at`,
      [depositId],
    );
  }

  /** The bank slips of a deposit, oldest first. */
  async slips(
    tx: Tx,
    depositId: string,
  ): Promise<{ number: string; amountFen: Fen; paidOn: Day; recordedBy: string }[]> {
    return tx.query(
      `SELECT slip_number AS number, amount_fen AS "amountFen", paid_on AS "paidOn", recorded_by_name AS "recordedBy"
       FROM deposit_payment WHERE deposit_id = $1 ORDER BY recorded_at`,
      [depositId],
    );
  }
}

const proofText = (kind: string, sha256: string | null): string => (sha256 ? `${kind} ${sha256.slice(0, 10)}` : kind);
