import { type Of, value, view } from '#platform';
import { partIn, text, type OpenDraft } from './draft-content.js';
import { draftLabels as labels, draftSides } from './draft.words.js';
import type { KeptDraft } from './drafts.service.js';

/** A draft among those that are kept. */
export const keptDraft = view('KeptDraft', {
  id: value.id(),
  side: value.code(draftSides, labels.side),
  place: value.maybe(value.text(labels.place)),
  areaMu: value.maybe(value.mu(labels.areaMu)),
  transferee: value.maybe(value.text(labels.transferee)),
  returned: value.flag(labels.returned),
  updatedAt: value.moment(labels.updatedAt),
  transferId: value.maybe(value.id(labels.transferId)),
});

export const keptDraftOf = (draft: KeptDraft): KeptDraftView => ({
  id: draft.id,
  side: draft.content.side,
  place: draft.place,
  areaMu: draft.areaMu,
  transferee: text(partIn(draft.content.who, 'transferee')['name']) || null,
  returned: draft.state === 'correction',
  updatedAt: draft.updatedAt,
  transferId: draft.transferId,
});

export type KeptDraftView = Of<typeof keptDraft>;

/** Which draft was written into, and the case that it has become. */
export const draftReference = view('DraftReference', {
  id: value.id(),
  transferId: value.maybe(value.id(labels.transferId)),
});
export type DraftReference = Of<typeof draftReference>;

/** Where an application begins. */
export const draftsView = view('Drafts', {
  applicant: value.maybe(value.text(labels.applicant)),
  sides: value.many(value.code(draftSides), labels.sides),
  mayHandIn: value.flag(labels.mayHandIn),
  drafts: value.many(keptDraft, labels.drafts),
});

export type Drafts = Of<typeof draftsView>;

const defectView = view('DraftDefect', {
  item: value.text(labels.item),
  lack: value.maybe(value.text(labels.lack)),
  text: value.text(labels.text),
  rule: value.text(labels.rule),
});

/** What every step tells of the draft. */
export const draftHead = {
  id: value.id(),
  side: value.code(draftSides, labels.side),
  transferId: value.maybe(value.id(labels.transferId)),
  returned: value.many(defectView, labels.returned),
} as const;

const typed = (description: string) => value.named(value.anything(), description);

/** What has been typed so far, right or wrong, by the names of the application; the transferee's number is told to nobody. */
export const draftView = view('Draft', {
  ...draftHead,
  updatedAt: value.moment(labels.updatedAt),
  who: typed(labels.who),
  land: typed(labels.land),
  terms: typed(labels.terms),
});
export type Draft = Of<typeof draftView>;

export const draftHeadOf = ({ id, content, state, transferId, returned }: OpenDraft) => ({
  ...{ id, side: content.side, transferId },
  // 一次性告知：what the last return asks for, while the case waits for it.
  returned: (state === 'correction' ? (returned?.defects ?? []) : []).map(
    ({ item, fault: lack = null, text, rule }) => ({
      ...{ item, lack, text, rule },
    }),
  ),
});

export const draftOf = (draft: OpenDraft): Draft => ({
  ...draftHeadOf(draft),
  updatedAt: draft.updatedAt,
  who: draft.content.who ?? {},
  land: draft.content.land ?? {},
  terms: draft.content.terms ?? {},
});
