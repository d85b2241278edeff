import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Clock,
  type FieldError,
  creditCode,
  identityNumber,
  nameFault,
  phone,
  sameName,
  speaksFor,
  transfereeKinds,
  type TransfereeKind,
} from '#kernel';
import { PartiesService } from '#parties';
import { Database, Finders, Shown, type Typed, filled, formOf, leavesOf } from '#platform';
import { LandService } from '#rights';
import { transfereeKindOf } from '../application/applicants.service.js';
import { Transfer } from '../transfer.entity.js';
import { WhoInput } from '../transfer.input.js';
import { DraftContracts, type OfferedContract } from './draft-contracts.service.js';
import { list, namesTransferee, partIn, text, whoIn, type OpenDraft } from './draft-content.js';
import { stepPage } from './draft.head.js';
import { KnownTransfereeInput, WhoStepInput } from './draft.input.js';
import { draftFaults } from './draft.problems.js';
import { type Draft, draftOf } from './draft.view.js';

const persons: ReadonlySet<string> = new Set(['member', 'large_grower', 'outside_person']);
const fault = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail });

/** Step 1: who gives land, and who takes it. */
@Injectable()
export class DraftWho {
  constructor(
    private readonly database: Database,
    private readonly contracts: DraftContracts,
    private readonly parties: PartiesService,
    private readonly land: LandService,
    private readonly finders: Finders,
    private readonly clock: Clock,
  ) {}

  async show(draft: OpenDraft, me: Actor, q: string): Promise<Shown<Draft>> {
    const typed = draft.content.who ?? {};
    const { side } = draft.content;
    const own = side === 'in' ? [] : await this.contracts.own(me);
    const kind = text(typed['kind']) || 'contracted';
    const chosen = list(typed['contractIds']);
    const recent = own.length === 0 && chosen.length === 0 ? await this.contracts.recent(me) : [];
    const rows = [
      ...own,
      ...(await this.contracts.byId(chosen)),
      ...(q === '' ? recent : await this.contracts.find(q, me)),
    ];
    const contracts: OfferedContract[] = [];
    for (const row of new Map(rows.map((each) => [each.id, each])).values())
      contracts.push(await this.contracts.offered(row, side, own, me));
    return new Shown(draftOf(draft), {
      ...stepPage(draft.id, 'who'),
      ...{ q, recent: recent.length, contracts, ownLand: own.length > 0 },
      collective: kind === 'collective',
      finds: own.length === 0 || me.kind === 'staff',
      byName: me.kind === 'staff',
      issuers: await this.contracts.issuers(q, me, text(typed['issuer'])),
      ...(await this.transferee(draft, me)),
      values: {
        q: q === '' ? (draft.content.sought ?? '') : q,
        ...leavesOf(typed),
        kind,
        contractIds: chosen.length === 0 && own.length === 1 ? [own[0]?.id ?? ''] : chosen,
        'transferee.number': draft.code,
        ...(await this.finders.offered(formOf(KnownTransfereeInput), {}, me)),
      },
    });
  }

  /** What was typed, with what the register knows of the body that was picked. Refuses `find-unknown`. */
  async named(typed: Readonly<Record<string, unknown>>, known: unknown, me: Actor): Promise<Record<string, unknown>> {
    if (typeof known !== 'string' || known === '') return typed;
    const { value } = await this.finders.one('body', known, me, '#/known');
    const row = await this.parties.findByCreditCode(value);
    const body = {
      kind: transfereeKindOf(row?.bodyKind ?? null),
      ...(typed['transferee'] as object | undefined),
      ...{ name: row?.name ?? '', number: value, legalRepresentative: row?.legalRepresentative ?? '' },
    };
    return { ...typed, transferee: body };
  }

  /** Everything that is wrong with this step, each thing at its field: what its class says, and what the register does. */
  async check(draft: OpenDraft, me: Actor): Promise<FieldError[]> {
    const typed = draft.content.who ?? {};
    const { faults } = await filled(WhoStepInput, whoIn(draft), this.clock.today());
    const land =
      text(typed['kind']) === 'collective' ? this.checkIssuer(typed, me) : this.checkContracts(draft, typed, me);
    return [...(await land), ...faults, ...(namesTransferee(draft) ? await this.checkTransferee(draft, typed) : [])];
  }

