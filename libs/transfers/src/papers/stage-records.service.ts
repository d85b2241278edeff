import { Injectable } from '@nestjs/common';
import { type Day, type Fen, formatMoment } from '#kernel';
import { CasesService, caseOutcomes, caseTopics } from '#cases';
import { Deposit } from '#deposits';
import { Inspection, type SurveyFacts, confirmationMethods, farmlandFindings, sides } from '#inspections';
import { Notice, PriorityClaim, claimResults } from '#notices';
import type { PaperViews } from '#papers';
import { Files, type Tx } from '#platform';
import { Publication, type PublicText, VenuesService, proofKinds, venueKinds } from '#publications';

type SurveyLines = Pick<PaperViews['survey'], 'measurements' | 'findings' | 'neighbours' | 'photos'>;
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
      measurements: surveyed.parcels.map((parcel) => ({
        parcel: `${parcel.name} …${parcel.parcelCode.slice(-5)}`,
        recordedMu: parcel.recordedMu,
        measuredMu: parcel.measuredMu,
        differencePercent: parcel.differencePercent ?? '',
        points: pointsText(parcel.points),
      })),
      findings: [
        { item: '占用、使用', result: '', note: found.occupation ?? '' },
        { item: '作物', result: '', note: found.crops ?? '没有' },
        { item: '地上附着物', result: '', note: found.fixtures ?? '没有' },
        { item: '淹没、污染', result: '', note: found.hazards ?? '没有' },
        {
          item: '永久基本农田',
          result: found.basicFarmland ? farmlandFindings[found.basicFarmland] : '',
          note: found.farmlandNote ?? '',
        },
      ],
      neighbours: surveyed.neighbours.map((each) => ({
        name: `${each.name}（地块 …${each.parcelCode.slice(-5)}）`,
        side: sides[each.side],
        result: [each.confirmed ? '指界，无异议' : '没有确认', confirmationMethods[each.method], each.remark]
          .filter(Boolean)
          .join('，'),
      })),
      photos: photos.map((file) => ({
        name: file.name,
        takenAt: file.takenAt ? formatMoment(file.takenAt) : formatMoment(file.addedAt),
        place: file.point ? `${file.point.longitude}°E ${file.point.latitude}°N` : '',
        hash: file.sha256.slice(0, 16),
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
          postedAt: posting.postedAt ? formatMoment(posting.postedAt) : '',
          by: posting.postedBy ?? '',
          proof: posting.proofKind ? proofText(proofKinds[posting.proofKind], posting.evidenceSha256) : '',
        })),
      objections: files
        .filter((file) => file.kind === 'objection')
        .map((file) => ({
          number: file.number,
          kind: caseTopics[file.topic],
          decision: file.outcome ? caseOutcomes[file.outcome] : '撤回',
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

function pointsText(points: readonly { longitude: string; latitude: string }[]): string {
  const [first] = points;
  return first ? `${points.length} 点，${first.longitude}°E ${first.latitude}°N 起` : '';
}

const proofText = (kind: string, sha256: string | null): string => (sha256 ? `${kind} ${sha256.slice(0, 10)}` : kind);
