import type { Actor } from '#kernel';
import { type EvidenceFile, type FormAct, type Of, offerOf, offerView, value, view } from '#platform';
import { plannedUses } from '#rights';
import { consentOf, consentView, decisionOf, decisionView } from '../views/consents.view.js';
import { maskTransferor } from '../household-sight.js';
import { annualRent, priceConfirmedView, termRent } from '../deal.view.js';
import { inKind } from '../rent.rules.js';
import { rentInKindView } from '../rent.view.js';
import type { TransferFacts } from '../transfer.facts.js';
import { askedPapers, draftLabels as labels } from './draft.words.js';
import { draftHead, draftHeadOf } from './draft.view.js';
import type { OpenDraft } from './draft-content.js';

/** Who handed a renewal in has both in the case that it renews; outside capital brings its letter of intent (流转办法第29条). */
const required = ({ record, capital }: TransferFacts): ReadonlySet<string> =>
  new Set(record.renewsId !== null ? [] : capital.authority === null ? ['identity'] : ['identity', 'intent']);

const broughtFile = view('DraftFile', {
  id: value.id(),
  name: value.text(labels.name),
  href: value.href(),
  addedAt: value.moment(labels.addedAt),
  addedBy: value.text(labels.addedBy),
});

const paperView = view('DraftPaper', {
  kind: value.code(askedPapers, labels.kind),
  required: value.flag(labels.required),
  files: value.many(broughtFile, labels.files),
});

/** The papers and consents of an application that is a case already. */
export const draftMaterials = view('DraftMaterials', {
  ...draftHead,
  collective: value.flag(labels.collective),
  papers: value.many(paperView, labels.files),
  consents: value.many(consentView, labels.consents),
  decision: value.maybe(decisionView),
});
export type DraftMaterials = Of<typeof draftMaterials>;

export function draftMaterialsOf(
  draft: OpenDraft,
  facts: TransferFacts,
  files: readonly EvidenceFile[],
  me: Actor,
): DraftMaterials {
  const kinds = Object.keys(askedPapers) as (keyof typeof askedPapers)[];
  return {
    ...draftHeadOf(draft),
    collective: facts.record.kind === 'collective',
    papers: kinds.map((kind) => ({
      kind,
      required: required(facts).has(kind),
      files: files.filter((file) => file.kind === kind).map(fileOf),
    })),
    consents: facts.consents.map((household) => consentOf(household, me)),
    decision: decisionOf(facts),
  };
}

const fileOf = ({ id, name, addedAt, addedBy }: EvidenceFile): Of<typeof broughtFile> => ({
  ...{ id, name, href: `/files/${id}`, addedAt, addedBy },
});

/** An application as it is read over before it is handed in. */
export const draftCheck = view('DraftCheck', {
  ...draftHead,
  transferor: value.text(labels.transferor),
  transferee: value.text(labels.transferee),
  ability: value.text(labels.ability),
  place: value.text(labels.place),
  areaMu: value.mu(labels.areaMu),
  parcels: value.count(labels.parcels),
  start: value.day(labels.start),
  end: value.day(labels.end),
  contractEnd: value.maybe(value.day(labels.contractEnd)),
  priceFen: value.fen(labels.priceFen),
  rentInKind: value.maybe(rentInKindView),
  yearlyFen: value.fen(labels.yearlyFen),
  totalFen: value.fen(labels.totalFen),
  restDays: value.count(labels.restDays),
  priceConfirmed: value.maybe(priceConfirmedView),
  payment: value.text(labels.payment),
  purpose: value.code<string>(plannedUses, labels.purpose),
  crops: value.text(labels.crops),
  files: value.count(labels.files),
  collective: value.flag(labels.collective),
  decided: value.flag(labels.decided),
  asked: value.count(labels.asked),
  missing: value.count(labels.missing),
  acts: value.many(offerView),
});
export type DraftCheck = Of<typeof draftCheck>;

export function draftCheckOf(
  draft: OpenDraft,
  facts: TransferFacts,
  { files, acts }: { files: readonly EvidenceFile[]; acts: readonly FormAct[] },
  me: Actor,
): DraftCheck {
  const { record, term } = facts;
  const { transfereeName: transferee, ability, place, areaMu, priceFen, payment, purpose, crops } = record;
  const ends = facts.parcels.flatMap(({ contractEndsOn }) => contractEndsOn ?? []).toSorted();
  const asked = facts.consents.flatMap((each) => each.members.filter((member) => member.coRight));
  return {
    ...draftHeadOf(draft),
    ...{ transferee, ability, place, areaMu, priceFen, payment, purpose, crops },
    transferor: me.kind === 'staff' ? record.transferorName : maskTransferor(record.transferorName),
    ...{ parcels: record.parcelCount, start: term.start, end: term.end, contractEnd: ends[0] ?? null },
    rentInKind: inKind(record.rent),
    ...{ yearlyFen: annualRent(facts), ...termRent(facts), priceConfirmed: record.priceConfirmed, files: files.length },
    ...{ collective: record.kind === 'collective', decided: record.decisionId !== null },
    ...{ asked: asked.length, missing: asked.filter((member) => !member.consented).length },
    acts: acts.map(offerOf),
  };
}
