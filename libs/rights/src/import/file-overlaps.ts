import RBush from 'rbush';
import type { Tx } from '#platform';
import type { OverlapOfCode } from '../overlaps.queries.js';
import type { ParcelOverlaps } from '../parcel-overlaps.service.js';
import { polygonText } from '../portions.js';
import { overlapM2 } from '../shape/cut.js';
import type { Shape } from '../shape/plane.js';
import { areaM2, boxOf, flatRing } from '../shape/ring.js';

/** A shape of a file, kept or only tried. */
export interface FileShape {
  code: string;
  parcelId: string;
  shape: Shape;
  /** The parcel had none, or another. */
  changed: boolean;
}

/** What the shapes of one file lie over. */
export interface FileOverlaps {
  /** Shapes of a batch, in the transaction that writes them. */
  came(tx: Tx, shapes: readonly FileShape[]): Promise<void>;
  /** What counts of them, batch after batch, when the whole file is through. */
  counting(): AsyncGenerator<OverlapOfCode[]>;
}

const BATCH = 100;

/** A file that comes in: measured with each batch, told at the end, when no shape of it is still the old one. */
export class KeptShapes implements FileOverlaps {
  private readonly codes = new Set<string>();

  constructor(private readonly overlaps: ParcelOverlaps) {}

  async came(tx: Tx, shapes: readonly FileShape[]): Promise<void> {
    await this.overlaps.measure(
      tx,
      shapes.filter(({ changed }) => changed).map(({ parcelId }) => parcelId),
    );
    for (const { code } of shapes) this.codes.add(code);
  }

  async *counting(): AsyncGenerator<OverlapOfCode[]> {
    const codes = [...this.codes];
    for (let from = 0; from < codes.length; from += BATCH)
      yield await this.overlaps.countingOf(codes.slice(from, from + BATCH));
  }
}

interface Tried {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
  code: string;
  shape: Shape;
  areaM2: number;
}

/** A file that is tried: nothing of it stays in the database, so its batches meet here, and the register as it is. */
export class TriedShapes implements FileOverlaps {
  private readonly tried = new Map<string, Tried>();

  constructor(private readonly overlaps: ParcelOverlaps) {}

  async came(_tx: Tx, shapes: readonly FileShape[]): Promise<void> {
    for (const { code, shape } of shapes) {
      const { west: minX, south: minY, east: maxX, north: maxY } = boxOf(shape);
      this.tried.set(code, { minX, minY, maxX, maxY, code, shape, areaM2: areaM2(shape) });
    }
    return Promise.resolve();
  }

  async *counting(): AsyncGenerator<OverlapOfCode[]> {
    const all = [...this.tried.values()];
    const tree = new RBush<Tried>().load(all);
    for (let from = 0; from < all.length; from += BATCH) {
      const batch = all.slice(from, from + BATCH);
      const here = batch.flatMap((one) =>
        tree.search(one).flatMap((other) => (other.code > one.code ? this.pair(one, other) : [])),
      );
      const found = await this.overlaps.counted([...here, ...(await this.withRegister(batch))]);
      yield found.flatMap(({ code, acrossCode, areaM2: both }) =>
        this.tried.has(acrossCode)
          ? [
              { code, acrossCode, areaM2: both },
              { code: acrossCode, acrossCode: code, areaM2: both },
            ]
          : [{ code, acrossCode, areaM2: both }],
      );
    }
  }

  /** Parcels of the register that the file does not bring itself. */
  private async withRegister(batch: readonly Tried[]) {
    const near = await this.overlaps.registeredAbout(
      batch.map(({ code, shape }) => ({ code, outline: polygonText(flatRing(shape[0]!)) })),
    );
    return near.flatMap(({ code, acrossCode, rings, areaM2: other }) =>
      this.tried.has(acrossCode)
        ? []
        : this.pair(this.tried.get(code)!, { code: acrossCode, shape: rings, areaM2: Number(other) }),
    );
  }

  private pair(one: Tried, other: Pick<Tried, 'code' | 'shape' | 'areaM2'>) {
    const both = overlapM2(one.shape, other.shape);
    const smallerM2 = Math.min(one.areaM2, other.areaM2).toFixed(2);
    return both > 0 ? [{ code: one.code, acrossCode: other.code, areaM2: both.toFixed(2), smallerM2 }] : [];
  }
}
