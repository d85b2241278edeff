import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Term, compareMu } from '#kernel';
import { type Act, constraintOf, Database, type Reader, type Tx } from '#platform';
import { LandService } from './land.service.js';
import { type OccupancyRow, occupancyRows } from './land.queries.js';
import { ManagementRight, type RightStatus, liveStatuses } from './management-right.entity.js';
import { ParcelOverlaps } from './parcel-overlaps.service.js';
import { guardText } from './portions.js';
import type { Portion, RightRequest } from './right.input.js';
import { rightProblems } from './right.problems.js';
import { rightNotes } from './right.words.js';
import { RightPortion } from './right-portion.entity.js';
import { rangeOf } from './term-range.js';

const refusals: Readonly<Record<string, () => Error>> = {
  right_portion_no_overlap: rightProblems.parcelTaken,
  overlap_portion_held_once: rightProblems.groundTaken,
  right_portion_within_contract: rightProblems.beyondContract,
  right_portion_within_parent: rightProblems.beyondParent,
  right_portion_within_area: rightProblems.beyondArea,
  management_right_one_live: rightProblems.alreadyReserved,
  management_right_parties: rightProblems.sameParties,
  management_right_one_way: rightProblems.wrongStatus,
};

/** Management rights: reserved with the application, active when recorded, ended or released after. */
@Injectable()
export class RightsService {
  constructor(
    private readonly database: Database,
    private readonly land: LandService,
    private readonly overlaps: ParcelOverlaps,
  ) {}

  /**
   * Reserves the land for a case. Of two cases that ask for one place and time in the same instant the database lets one
   * in; the other is refused as `parcel-taken`, which ends its transaction.
   */
  async reserve(act: Act, wish: RightRequest): Promise<ManagementRight> {
    const { tx } = act;
    await this.overlaps.beKnown(tx, [...new Set(wish.portions.map(({ parcelId }) => parcelId))]);
    const [first]: { code: string }[] = await tx.query('SELECT office_code AS code FROM parcel WHERE id = $1', [
      wish.portions[0]?.parcelId,
    ]);
    const right = tx.create(ManagementRight, {
      id: randomUUID(),
      parentId: wish.parentId,
      mode: wish.mode,
      grantorId: wish.grantorId,
      holderId: wish.holderId,
      term: rangeOf(wish.term),
      status: 'reserved',
      plannedUse: wish.plannedUse,
      subject: wish.subject,
      subjectId: wish.subjectId,
      officeCode: first?.code ?? '',
      reservedAt: act.now,
      reservedUntil: wish.reservedUntil,
      activeSince: null,
      overSince: null,
      overReason: null,
    });
    await refusing(async () => {
      await tx.insert(ManagementRight, right);
      await insertPortions(tx, right.id, wish.portions);
    });
    await note(act, right, 'reserve', null);
    return right;
  }

  /** The right is recorded: from now on it is held, no longer only kept free. */
  async activate(act: Act, rightId: string): Promise<ManagementRight> {
    const right = await this.lock(act.tx, rightId, 'reserved');
    return move(act, right, { status: 'active', activeSince: act.now }, 'activate');
  }

  /** Keeps what is reserved until another day. */
  async keepUntil(act: Act, rightId: string, reservedUntil: Date): Promise<void> {
    await this.lock(act.tx, rightId, 'reserved');
    await act.keep(ManagementRight, rightId, { reservedUntil });
  }

  /** The case fell: what it kept is free again. */
  async release(act: Act, rightId: string, reason: string): Promise<ManagementRight> {
    const right = await this.lock(act.tx, rightId, 'reserved');
    const change = { status: 'released', overSince: act.now, overReason: reason } as const;
    return move(act, right, change, 'release');
  }

  /**
   * The right ends: expired, terminated, given up. What is carved from it must have ended before, and what is mortgaged
   * is not given up behind the mortgagee's back; expiry asks nobody.
   */
  async end(act: Act, rightId: string, how: { reason: string; expired: boolean }): Promise<ManagementRight> {
    const right = await this.lock(act.tx, rightId, 'active');
    const children = await act.tx.countBy(ManagementRight, [
      { parentId: right.id, status: 'active' },
      { parentId: right.id, status: 'reserved' },
    ]);
    if (children > 0) throw rightProblems.hasChildren();
    if (!how.expired && (await this.land.isMortgaged(act.tx, right.id))) throw rightProblems.encumbered();
    const change = { status: 'ended', overSince: act.now, overReason: how.reason } as const;
    return move(act, right, change, 'end');
  }

