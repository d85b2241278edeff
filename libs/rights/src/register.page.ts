import { type Actor, type Day, holds } from '#kernel';
import { contractPosts } from './contract/contract.posts.js';
import { opensMortgages } from './encumbrance.view.js';
import { keepsHouseholds } from './household/household.acts.js';
import { mayEncumber } from './encumbrance.posts.js';
import type { LandRow } from './land.queries.js';
import { type PlotOnMap, mapView, onPlane } from './map.view.js';
import type { Household, RegisteredParcel } from './register.view.js';
import { landClasses } from './register.words.js';

export type Neighbour = Pick<LandRow, 'id' | 'code' | 'name' | 'rings'>;

/** What only the page of a household needs: its parcels on the map, numbered, among their neighbours. */
export function householdPage(
  { memberCount, members, endedOn }: Household,
  land: readonly LandRow[],
  around: readonly Neighbour[],
  me: Actor,
) {
  const membersDiffer = memberCount !== null && memberCount !== members.length;
  const own = new Set(land.map((row) => row.id));
  const others = around.flatMap((row): PlotOnMap[] =>
    row.rings && !own.has(row.id) ? [{ ring: onPlane(row.rings), kind: '', number: '', href: '', say: '' }] : [],
  );
  const plots = land.flatMap(({ id, name, code, rings }, index): PlotOnMap[] => {
    const number = String(index + 1);
    const say = `${number} ${name} ${code}`;
    return rings ? [{ ring: onPlane(rings), kind: 'on', number, href: `/register/parcels/${id}`, say }] : [];
  });
  return {
    map: mapView([...others, ...plots], { pickable: true }),
    opens: opensMortgages(me),
    extends: me.kind === 'staff' && holds(me, ...contractPosts),
    membersDiffer,
    keeps: endedOn === null && keepsHouseholds(me),
  };
}

/** What only the page of a parcel needs: the map, the name of its class, and what a mortgage may be entered on. */
export function parcelPage(
  { rights, landClass }: RegisteredParcel,
  { id, contractId }: LandRow,
  around: readonly Neighbour[],
  today: Day,
  me: Actor,
) {
  const held = rights.some(({ termStart, termEnd }) => termStart <= today && today <= termEnd);
  const plots = around.flatMap((row) => plotAround(row, id, held));
  return {
    map: mapView(plots, { pickable: true }),
    opens: opensMortgages(me),
    landClassName: landClasses[landClass] ?? landClass,
    mortgageable: mayEncumber(me)
      ? { contractId, rights: rights.filter(({ status }) => status === 'active') }
      : { contractId: null, rights: [] },
  };
}

/** A parcel among its neighbours: a neighbour leads to its own page. */
function plotAround(row: Neighbour, own: string, held: boolean): PlotOnMap[] {
  if (!row.rings) return [];
  const say = `${row.name} ${row.code}`;
  const ring = onPlane(row.rings);
  return row.id === own
    ? [{ ring, kind: held ? 'held' : 'on', number: '1', href: '', say }]
    : [{ ring, kind: '', number: '', href: `/register/parcels/${row.id}`, say }];
}
