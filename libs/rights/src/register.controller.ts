import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Actor, Clock, addYears, reaches } from '#kernel';
import { OfficesService } from '#offices';
import { PartiesService } from '#parties';
import { Database, Gives, Me, Page, Shown, generalProblems } from '#platform';
import type { LandRow } from './land.queries.js';
import { LandService } from './land.service.js';
import { polygonText } from './portions.js';
import { contractLines, grantedLines } from './register.queries.js';
import { chainOfParcel } from './contracts.queries.js';
import { type MortgageLine, mortgageLineOf } from './encumbrance.view.js';
import { overlapsOfParcel } from './overlaps.queries.js';
import { encumbrancesOfParcels } from './encumbrances.queries.js';
import { type Neighbour, householdPage, parcelPage } from './register.page.js';
import {
  type Household,
  type RegisteredParcel,
  householdOf,
  householdView,
  parcelOf,
  parcelView,
} from './register.view.js';
import { RightsService } from './rights.service.js';
import { flatRing } from './shape/ring.js';
import type { Shape } from './shape/plane.js';

const MOST_AROUND = 60;
const MOST_OF_VILLAGE = 300;

/** Households and parcels of the register: for staff in their own area, and for a household its own page. */
@Controller('register')
export class RegisterController {
  constructor(
    private readonly database: Database,
    private readonly parties: PartiesService,
    private readonly land: LandService,
    private readonly rights: RightsService,
    private readonly offices: OfficesService,
    private readonly clock: Clock,
  ) {}

  @Get('households/:id')
  @Page('register/household', { wide: true })
  @Gives(householdView)
  async household(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<Household>> {
    const row = await this.parties.get(id);
    const members = await this.parties.members([id]);
    const own = me.partyId !== null && (me.partyId === id || members.some((member) => member.personId === me.partyId));
    if (row.kind !== 'household' || !(own || reaches(me, row.officeCode))) throw generalProblems.notFound();
    const { reader } = this.database;
    const land = await this.land.parcelsOf([id]);
    const household = householdOf({
      household: this.parties.view(row),
      record: await this.parties.household(id),
      place: await this.offices.placeName(row.officeCode ?? ''),
      members: members.map((member) => this.parties.memberView(member)),
      contracts: await contractLines(reader, id),
      land,
      granted: await grantedLines(reader, id),
      mortgages: await this.mortgagesOn(land.map((parcel) => parcel.id)),
    });
    return new Shown(household, async () =>
      householdPage(household, land, await this.around(land, MOST_OF_VILLAGE), me),
    );
  }

  @Get('parcels/:id')
  @Page('register/parcel', { wide: true })
  @Gives(parcelView)
  async parcel(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<RegisteredParcel>> {
    const [land] = await this.land.parcels([id]);
    if (!land || !(reaches(me, land.officeCode) || (await this.isOwn(me, land.contractorId))))
      throw generalProblems.notFound();
    const today = this.clock.today();
    const occupied = await this.rights.occupancy([id], { start: today, end: addYears(today, 70) });
    const place = await this.offices.placeName(land.officeCode);
    const { reader } = this.database;
    const overlaps = await overlapsOfParcel(reader, id);
    const parcel = parcelOf(
      land,
      place,
      await chainOfParcel(reader, id),
      occupied,
      await this.mortgagesOn([id]),
      overlaps,
      me,
    );
    return new Shown(parcel, async () => parcelPage(parcel, land, await this.around([land], MOST_AROUND), today, me));
  }

  private async mortgagesOn(parcelIds: readonly string[]): Promise<MortgageLine[]> {
    return (await encumbrancesOfParcels(this.database.reader, parcelIds)).map(mortgageLineOf);
  }

  /** What lies about parcels that have a shape. */
  private async around(land: readonly LandRow[], most: number): Promise<Neighbour[]> {
    const shapes = land.flatMap(({ rings }) => (rings ? [rings] : []));
    return shapes.length > 0 ? this.land.parcelsWithin(frameOf(...shapes), most) : [];
  }

  private async isOwn(me: Actor, contractorId: string | null): Promise<boolean> {
    if (me.partyId === null || contractorId === null) return false;
    if (me.partyId === contractorId) return true;
    return (await this.parties.members([contractorId])).some((member) => member.personId === me.partyId);
  }
}

/** The surroundings on the plane: as much again to both sides, at least forty metres. */
function frameOf(...shapes: Shape[]): string {
  const points = shapes.flatMap((rings) => flatRing(rings[0]!));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [across, up] =
    shapes.length > 1 ? [20, 20] : [Math.max(40, (east - west) * 1.5), Math.max(40, (north - south) * 0.4)];
  return polygonText([
    [west - across, south - up],
    [east + across, south - up],
    [east + across, north + up],
    [west - across, north + up],
  ]);
}