  /** Who takes the land: whoever applies, or whom the fields name; a case that is written anew says whom it has. */
  private async transferee(draft: OpenDraft, me: Actor) {
    const self = draft.content.side === 'in';
    const party = speaksFor(me);
    const before =
      draft.transferId === null ? null : await this.database.reader.findOneBy(Transfer, { id: draft.transferId });
    const fields = formOf(WhoInput).filter(({ name }) => name !== 'kind');
    return {
      self: self && party !== null ? (await this.parties.get(party)).name : '',
      before: self ? '' : (before?.transfereeName ?? ''),
      known: mayFind(draft, me) ? formOf(KnownTransfereeInput) : [],
      fields: self ? fields.filter(({ name }) => !name.startsWith('transferee.')) : fields,
    };
  }

  private async checkContracts(draft: OpenDraft, typed: Typed, me: Actor): Promise<FieldError[]> {
    const ids = list(typed['contractIds']);
    const rows = await this.contracts.byId(ids);
    if (ids.length === 0) return [draftFaults.noContract()];
    if (rows.length < ids.length) return [draftFaults.contractUnknown()];
    const own = await this.contracts.own(me);
    const held = rows.map((row) => this.contracts.held(row, draft.content.side, own, me)).find((each) => each !== null);
    if (held) return [heldFaults[held]()];
    if (rows.some((row) => row.issuerCode !== rows[0]?.issuerCode)) return [draftFaults.issuersApart()];
    if (rows.some(({ members }) => members === 0)) return [draftFaults.householdEmpty()];
    const parcels = await this.land.parcelsOf(rows.map((row) => row.contractorId));
    return parcels.length === 0 ? [draftFaults.contractWithoutLand()] : [];
  }

  private async checkIssuer(typed: Typed, me: Actor): Promise<FieldError[]> {
    const code = text(typed['issuer']);
    const allowed = code === '' ? [] : await this.contracts.issuers(code, me, '');
    return allowed.some((row) => row.code === code) ? [] : [draftFaults.noIssuer()];
  }

  /** What the register knows of the one who is named, where he is named well enough to be looked up. */
  private async checkTransferee(draft: OpenDraft, typed: Typed): Promise<FieldError[]> {
    const named = partIn(typed, 'transferee');
    const kind = text(named['kind']);
    const called = text(named['phone']);
    const read = called === '' ? null : phone(called);
    const faults = read && !read.ok ? [fault('transferee/phone', read.reason)] : [];
    if (draft.code === '' || !Object.hasOwn(transfereeKinds, kind)) return faults;
    const wrong = persons.has(kind)
      ? await this.personFault(draft, kind as TransfereeKind, typed)
      : await this.bodyFault(draft, named);
    return [...faults, ...wrong];
  }

  private async personFault(draft: OpenDraft, kind: TransfereeKind, typed: Typed): Promise<FieldError[]> {
    const name = text(partIn(typed, 'transferee')['name']);
    const wrong = name === '' ? null : nameFault(name);
    if (wrong !== null) return [fault('transferee/name', wrong)];
    const read = identityNumber(draft.code, this.clock.today());
    if (!read.ok) return [fault('transferee/number', read.reason)];
    const known = await this.parties.findPerson(read.number);
    if (known && name !== '' && !sameName(known.name, name)) return [draftFaults.nameOfAnother()];
    if (kind !== 'member') return [];
    const [contract] = await this.contracts.byId(list(typed['contractIds']).slice(0, 1));
    const issuer = contract?.issuerCode ?? text(typed['issuer']);
    const member = known !== null && issuer !== '' && (await this.parties.isMemberOf(known.id, issuer));
    return member ? [] : [draftFaults.noMember()];
  }

  private async bodyFault(draft: OpenDraft, named: Typed): Promise<FieldError[]> {
    const name = text(named['name']);
    const read = creditCode(draft.code);
    const faults = read.ok ? [] : [fault('transferee/number', read.reason)];
    const known = read.ok ? await this.parties.findByCreditCode(read.code) : undefined;
    if (known && name !== '' && !sameName(known.name, name)) faults.push(draftFaults.bodyName(known.name));
    if (!known && text(named['legalRepresentative']) === '') faults.push(draftFaults.noRepresentative());
    return faults;
  }
}

const heldFaults = { elsewhere: draftFaults.contractElsewhere, stranger: draftFaults.contractOfStranger } as const;

/** Whoever finds bodies at all: staff, for a transferee who is not the one who applies. */
const mayFind = ({ content }: OpenDraft, me: Actor): boolean => content.side !== 'in' && me.kind === 'staff';
