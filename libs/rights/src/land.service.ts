import { Injectable } from '@nestjs/common';
import { type Day, type Term, addDays, mu } from '#kernel';
import { Database, type Question, type Reader, type Tx, askAtOnce, together } from '#platform';
import {
  type CoverRow,
  type LandRow,
  type MortgageRow,
  type TakenRow,
  contractCover,
  landOfCode,
  landOfContractor,
  landRows,
  landWithin,
  liveMortgages,
  takenPortions,
} from './land.queries.js';
import type { LandFacts, PortionFacts } from './land.rules.js';
import { type GroundRow, takenGround } from './overlaps.queries.js';
import { ManagementRight } from './management-right.entity.js';
import { WHOLE, guardText, portionOf } from './portions.js';
import type { Portion, PortionRequest } from './right.input.js';
import { rightProblems } from './right.problems.js';
import { RightPortion } from './right-portion.entity.js';
import { outsideM2 } from './shape/cut.js';
import { rangeOf, termOf } from './term-range.js';
import type { Mu } from '#kernel';

/** A case as far as it concerns the land. */
export interface LandCase {
  subject: string;
  /** Null for a case that is not kept yet. */
  subjectId: string | null;
  term: Term;
  plannedUse: string;
  parentId: string | null;
  /** What is asked of each parcel; the area as the case has it, or else as the register has it. */
  portions: readonly (PortionRequest & { areaMu?: Mu })[];
  toleranceMu: Mu;
}

const NO_PARENT = '00000000-0000-0000-0000-000000000000';

/** Parcels as the register has them, and what stands in the way of using them. */
@Injectable()
export class LandService {
  constructor(private readonly database: Database) {}

  async parcels(ids: readonly string[], reader: Reader | Tx = this.database.reader): Promise<LandRow[]> {
    return ids.length === 0 ? [] : landRows(reader, ids);
  }

  async parcelsByCode(codes: readonly string[], reader: Reader | Tx = this.database.reader): Promise<LandRow[]> {
    return codes.length === 0 ? [] : landOfCode(reader, codes);
  }

  /** All parcels that these households (or other contractors) have under contract. */
  async parcelsOf(contractorIds: readonly string[], reader: Reader | Tx = this.database.reader): Promise<LandRow[]> {
    return contractorIds.length === 0 ? [] : landOfContractor(reader, contractorIds);
  }

  /** Parcels that show in a frame on the plane, neighbours for the sketch. */
  async parcelsWithin(
    frame: string,
    most: number,
    reader: Reader | Tx = this.database.reader,
  ): Promise<Pick<LandRow, 'id' | 'code' | 'name' | 'rings'>[]> {
    return landWithin(reader, frame, most);
  }

  /** Works wishes out against the register; refuses what cannot be cut. */
  async portions(wishes: readonly PortionRequest[], reader: Reader | Tx = this.database.reader): Promise<Portion[]> {
    const parcelIds = [...new Set(wishes.map((wish) => wish.parcelId))];
    return portionsOf(wishes, await this.parcels(parcelIds, reader));
  }

  /** Everything `landBlockers` asks about: three statements, whatever the number of parcels. */
  async facts(reader: Reader | Tx, about: LandCase): Promise<LandFacts> {
    const parcelIds = [...new Set(about.portions.map((p) => p.parcelId))];
    // Nothing is cut out of a whole parcel: what holds it can be asked without its shape.
    const whole = about.portions.every((wish) => wish.whole);
    const wholes = whole ? about.portions.map(({ parcelId }) => ({ parcelId, guard: WHOLE, whole })) : [];
    const { rows, held } = await together({
      rows: this.parcels(parcelIds, reader),
      held: askAtOnce<{ mortgages: MortgageRow[]; cover: CoverRow[] } & Taken>(reader, {
        mortgages: liveMortgages(parcelIds, about.parentId, about),
        cover: contractCover(parcelIds, about.term.start),
        ...takenBy(about, wholes),
      }),
    });
    const { mortgages } = held;
    const cover = new Map(held.cover.map((each) => [each.parcelId, each]));
    const asked = portionsOf(about.portions, rows);
    const { found, parent } = await together({
      found: whole
        ? held
        : askAtOnce<Taken>(
            reader,
            takenBy(
              about,
              asked.map((each) => ({ ...each, guard: guardText(each) })),
            ),
          ),
      parent: about.parentId === null ? null : this.parentFacts(reader, about.parentId, asked),
    });
    const land = new Map(rows.map((row) => [row.id, row]));
    const portions = asked.map((portion, index): PortionFacts => {
      const row = rowOf(land, portion.parcelId);
      return {
        parcelId: row.id,
        code: row.code,
        name: row.name,
        areaMu: about.portions[index]?.areaMu ?? portion.areaMu,
        whole: portion.whole,
        parcelMu: mu(row.parcelMu),
        landClass: row.landClass,
        basicFarmland: row.basicFarmland,
        ...coverOf(row, cover.get(row.id), about.term),
        outsideM2: portion.rings && row.rings ? outsideM2(portion.rings, row.rings) : 0,
        ...heldOf(row.id, found),
        encumbrances: mortgages.filter((m) => m.parcelId === row.id),
      };
    });
    return { term: about.term, plannedUse: about.plannedUse, parent, portions, toleranceMu: about.toleranceMu };
  }

