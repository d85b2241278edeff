import { Injectable } from '@nestjs/common';
import { type Actor, Clock, formatMoment } from '#kernel';
import { Database, type EvidenceFile, EvidenceSight, Files } from '#platform';
import { mayApprove, mayDecide } from '../collective/collective.service.js';
import { CaseFacts } from '../facts/case-facts.service.js';
import { decisionChecks, householdName, isTheirs, lackingText } from '../page/consent-sections.view.js';
import type { TransferFacts } from '../transfer.facts.js';
import { TransfersService } from '../transfers.service.js';
import { headView, hrefOf } from './draft.head.js';
import type { OpenDraft } from './drafts.service.js';

interface PaperAsked {
  id: string;
  label: string;
  hint: string;
  required: boolean;
}

const asked: readonly PaperAsked[] = [
  { id: 'identity', label: '身份证、营业执照', hint: '双方的，正反面都要', required: true },
  { id: 'contract_title', label: '承包合同或者承包经营权证', hint: '丢了可以不传，镇里从登记簿调', required: false },
  { id: 'ability', label: '经营能力的证明', hint: '农机、以前的合同、资格证，有什么传什么', required: false },
  { id: 'intent', label: '双方谈好的意向书', hint: '', required: false },
  { id: 'other', label: '别的材料', hint: '', required: false },
];

const ownTitle = { label: '集体土地所有权证或者权属证明', hint: '没有证的，写明这块地从来没有发包' };

/** Steps 4 and 5: the papers, the members' consents, and handing in. */
@Injectable()
export class DraftMaterials {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly files: Files,
    private readonly sight: EvidenceSight,
    private readonly transfers: TransfersService,
    private readonly clock: Clock,
  ) {}

  async materials(draft: OpenDraft, transferId: string, me: Actor): Promise<object> {
    const facts = await this.cases.read(transferId, me);
    const files = await this.sight.shown(await this.files.of(this.database.reader, 'transfer', transferId), me);
    const act = (noun: string, more: Record<string, string> = {}): string =>
      `/transfers/${transferId}/${noun}?${new URLSearchParams({ ...more, next: hrefOf(draft.id, 'materials') }).toString()}`;
    return {
      title: '材料',
      head: headView(draft, 'materials'),
      back: hrefOf(draft.id, 'terms'),
      next: hrefOf(draft.id, 'check'),
      later: '/transfers/new',
      papers: asked.map((paper) => ({
        ...paper,
        ...(paper.id === 'contract_title' && facts.record.kind === 'collective' ? ownTitle : {}),
        action: act('files'),
        uploads: files.filter((file) => file.kind === paper.id).map(uploadView),
      })),
      ...(facts.record.kind === 'collective' ? decisionView(facts, act, me) : consentView(facts, act, me)),
    };
  }

  async check(draft: OpenDraft, transferId: string, me: Actor): Promise<object> {
    const seen = (await this.transfers.see(transferId, me)) as {
      facts: { label: string; value: string; href: string }[];
      acts: { action: string }[];
      warnings: string[];
    };
    const facts = await this.cases.read(transferId, me);
    const files = await this.files.of(this.database.reader, 'transfer', transferId);
    const asks = facts.consents.flatMap((each) => each.members.filter((member) => member.coRight));
    const named = (...labels: string[]) => seen.facts.filter((each) => labels.includes(each.label));
    const apart = ['转出方', '受让方', '经营能力', '面积', '担保人', '结束原因', '续期自', '续期'];
    return {
      title: '核对',
      head: headView(draft, 'check'),
      back: hrefOf(draft.id, 'materials'),
      sections: [
        { title: '谁', href: hrefOf(draft.id, 'who'), facts: named('转出方', '受让方', '经营能力') },
        {
          title: '哪块地',
          href: hrefOf(draft.id, 'land'),
          facts: [...named('面积'), { label: '在哪里', value: facts.record.place, href: '' }],
        },
        {
          title: '什么条件',
          href: hrefOf(draft.id, 'terms'),
          facts: seen.facts.filter((each) => !apart.includes(each.label)),
        },
        {
          title: '材料',
          href: hrefOf(draft.id, 'materials'),
          facts: [{ label: '传上来的', value: `${files.length} 份`, href: '' }, consentFact(facts, asks)],
        },
      ],
      warnings: seen.warnings,
      promises: [
        '写的都是真的，材料和原件一样。',
        '这些地没有争议，没有瞒着的抵押和租约。',
        '只种地，不改农业用途，不荒着。',
        '镇里、县里来看地、核对，我配合。',
      ],
      acts: seen.acts.filter((act) => ['submit', 'resubmit'].includes(act.action)),
      receipt: me.assisting ? `/assisted/${me.assisting.sessionId}` : '',
      today: formatMoment(this.clock.now()),
    };
  }
}

