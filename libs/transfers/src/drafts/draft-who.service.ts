import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Clock,
  type FieldError,
  creditCode,
  identityNumber,
  phone,
  speaksFor,
  transfereeKinds,
  type TransfereeKind,
} from '#kernel';
import { PartiesService } from '#parties';
import { Database, Finders, type Typed, filled, formOf, leavesOf } from '#platform';
import { LandService } from '#rights';
import { transfereeKindOf } from '../applications/applicants.service.js';
import { Transfer } from '../transfer.entity.js';
import { WhoInput } from '../transfer.input.js';
import { type Choice, DraftContracts } from './draft-contracts.service.js';
import { list, namesTransferee, partIn, text, whoIn } from './draft-content.js';
import { hrefOf, headView } from './draft.head.js';
import { KnownTransfereeInput, WhoStepInput } from './draft.input.js';
import type { OpenDraft } from './drafts.service.js';

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

  async view(draft: OpenDraft, me: Actor, q: string): Promise<object> {
    const typed = draft.content.who ?? {};
    const own = draft.content.side === 'in' ? [] : await this.contracts.own(me);
    const kind = text(typed['kind']) || 'contracted';
    const chosen = list(typed['contractIds']);
    const recent = own.length === 0 && chosen.length === 0 ? await this.contracts.recent(me) : [];
    const rows = [
      ...own,
      ...(await this.contracts.byId(chosen)),
      ...(q === '' ? recent : await this.contracts.find(q, me)),
    ];
    const options: Choice[] = [];
    for (const row of new Map(rows.map((each) => [each.id, each])).values()) {
      options.push(
        await this.contracts.choice(
          row,
          this.contracts.refusal(row, draft.content.side, own, me),
          me,
          own.includes(row),
        ),
      );
    }
    const issuers = await this.contracts.issuers(q, me, text(typed['issuer']));
    return {
      title: '谁',
      head: headView(draft, 'who'),
      action: hrefOf(draft.id, 'who'),
      back: '',
      find: own.length > 0 && me.kind !== 'staff' ? null : findView(me, kind),
      found:
        q === ''
          ? recentText(recent.length)
          : `找“${q}”：${foundText(kind, kind === 'collective' ? issuers.length : options.length)}`,
      kinds: [
        { value: 'contracted', label: '农户承包地', text: '', why: '' },
        {
          value: 'collective',
          label: '集体没有发包的地',
          text: '要有集体表决',
          why: issuers.length === 0 ? '这里没有能选的集体' : '',
        },
      ],
      contracts: options,
      contractsHint: contractsHint(draft, own.length),
      issuers: await Promise.all(issuers.map((row) => this.contracts.issuerChoice(row))),
      ...(await this.transferee(draft, me)),
      values: {
        q: q === '' ? (draft.content.sought ?? '') : q,
        ...leavesOf(typed),
        kind,
        contractIds: chosen.length === 0 && own.length === 1 ? [own[0]?.id ?? ''] : chosen,
        'transferee.number': draft.code,
        ...(await this.finders.offered(formOf(KnownTransfereeInput), {}, me)),
      },
    };
  }

  /** What was typed, with what the register knows of the body that was picked. Refuses `find-unknown`. */
  async named(typed: Readonly<Record<string, unknown>>, known: unknown, me: Actor): Promise<object> {
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

  private async transferee(draft: OpenDraft, me: Actor): Promise<object> {
    const self = draft.content.side === 'in';
    const party = speaksFor(me);
    const before =
      draft.transferId === null ? null : await this.database.reader.findOneBy(Transfer, { id: draft.transferId });
    const name = self && party !== null ? (await this.parties.get(party)).name : '';
    const keeps = before && !self ? `现在是“${before.transfereeName}”。不换人就不用再填。` : null;
    const hints = keeps === null ? {} : { 'transferee.number': keeps };
    const fields = formOf(WhoInput, { hints }).filter((field) => field.name !== 'kind');
    return {
      self: self ? [{ label: '租入的是', value: name, href: '' }] : [],
      known: mayFind(draft, me) ? formOf(KnownTransfereeInput) : [],
      fields: self ? fields.filter((field) => !field.name.startsWith('transferee.')) : fields,
    };
  }

  private async checkContracts(draft: OpenDraft, typed: Typed, me: Actor): Promise<FieldError[]> {
    const ids = list(typed['contractIds']);
    const rows = await this.contracts.byId(ids);
    if (ids.length === 0) return [fault('contractIds', '选是哪一户的地。没有列出来的，用合同编号找')];
    if (rows.length < ids.length) return [fault('contractIds', '选的承包合同登记簿里没有')];
    const own = await this.contracts.own(me);
    const refused = rows
      .map((row) => this.contracts.refusal(row, draft.content.side, own, me))
      .find((why) => why !== '');
    if (refused) return [fault('contractIds', refused)];
    if (rows.some((row) => row.issuerCode !== rows[0]?.issuerCode))
      return [fault('contractIds', '这几户不是同一个发包方的，要分开申请')];
    const parcels = await this.land.parcelsOf(rows.map((row) => row.contractorId));
    return parcels.length === 0 ? [fault('contractIds', '这份合同下面没有登记地块，先到镇里补登记')] : [];
  }

  private async checkIssuer(typed: Typed, me: Actor): Promise<FieldError[]> {
    const code = text(typed['issuer']);
    const allowed = code === '' ? [] : await this.contracts.issuers(code, me, '');
    return allowed.some((row) => row.code === code) ? [] : [fault('issuer', '选是哪个集体的地')];
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
    const read = identityNumber(draft.code, this.clock.today());
    if (!read.ok) return [fault('transferee/number', read.reason)];
    const known = await this.parties.findPerson(read.number);
    if (known && name !== '' && known.name !== name)
      return [fault('transferee/name', '姓名和身份证号对不上，请照证件再看一遍')];
    if (kind !== 'member') return [];
    const [contract] = await this.contracts.byId(list(typed['contractIds']).slice(0, 1));
    const issuer = contract?.issuerCode ?? text(typed['issuer']);
    const member = known !== null && issuer !== '' && (await this.parties.isMemberOf(known.id, issuer));
    return member ? [] : [fault('transferee/kind', '登记簿里他不是这个集体的成员，请选别的一类')];
  }

  private async bodyFault(draft: OpenDraft, named: Typed): Promise<FieldError[]> {
    const name = text(named['name']);
    const read = creditCode(draft.code);
    const faults = read.ok ? [] : [fault('transferee/number', read.reason)];
    const known = read.ok ? await this.parties.findByCreditCode(read.code) : undefined;
    if (known && name !== '' && known.name !== name)
      faults.push(fault('transferee/name', `这个代码登记的是“${known.name}”，请照执照写全称`));
    if (!known && text(named['legalRepresentative']) === '')
      faults.push(fault('transferee/legalRepresentative', '写法定代表人'));
    return faults;
  }
}

function findView(me: Actor, kind: string): { label: string; hint: string } {
  if (kind === 'collective') return { label: '找一个集体', hint: '村名，或者 14 位的发包方代码' };
  return { label: '找一户', hint: findHint(me) };
}

/** Whoever finds bodies at all: staff, for a transferee who is not the one who applies. */
const mayFind = ({ content }: OpenDraft, me: Actor): boolean => content.side !== 'in' && me.kind === 'staff';

const recentText = (many: number): string => (many === 0 ? '' : '下面是您最近用过的，没有的就找');

function foundText(kind: string, many: number): string {
  if (many === 0) return '没有找到';
  return `下面列了 ${many} ${kind === 'collective' ? '个集体' : '户'}`;
}

function findHint(me: Actor): string {
  return me.kind === 'staff'
    ? '承包合同编号、承包方代码、地块代码，或者 村名 户主姓名'
    : '照着对方的承包合同，写合同编号、承包方代码或者地块代码';
}

function contractsHint(draft: OpenDraft, own: number): string {
  if (draft.content.side === 'in') return '先用合同编号找到对方，再勾上。可以找几户，一起租。';
  return own > 0 ? '可以选几份，一起转给同一家。' : '先找到，再勾上。可以选几户，一起转给同一家。';
}
