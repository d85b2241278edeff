import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Actor, Clock, addYears, reaches } from '#kernel';
import { OfficesService } from '#offices';
import { PartiesService } from '#parties';
import { Database, Me, Page, generalProblems } from '#platform';
import { LandService } from './land.service.js';
import { polygonText } from './portions.js';
import { contractLines, grantedLines } from './register.queries.js';
import { encumbranceLine } from './encumbrance.view.js';
import { encumbrancesOfParcels } from './encumbrances.queries.js';
import { encumbrancesView, grantedView, householdView, parcelView } from './register.view.js';
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
  async household(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    const row = await this.parties.get(id);
    const members = await this.parties.members([id]);
    const own = me.partyId !== null && (me.partyId === id || members.some((member) => member.personId === me.partyId));
    if (row.kind !== 'household' || !(own || reaches(me, row.officeCode))) throw generalProblems.notFound();
    const [contracts, land] = [await contractLines(this.database.reader, id), await this.land.parcelsOf([id])];
    const place = await this.offices.placeName(row.officeCode ?? '');
    const views = members.map((member) => this.parties.memberView(member));
    const shapes = land.flatMap((parcel) => (parcel.rings ? [parcel.rings] : []));
    const around = shapes.length > 0 ? await this.land.parcelsWithin(frameOf(...shapes), MOST_OF_VILLAGE) : [];
    const { reader } = this.database;
    const granted = (await grantedLines(reader, id)).map((line) => grantedView(line));
    const encumbrances = (
      await encumbrancesOfParcels(
        reader,
        land.map((parcel) => parcel.id),
      )
    ).map((each) => encumbranceLine(each, me));
    const seen = householdView({ row, view: this.parties.view(row) }, views, contracts, { land, around }, place);
    return { ...seen, granted, encumbrances };
  }

  @Get('parcels/:id')
  @Page('register/parcel', { wide: true })
  async parcel(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    const [land] = await this.land.parcels([id]);
    if (!land || !(reaches(me, land.officeCode) || (await this.isOwn(me, land.contractorId))))
      throw generalProblems.notFound();
    const today = this.clock.today();
    const around = land.rings ? await this.land.parcelsWithin(frameOf(land.rings), MOST_AROUND) : [];
    const occupied = await this.rights.occupancy([id], { start: today, end: addYears(today, 70) });
    const encumbrances = await encumbrancesOfParcels(this.database.reader, [id]);
    const place = await this.offices.placeName(land.officeCode);
    return {
      ...parcelView(land, place, around, occupied, today),
      ...encumbrancesView(land, encumbrances, occupied, me),
    };
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
