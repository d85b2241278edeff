import { type Actor, decisionBodies } from '#kernel';
import { type EvidenceFile, type FormAct, type Of, offerOf, offerView, value, view } from '#platform';
import { plannedUses } from '#rights';
import { householdName, isTheirs, maskTransferor } from '../page/household-sight.js';
import { annualRent } from '../papers/deal.view.js';
import type { TransferFacts } from '../transfer.facts.js';
import { askedPapers, draftLabels as labels } from './draft.words.js';
import { draftHead, draftHeadOf } from './draft.view.js';
import type { OpenDraft } from './drafts.service.js';

const required: ReadonlySet<string> = new Set(['identity']);

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

/** A household whose members are asked; who is missing is told by name to the household itself and to staff alone. */
const householdView = view('DraftHousehold', {
  id: value.id(),
  name: value.text(labels.household),
  own: value.flag(labels.own),
  asked: value.count(labels.asked),
  missing: value.count(labels.missing),
  stale: value.count(labels.stale),
  missingNames: value.many(value.text()),
  staleNames: value.many(value.text()),
});
type Household = Of<typeof householdView>;

const decisionView = view('DraftDecision', {
  body: value.code(decisionBodies, labels.body),
  decidedOn: value.day(labels.decidedOn),
  electorate: value.count(labels.electorate),
  attended: value.count(labels.attended),
  inFavour: value.count(labels.inFavour),
  opposed: value.count(labels.opposed),
  minutes: value.href(),
  wrong: value.maybe(value.text(labels.wrong)),
});

const approvalView = view('DraftApproval', {
  number: value.text(labels.approvalNumber),
  approvedOn: value.day(labels.approvedOn),
  href: value.href(),
});

/** The papers and consents of an application that is a case already. */
export const draftMaterials = view('DraftMaterials', {
  ...draftHead,
  collective: value.flag(labels.collective),
  papers: value.many(paperView, labels.files),
  households: value.many(householdView, labels.households),
  decision: value.maybe(decisionView),
  outsider: value.flag(labels.outsider),
  approval: value.maybe(approvalView),
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
      required: required.has(kind),
      files: files.filter((file) => file.kind === kind).map(fileOf),
    })),
    households: householdsOf(facts, me),
    decision: decisionOf(facts),
    outsider: facts.outsider,
    approval: approvalOf(facts),
  };
}

const fileOf = ({ id, name, addedAt, addedBy }: EvidenceFile): Of<typeof broughtFile> => ({
  ...{ id, name, href: `/files/${id}`, addedAt, addedBy },
});

const householdsOf = (facts: TransferFacts, me: Actor): Household[] =>
  facts.consents.map((household): Household => {
    const asked = household.members.filter((member) => member.coRight);
    const missing = asked.filter((member) => !member.consented);
    const [stale, never] = [missing.filter((each) => each.stale), missing.filter((each) => !each.stale)];
    const own = isTheirs(household, me);
    const named = (members: readonly { name: string }[]): string[] => (own ? members.map(({ name }) => name) : []);
    return {
      id: household.householdId,
      name: householdName(household, me),
      ...{ own, asked: asked.length, missing: missing.length, stale: stale.length },
      ...{ missingNames: named(never), staleNames: named(stale) },
    };
  });

function decisionOf({ decided, decision, outsider }: TransferFacts): DraftMaterials['decision'] {
  if (!decided) return null;
  const [first] = decision;
  const stale = first && (first.rule !== 'collective-decided' || (outsider && !decided.toOutsiders));
  const { decidingBody: body, decidedOn, electorate, attended, inFavour, opposed, minutesFileId } = decided;
  return {
    ...{ body, decidedOn, electorate, attended, inFavour, opposed, minutes: `/files/${minutesFileId}` },
    wrong: stale ? first.text : null,
  };
}

function approvalOf({ decided }: TransferFacts): DraftMaterials['approval'] {
  const { approvalNumber: number, approvedOn, approvalFileId: file } = decided ?? {};
  return number && approvedOn && file ? { number, approvedOn, href: `/files/${file}` } : null;
}

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
  yearlyFen: value.fen(labels.yearlyFen),
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
    ...{ yearlyFen: annualRent(facts), files: files.length },
    ...{ collective: record.kind === 'collective', decided: record.decisionId !== null },
    ...{ asked: asked.length, missing: asked.filter((member) => !member.consented).length },
    acts: acts.map(offerOf),
  };
}