  /** Gives a reserved case another term or other portions, after a correction. Released and reserved anew in one act. */
  async rearrange(act: Act, rightId: string, wish: RightRequest): Promise<ManagementRight> {
    await this.release(act, rightId, rightNotes.rearranged);
    return this.reserve(act, wish);
  }

  async get(id: string, reader: Reader | Tx = this.database.reader): Promise<ManagementRight> {
    const right = await reader.findOne(ManagementRight, { where: { id } });
    if (!right) throw rightProblems.notFound();
    return right;
  }

  async portions(rightId: string, reader: Reader | Tx = this.database.reader): Promise<RightPortion[]> {
    return reader.find(RightPortion, { where: { rightId }, order: { parcelId: 'ASC' } });
  }

  /** Rights a party holds or granted, with its own land or from its own right, that are alive. */
  async holdings(partyId: string, reader: Reader | Tx = this.database.reader): Promise<ManagementRight[]> {
    const granted: { id: string }[] = await reader.query(
      'SELECT DISTINCT right_id AS id FROM right_portion WHERE grantor_id = $1 AND status = ANY($2)',
      [partyId, liveStatuses],
    );
    return reader.find(ManagementRight, {
      where: [
        { holderId: partyId, status: In([...liveStatuses]) },
        { id: In(granted.map((each) => each.id)), status: In([...liveStatuses]) },
      ],
      order: { reservedAt: 'DESC' },
    });
  }

  /** Who holds what of these parcels in a time: for the map, where held land is brown. */
  async occupancy(
    parcelIds: readonly string[],
    term: Term,
    reader: Reader | Tx = this.database.reader,
  ): Promise<OccupancyRow[]> {
    return parcelIds.length === 0 ? [] : occupancyRows(reader, parcelIds, rangeOf(term));
  }

  private async lock(tx: Tx, id: string, wanted: RightStatus): Promise<ManagementRight> {
    const right = await tx.findOne(ManagementRight, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!right) throw rightProblems.notFound();
    if (right.status !== wanted) throw rightProblems.wrongStatus();
    return right;
  }
}

/** What befalls a right, as its history names it. */
type RightMove = Exclude<keyof typeof rightNotes, 'rearranged'>;
type Change = Partial<Pick<ManagementRight, 'status' | 'activeSince' | 'overSince' | 'overReason'>>;

async function move(act: Act, right: ManagementRight, change: Change, action: RightMove): Promise<ManagementRight> {
  await refusing(() => act.tx.update(ManagementRight, { id: right.id }, change));
  await note(act, Object.assign(right, change), action, change.overReason ?? null);
  return right;
}

function note(act: Act, right: ManagementRight, action: RightMove, remark: string | null): Promise<void> {
  const detail = { case: right.subjectId, term: right.term };
  const about = { id: right.id, officeCode: act.officeCode };
  return act.note('management_right', about, {
    action,
    label: rightNotes[action],
    toState: right.status,
    remark,
    detail,
  });
}

/** One statement, parcels in one order, so that two cases wait for each other instead of locking each other out. */
async function insertPortions(tx: Tx, rightId: string, portions: readonly Portion[]): Promise<void> {
  const sorted = [...portions].sort((a, b) =>
    a.parcelId === b.parcelId ? compareMu(a.areaMu, b.areaMu) : a.parcelId < b.parcelId ? -1 : 1,
  );
  await tx.query(
    `INSERT INTO right_portion (right_id, parcel_id, whole, rings, guard, area_mu, term, level, status)
     SELECT $1, p.parcel_id, p.whole, p.rings::jsonb, p.guard, p.area_mu, 'empty', $1, 'reserved'
     FROM unnest($2::uuid[], $3::boolean[], $4::text[], $5::polygon[], $6::numeric[]) WITH ORDINALITY AS p(parcel_id, whole, rings, guard, area_mu, n)
     ORDER BY p.n`,
    [
      rightId,
      sorted.map((p) => p.parcelId),
      sorted.map((p) => p.whole),
      sorted.map((p) => (p.rings ? JSON.stringify(p.rings) : null)),
      sorted.map(guardText),
      sorted.map((p) => p.areaMu),
    ],
  );
}

/** The database's last word, in the words of the problem it stands for. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusals[constraintOf(error)];
    throw refusal ? refusal() : error;
  }
}
