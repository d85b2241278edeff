import { Injectable } from '@nestjs/common';
import type { Day, Fen } from '#kernel';
import { Deposit } from '#deposits';
import { Inspection, type SurveyFacts, confirmationMethods, farmlandFindings, sides } from '#inspections';
import type { PaperViews } from '#papers';
import { Files, type Tx } from '#platform';

type SurveyLines = Pick<PaperViews['survey'], 'measurements' | 'found' | 'neighbours' | 'photos'>;

/** What other desks' records say, in the words of the papers. */
@Injectable()
export class StageRecords {
  constructor(private readonly files: Files) {}

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
