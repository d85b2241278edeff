import { type Actor, dayOf, reaches } from '#kernel';
import { type Of, value, view } from '#platform';
import {
  codeSquare,
  postingStrip,
  publicParcelView,
  publicParcelsOf,
  publicTextOf,
  publicTextView,
} from '#publications';
import { withoutNames } from './notice.letter.js';
import { periodOf, periodView } from './notice-parts.view.js';
import type { ShownNotice } from './notice.view.js';
import { noticeParts as labels } from './notice.words.js';

/** The sheet for the village's board. */
export const boardView = view(
  'NoticeBoard',
  {
    id: value.id(),
    number: value.maybe(value.text(labels.number)),
    version: value.count(labels.version),
    town: value.text(labels.town),
    village: value.text(labels.village),
    publishedAt: value.maybe(value.moment(labels.publishedAt)),
    text: publicTextView,
    parcels: value.many(publicParcelView, labels.parcels),
    period: value.maybe(periodView),
    workingDays: value.count(labels.workingDays),
    hash: value.text(labels.hash),
  },
  labels.board,
);
export type Board = Of<typeof boardView>;

/**
 * Staff of the place print it with heads of households in full, as it hangs inside the collective; everybody else gets the
 * masked words (个人信息保护法第三十四条).
 */
export function boardOf({ record, publication, period, archived, workingDays }: ShownNotice, me: Actor): Board {
  const { id, number, version, town, village, publishedAt } = record;
  const inside = reaches(me, record.officeCode);
  const text = inside ? publication.boardText : archived ? withoutNames(publication.text) : publication.text;
  return {
    ...{ id, number, version, town, village, publishedAt },
    text: publicTextOf(text),
    parcels: publicParcelsOf(text),
    period: period && periodOf(period),
    workingDays,
    hash: inside ? publication.boardSha256 : publication.sha256,
  };
}

/** What is drawn on the sheet: the days, the land, where it is read whole, and who issues it. */
export async function boardPage(shown: ShownNotice, now: Date, publicUrl: string, authority: string) {
  return {
    strip: shown.period && postingStrip(shown.period, shown.postings, dayOf(now)),
    map: shown.publication.map,
    square: await codeSquare(`${publicUrl}/notices/${shown.record.id}`),
    authority,
    publishedOn: shown.record.publishedAt && dayOf(shown.record.publishedAt),
  };
}