function consentFact(
  facts: TransferFacts,
  asks: readonly { consented: boolean }[],
): { label: string; value: string; href: string } {
  if (facts.record.kind === 'collective')
    return { label: '集体决议', value: facts.record.decisionId === null ? '还没有登记' : '已登记', href: '' };
  const missing = asks.filter((member) => !member.consented).length;
  const value =
    missing === 0
      ? `${asks.length} 个人都同意了`
      : `${asks.length} 个人，还差 ${missing} 个。可以先交，镇里初审以前补齐`;
  return { label: '共有人同意', value, href: '' };
}

function uploadView(file: EvidenceFile): object {
  return {
    name: file.name,
    kind: 'paper',
    outcome: 'ok',
    tag: { label: '传好了', tone: 'go' },
    lines: [`${formatMoment(file.addedAt)}，${file.addedBy}`],
    hash: '',
    href: `/files/${file.id}`,
    way: null,
  };
}

/** Where an act of the case is asked for on the way of the wizard; it leads back here. */
type ActAddress = (noun: string, more?: Record<string, string>) => string;

/** Who is missing in a household is told to the household itself and to staff; the other side learns only the number. */
function consentView(facts: TransferFacts, act: ActAddress, me: Actor): object {
  const own = facts.consents.filter((each) => isTheirs(each, me));
  return {
    sideTitle: '共有人同意',
    consentsHint: '每一户有份的人都要同意，一个一个地来。可以先交申请，镇里初审以前补齐。',
    consents: facts.consents.map((each) => {
      const asks = each.members.filter((member) => member.coRight);
      const missing = asks.filter((member) => !member.consented);
      const theirs = own.includes(each);
      return {
        title: householdName(each, me),
        result: missing.length === 0 ? 'yes' : '',
        text: missing.length === 0 ? `${asks.length} 个人都同意了。` : lackingText(missing, theirs),
        way:
          missing.length === 0 || !theirs
            ? null
            : { href: act('consents', { household: each.householdId }), label: '记一个人的同意' },
        article: '',
      };
    }),
    ways: own.map((each) => ({
      href: act('mandates', { household: each.householdId }),
      label: `${each.householdName}由别人代签，登记委托书`,
    })),
  };
}

function decisionView(facts: TransferFacts, act: ActAddress, me: Actor): object {
  const again = facts.decided ? '重新登记决议' : '登记决议';
  return {
    sideTitle: '集体决议',
    consentsHint:
      '集体没有发包的地，要三分之二以上的成员或者代表同意；租给本集体以外的，还要乡镇人民政府批准，由镇里登记，可以先交申请，初审以前补齐。',
    consents: decisionChecks(facts),
    ways: [
      ...(mayDecide(facts, me) ? [{ href: act('decision'), label: again }] : []),
      ...(mayApprove(facts, me) ? [{ href: act('township-approval'), label: '登记乡镇人民政府的批准' }] : []),
    ],
  };
}
