import { dayOf } from '#kernel';
import { Inspection, confirmationMethods, farmlandDiffers, farmlandFindings, sides } from '#inspections';
import { letter } from '#papers';
import type { EvidenceFile } from '#platform';
import { checkItems, isCheckItem } from '../checklist.words.js';
import { dealView } from '../deal.view.js';
import { type FileKind, fileKinds } from '../material.words.js';
import type { Reviewed } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { DefectInput, ReasonInput } from '../transfer.steps.input.js';
import { transferKinds } from '../transfer.words.js';
import { reviewsOf } from '../transfers.queries.js';
import type { Around } from './transfer-papers.service.js';
import { bothSides } from './paper-parties.service.js';

/** 受理通知书: to both, with the code by which they follow the case. */
export const acceptance = letter(
  'acceptance',
  { title: '受理通知书', word: '农受', by: 'town', tells: true, edition: 2 },
  async (facts: TransferFacts, around: Around) => ({
    ...dealView(facts),
    ...(await around.land()),
    addressee: bothSides(facts),
    submittedOn: dayOf(facts.record.submittedAt ?? around.act.now),
    acceptedOn: around.act.today,
    acceptor: around.act.actor.name,
    materials: materialsOf(facts, await around.files()),
    reviewDueOn: (await around.due()) ?? around.act.today,
    desk: await around.desk(),
    followCode: facts.record.followCode,
  }),
);

/** 收到的材料，一样一行: the application itself by the kind of land, and whatever was brought with it, by kind. */
function materialsOf({ record }: TransferFacts, files: readonly EvidenceFile[]) {
  const kinds = [...new Set(files.map((file) => file.kind))];
  return [
    { name: transferKinds[record.kind], copies: 1, form: 'online' },
    ...kinds.map((kind) => ({
      name: fileKinds[kind as FileKind] ?? fileKinds.other,
      copies: files.filter((file) => file.kind === kind).length,
      form: 'scan',
    })),
  ];
}

/** 补正通知书（一次性告知）: every defect at once. */
export const correction = letter(
  'correction',
  { title: '补正通知书', word: '农补', by: 'town', tells: true, edition: 2 },
  async (facts: TransferFacts, around: Around, defects: readonly DefectInput[]) => ({
    caseNumber: facts.record.number ?? '',
    addressee: bothSides(facts),
    round: facts.record.round,
    submittedOn: dayOf(facts.record.submittedAt ?? around.act.now),
    defects: defects.map(({ item, fault, text, rule }) => ({ item, fault, remedy: text, rule: rule ?? '' })),
    dueOn: (await around.due()) ?? around.act.today,
    desk: await around.desk(),
  }),
);

/** 审核意见书 of the town: the application has passed, what was looked at, and what the reviewer thinks of it. */
export const townReview = letter(
  'town_review',
  { title: '审核意见书（镇初审）', word: '农初', by: 'town' },
  async (facts: TransferFacts, around: Around, before: Reviewed, opinion: string) => ({
    ...dealView(facts),
    ...(await around.land()),
    addressee: bothSides(facts),
    receivedAt: before.submittedAt ?? around.act.now,
    dueAt: before.dueAt,
    doneAt: around.act.now,
    identityPapers: facts.identityPapers,
    collective: facts.record.kind === 'collective',
    households: facts.consents.length,
    consents: facts.consents.flatMap((each) => each.members.filter((one) => one.coRight && one.consented)).length,
    opinion,
    reviewer: around.act.actor.name,
  }),
);

