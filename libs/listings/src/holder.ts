import type { PartyRow } from '#parties';

/** Village committees act where a village has no economic organisation of its own (民法典第一百零一条). */
export const isCollective = ({ bodyKind }: Pick<PartyRow, 'bodyKind'>): boolean =>
  bodyKind === 'collective' || bodyKind === 'village_committee';
