import { type Actor, clockActor, mu } from '#kernel';
import { ImportsService, type PortionRequest, type RightRequest, groundIsFree } from '#rights';
import { toGlobe } from '../../libs/rights/src/shape/plane.js';
import type { TestExchange } from './exchange.js';
import { GivenLand, sixYears, yinxiang } from './land.js';

type Corner = readonly [number, number];

export const administrator: Actor = {
  ...{ ...clockActor, kind: 'staff', name: '禾岭' },
  posts: [{ post: 'county_administrator', officeCode: '370126000000' }],
};

/** Corners in metres, far from all made-up land, as a ring of GeoJSON. */
export const ring = (...corners: Corner[]) =>
  [...corners, corners[0]!].map(([x, y]) => toGlobe([x + 90_000, y + 90_000]));

export const box = (x: number, y: number, width: number, height: number) =>
  ring([x, y], [x + width, y], [x + width, y + height], [x, y + height]);

export interface Drawn {
  code: string;
  coordinates: unknown;
  type?: string;
  measuredMu?: string;
}

/** A file of parcels (DK) as a county hands it in. */
export function parcelFile(drawn: readonly Drawn[]): { fileName: string; content: Buffer } {
  const features = drawn.map(({ code, coordinates, type = 'Polygon', measuredMu = '7.5' }) => ({
    type: 'Feature',
    properties: {
      ...{
        DKBM: code,
        DKMC: `演地${code.slice(-3)}`,
        SYQXZ: '32',
        DKLB: '10',
        TDLYLX: '0102',
        DLDJ: '03',
        TDYT: '1',
        SFJBNT: '2',
      },
      ...{ SCMJM: measuredMu, DKDZ: '路', DKNZ: '渠', DKXZ: '路', DKBZ: '渠' },
    },
    geometry: { type, coordinates },
  }));
  return { fileName: 'DK.geojson', content: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })) };
}

/** Files of parcels that come in below the routes. */
export class ParcelFiles {
  private readonly imports: ImportsService;

  constructor(private readonly exchange: TestExchange) {
    this.imports = exchange.app.get(ImportsService);
  }

  /** Only tried. */
  async tried(...drawn: Drawn[]) {
    const { id } = await this.imports.lodge(parcelFile(drawn), administrator);
    await this.imports.settled(id);
    return this.imports.get(id);
  }

  async taken(...drawn: Drawn[]) {
    const { id } = await this.tried(...drawn);
    await this.run(id);
    return this.imports.get(id);
  }

  async run(id: string): Promise<void> {
    await this.exchange.act(administrator, async (act) => this.imports.run(act, await this.imports.locked(act, id)));
    await this.imports.settled(id);
  }

  /** What a file's page says of its rows. */
  async told({ id }: { id: string }) {
    const rows = await this.imports.quarantine(id, 1000);
    return rows.map(({ rowNumber, reason, cameIn }) => [rowNumber, cameIn, reason] as const);
  }
}

interface OverlapRow extends Record<string, unknown> {
  codes: string;
  areaM2: string;
  counts: boolean;
}

/** Ground far from all other land, on which each test draws parcels of its own and asks for them. */
export class Ground {
  given: GivenLand;
  files: ParcelFiles;
  /** Metres from the last test's ground. */
  north = 0;
  private numbered = 90_000;
  private party = '';

  constructor(private readonly seed: string) {}

  async open(): Promise<void> {
    this.given = await GivenLand.open(3, this.seed);
    this.files = new ParcelFiles(this.given.exchange);
    this.party = this.given.parcel().contractorId!;
  }

  readonly fresh = (): number => (this.north += 5000);
  readonly code = (): string => `37012610121000${(this.numbered += 1)}`;
  readonly drawn = (...coordinates: unknown[]): Drawn => ({ code: this.code(), coordinates });
  readonly square = (x: number, y = 0, size = 100): Drawn => this.drawn(box(x, this.north + y, size, size));

  /** What a case asks of a parcel: it all, unless said otherwise. */
  readonly wish = async (
    { code }: Drawn,
    portion: object = { whole: true },
    span = sixYears,
  ): Promise<RightRequest> => {
    const [row] = await this.given.land.parcelsByCode([code]);
    const asked = { parcelId: row!.id, ...portion } as PortionRequest;
    return this.given.wish([asked], span, { grantorId: this.party });
  };

  /** What became of a case that asks for land. */
  readonly refusal = (asked: RightRequest, actor = yinxiang): Promise<string | undefined> =>
    this.given.reserve(asked, actor).then(
      () => 'let in',
      (error: { type?: string }) => error.type,
    );

  readonly overlaps = (...of: Drawn[]): Promise<OverlapRow[]> =>
    this.given.exchange.database.ask<OverlapRow>(
      `SELECT a.code || ' ' || b.code AS codes, o.area_m2 AS "areaM2", o.counts FROM parcel_overlap o JOIN parcel a ON a.id = o.first_id
         JOIN parcel b ON b.id = o.second_id WHERE a.code = ANY ($1) OR b.code = ANY ($1) ORDER BY o.area_m2`,
      [of.map((each) => each.code)],
    );

  /** What a case is told beforehand of ground that lies in other parcels. */
  readonly said = async ({
    subject,
    subjectId,
    term,
    plannedUse,
    parentId,
    portions,
  }: RightRequest): Promise<string[]> => {
    const asked = { subject, subjectId, term, plannedUse, parentId, portions: [...portions] as PortionRequest[] };
    const facts = await this.given.land.facts(this.given.exchange.database.reader, {
      ...asked,
      toleranceMu: mu('0.01'),
    });
    return groundIsFree(facts).map(({ text }) => text);
  };
}
