import { Injectable } from '@nestjs/common';
import { type FieldError, findContact, findPersonal, isDrawLabel, sealOf } from '#kernel';
import { type Act, type Elsewhere, type Heard, type Sound } from '#platform';
import { DrawSeal, Draw } from './draw.entity.js';
import type { DrawInput, DrawOpeningInput, DrawSealInput, DrawSeedInput } from './draw.input.js';
import { drawFaults as faults, drawProblems } from './draw.problems.js';
import type { DrawFacts } from './draw.rules.js';
import { Draws } from './draws.service.js';

/** What people do with a draw: the office lists and publishes, an observer brings the seed, claimants seal and open their numbers. */
@Injectable()
export class DrawDesk {
  constructor(private readonly draws: Draws) {}

  /** A random check: the list is frozen as it is typed. */
  async enter(act: Act, _none: object, { title, labels, wanted }: DrawInput): Promise<Elsewhere> {
    const plan = { title, wanted, labels: listed(labels), officeCode: act.officeCode, seedBy: 'observer' as const };
    return { id: (await this.draws.freeze(act, plan)).id };
  }

  enterFaults(_act: Act, _none: object, { title = '', labels, wanted }: Sound<DrawInput>): readonly Heard[] {
    const names = labels === undefined ? [] : listed(labels);
    return [
      ...personal('title', title),
      ...names.flatMap((name, at) =>
        isDrawLabel(name) && findPersonal(name).length === 0 ? [] : [faults.noLabel(at + 1)],
      ),
      ...names.flatMap((name, at) => (names.indexOf(name) === at ? [] : [faults.twice(at + 1)])),
      ...(labels !== undefined && wanted !== undefined && wanted > names.length ? [faults.tooMany(names.length)] : []),
    ];
  }

  publish(act: Act, facts: DrawFacts): Promise<void> {
    return this.draws.publish(act, facts);
  }

  async seed(act: Act, facts: DrawFacts, { seed, origin, story, witness }: DrawSeedInput): Promise<void> {
    const { accountId, name } = act.actor;
    const observed = { seed, seedOrigin: origin, seedStory: story, witness };
    await this.draws.sow(act, facts, 'seed', { ...observed, observerId: accountId, observerName: name });
  }

  seedFaults(act: Act, { record }: DrawFacts, { story = '', witness }: Sound<DrawSeedInput>): readonly Heard[] {
    const known = witness === act.actor.name || witness === record.frozenName;
    return [...personal('story', story), ...(known ? [faults.sameWitness()] : [])];
  }

  /** No line of the history: it would join a person to a number. */
  async seal(act: Act, facts: DrawFacts, { seal }: DrawSealInput): Promise<void> {
    const { record, seals } = facts;
    const label = ownLabel(facts);
    const own = { drawId: record.id, label, seal, sealedAt: act.now, number: null, salt: null, openedAt: null };
    await act.tx.insert(DrawSeal, own);
    await this.grow(act, record);
    const all = { ...facts, seals: [...seals, own] };
    if (all.seals.length === record.labels.length) await this.draws.endSealing(act, all);
  }

  /** The seed comes by itself with the last number that is opened. */
  async unlock(act: Act, facts: DrawFacts, { number, salt }: DrawOpeningInput): Promise<void> {
    const { record, seals } = facts;
    const label = ownLabel(facts);
    const sealed = seals.find((each) => each.label === label)?.seal;
    if (sealed !== sealOf(record.listHash, label, { number, salt })) throw drawProblems.otherNumber();
    const opened = { number, salt, openedAt: act.now };
    await act.tx.update(DrawSeal, { drawId: record.id, label }, opened);
    await this.grow(act, record);
    const all = { ...facts, seals: seals.map((each) => (each.label === label ? { ...each, ...opened } : each)) };
    if (all.seals.every(({ openedAt }) => openedAt !== null)) await this.draws.endOpening(act, all);
  }

  private async grow(act: Act, record: Draw): Promise<void> {
    record.revision += 1;
    await act.tx.update(Draw, { id: record.id }, { revision: record.revision });
  }
}

const listed = (labels: string): string[] =>
  labels
    .normalize('NFKC')
    .split(/[\n,，、;；\t]/)
    .map((label) => label.trim())
    .filter((label) => label !== '');

const personal = (field: string, text: string): FieldError[] =>
  findContact(text).map(({ label }) => faults.personal(field, label));

function ownLabel({ ownLabel: label }: DrawFacts): string {
  if (label === null) throw drawProblems.notOnTheList();
  return label;
}