/** 实地调查报告, when the case goes up to the county with it. */
export const surveyReport = letter(
  'survey',
  { title: '实地调查报告', word: '农调', by: 'town', atTown: true, edition: 3 },
  async (facts: TransferFacts, around: Around) => {
    const { surveyed } = facts;
    const id = surveyed.inspectionId ?? '';
    const found = await around.act.tx.findOneByOrFail(Inspection, { id });
    const photos = (await around.files('inspection', id)).filter((file) => file.mediaType.startsWith('image/'));
    const office = await around.exchange();
    return {
      ...dealView(facts),
      ...(await around.land()),
      surveyedAt: surveyed.visitedAt,
      surveyors: surveyed.surveyors.map((name) => ({ name, office })),
      measurements: surveyed.parcels.map(({ name, parcelCode: code, recordedMu, measuredMu, points, ...more }) => ({
        ...{ name, code, recordedMu, measuredMu, differencePercent: more.differencePercent ?? '' },
        ...{ recordedFarmland: more.recordedFarmland, farmland: more.farmland, farmlandNote: more.farmlandNote },
        farmlandDiffers: farmlandDiffers(more),
        // How many corners were measured, and the first of them.
        ...{ corners: points.length, start: points[0] ?? null },
      })),
      found: {
        ...{ occupation: found.occupation, crops: found.crops, fixtures: found.fixtures, hazards: found.hazards },
        basicFarmland: surveyed.basicFarmland && farmlandFindings[surveyed.basicFarmland],
      },
      borders: bordersOf(facts),
      photos: photos.map(({ name, takenAt, addedAt, point, sha256 }) => ({
        ...{ name, takenAt: takenAt ?? addedAt, point, hash: sha256.slice(0, 16) },
      })),
      opinion: surveyed.opinion ?? '',
    };
  },
);

/** Every side of every parcel, asked or not: what was said of it beside what the register has. */
function bordersOf({ parcels, surveyed }: TransferFacts) {
  return parcels.flatMap(({ name, code, boundaries }) =>
    (Object.keys(sides) as (keyof typeof sides)[]).map((side) => {
      const asked = surveyed.neighbours.find((each) => each.parcelCode === code && each.side === side);
      return {
        ...{ name, code, side: sides[side], recorded: boundaries[side] },
        asked: asked
          ? {
              ...{ name: asked.name, confirmed: asked.confirmed, method: confirmationMethods[asked.method] },
              remark: asked.remark ?? '',
            }
          : null,
      };
    }),
  );
}

/** What came of the county's review, and why. */
interface Outcome {
  conclusion: 'pass' | 'return' | 'reject';
  reasons: readonly { text: string; rule: string }[];
}

/** 县级审核意见书, whatever came of the review; told to the town, which tells the parties where they have to act. */
export const countyReview = letter(
  'review',
  { title: '审核意见书', word: '农审' },
  async (facts: TransferFacts, around: Around, { conclusion, reasons }: Outcome) => {
    const { record } = facts;
    const reviews = await reviewsOf(around.act.tx, record.id);
    const row = reviews.findLast(({ level, round }) => level === 'county' && round === record.round);
    return {
      ...dealView(facts),
      ...(await around.land()),
      level: 'county',
      addressee: bothSides(facts),
      receivedAt: record.submittedToCountyAt ?? around.act.now,
      dueAt: row?.dueAt ?? null,
      doneAt: around.act.now,
      checklist: (row?.checklist ?? []).map(({ item, result, note }) => ({
        item: isCheckItem(item) ? checkItems[item].label : item,
        ...{ result, note },
      })),
      ...{ conclusion, reasons },
      opinion: row?.opinion ?? '',
      reviewer: around.act.actor.name,
    };
  },
);

/** 不予通过决定书. */
export const rejection = letter(
  'rejection',
  { title: '不予通过决定书', word: '农决', tells: true },
  async (facts: TransferFacts, around: Around, { reason, rule }: Pick<ReasonInput, 'reason' | 'rule'>) => ({
    caseNumber: facts.record.number ?? '',
    addressee: bothSides(facts),
    submittedOn: dayOf(facts.record.submittedAt ?? around.act.now),
    place: facts.record.place,
    areaMu: facts.record.areaMu,
    kind: transferKinds[facts.record.kind],
    facts: reason,
    reasons: [{ text: reason, rule }],
    desk: await around.desk(),
  }),
);
