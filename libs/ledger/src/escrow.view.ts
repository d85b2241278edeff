import { type Of, pageValue, rowValue, value, view } from '#platform';
import { escrowList } from './escrow.list.js';
import { escrowLabels, escrowStatuses, escrowWork } from './escrow.words.js';

const { place, status } = escrowLabels.fields;

/** A town's escrow account: an office's own, so its number is told whole. */
export const escrowView = rowValue(escrowList, {
  place: value.text(place),
  status: value.code(escrowStatuses, status),
});
export type Escrow = Of<typeof escrowView>;

const townView = view('TownWithoutAccount', { code: value.text(), name: value.text(place) }, escrowWork.missing.label);

/** Every account that a town has or had, and the towns that have none. */
export const escrowsView = pageValue(escrowList, escrowView, { missing: value.many(townView) });
export type Escrows = Of<typeof escrowsView>;