  /** Mortgaged, and the mortgagee has not agreed in writing that it ends (民法典第四百零六条). */
  async isMortgaged(reader: Reader | Tx, rightId: string): Promise<boolean> {
    const rows: unknown[] = await reader.query(
      `SELECT 1 FROM encumbrance e JOIN management_right r ON r.id = e.right_id WHERE e.right_id = $1 AND e.status = 'registered'
         AND NOT EXISTS (SELECT 1 FROM mortgagee_consent m WHERE m.encumbrance_id = e.id AND m.subject = r.subject AND m.subject_id = r.subject_id)
       LIMIT 1`,
      [rightId],
    );
    return rows.length > 0;
  }

  /** The earliest recorded end among the contracts of these parcels: "term up to the remaining" is the default offered. */
  async earliestEnd(parcelIds: readonly string[], reader: Reader | Tx = this.database.reader): Promise<Day | null> {
    const ends = (await this.parcels(parcelIds, reader)).flatMap((row) =>
      row.contractEnd === null ? [] : [row.contractEnd],
    );
    return ends.sort()[0] ?? null;
  }

  private async parentFacts(
    reader: Reader | Tx,
    parentId: string,
    portions: readonly Portion[],
  ): Promise<LandFacts['parent']> {
    const right = await reader.findOne(ManagementRight, { where: { id: parentId } });
    if (!right) throw rightProblems.notFound();
    const own = await reader.find(RightPortion, { where: { rightId: parentId } });
    const beyond = portions.map((portion) => {
      const above = own.filter((p) => p.parcelId === portion.parcelId);
      // A parent that holds the whole parcel holds every part; a whole child of a partial parent is caught by its area.
      if (!portion.rings || above.some((p) => p.whole)) return 0;
      return Math.min(
        ...above.map((p) => (p.rings && portion.rings ? outsideM2(portion.rings, p.rings) : 0)),
        Infinity,
      );
    });
    return {
      term: termOf(right.term),
      active: right.status === 'active',
      portions: own.map((p) => ({ parcelId: p.parcelId, areaMu: p.areaMu })),
      outsideM2: Math.max(0, ...beyond.filter(Number.isFinite)),
    };
  }
}

/** What holds the asked portions, under their own codes and under others. */
type Taken = { taken: TakenRow[]; ground: GroundRow[] };

function takenBy(
  { parentId, term, subject, subjectId }: LandCase,
  asked: readonly { parcelId: string; guard: string; whole: boolean }[],
): { [Name in keyof Taken]: Question } {
  const about = {
    ...{ subject, subjectId, level: parentId ?? NO_PARENT, range: rangeOf(term) },
    parcelIds: asked.map((each) => each.parcelId),
    guards: asked.map((each) => each.guard),
    wholes: asked.map((each) => each.whole),
  };
  return { taken: takenPortions(about), ground: takenGround(about) };
}

/** What holds one parcel, under its own code and under others. */
function heldOf(parcelId: string, { taken, ground }: Taken): Pick<PortionFacts, 'takenBy' | 'underOthers'> {
  return {
    takenBy: taken
      .filter((each) => each.parcelId === parcelId)
      .map(({ subject, subjectId, term, holderName, status }) => ({
        ...{ subject, subjectId, holderName, status },
        until: termOf(term).end,
      })),
    underOthers: ground
      .filter((each) => each.parcelId === parcelId)
      .map(({ acrossCode, acrossName, areaM2, status, subjectId, term }) => ({
        ...{ code: acrossCode, name: acrossName, areaM2, status, subjectId },
        until: term === null ? null : termOf(term).end,
      })),
  };
}

/** How far the household's contracts have a parcel from the first day that is asked for. */
function coverOf(
  { contractId, contractCode, contractEnd }: LandRow,
  cover: CoverRow | undefined,
  { start }: Term,
): Pick<PortionFacts, 'contractId' | 'contractCode' | 'contractEnd' | 'next'> {
  const none = [contractEnd, addDays(start, -1)].filter((each) => each !== null).sort()[0] ?? null;
  const next = cover?.nextCode ? { code: cover.nextCode, from: cover.nextFrom!, same: cover.same ?? false } : null;
  return { contractId, contractCode, contractEnd: contractId === null ? null : (cover?.coveredTo ?? none), next };
}

/** Works wishes out against the rows of their parcels; refuses what cannot be cut. */
function portionsOf(wishes: readonly PortionRequest[], rows: readonly LandRow[]): Portion[] {
  const land = new Map(rows.map((row) => [row.id, row]));
  return wishes.map((wish) => portionOf(wish, rowOf(land, wish.parcelId)));
}

function rowOf(land: ReadonlyMap<string, LandRow>, parcelId: string): LandRow {
  const row = land.get(parcelId);
  if (!row) throw rightProblems.parcelNotFound();
  return row;
}
