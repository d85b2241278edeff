import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { addDays, openStates, within } from '#kernel';
import { OfficesService } from '#offices';
import {
  type CertificateActView,
  type CertificateView,
  type DeskView,
  type Paper,
  type PaperKind,
  PapersService,
} from '#papers';
import { type Act, type EvidenceFile, Files, type Received, type Tx } from '#platform';
import { type TerminationInput, type TransferFacts, dealView } from '#transfers';
import { CertificateChange } from './certificate-change.entity.js';
import { CertificateFactsService } from './certificate-facts.service.js';
import { Certificate } from './certificate.entity.js';
import type { CertificateFacts } from './certificate.facts.js';
import { certificateProblems } from './certificate.problems.js';
import { certificateWorkflow } from './certificate.workflow.js';

/** Days until the land is handed back, unless the contract or the harvest says otherwise（承包纠纷司法解释第16条）. */
const returnDays = 15;

/** Why, and by which rule. */
type Basis = { reason: string; rule: string };

export const basisOf = ({ reason, rule }: Basis): Basis => ({ reason, rule });

type LetterKind = Extract<PaperKind, `certificate_${string}`>;

/** How a certificate ends, and the letters that say so. */
@Injectable()
export class CertificateClosing {
  constructor(
    private readonly facts: CertificateFactsService,
    private readonly papers: PapersService,
    private readonly files: Files,
    private readonly offices: OfficesService,
  ) {}

  /** The case was ended before its day: its certificate goes with it, and both sides get a letter. */
  async withCase(act: Act, deal: TransferFacts, input: TerminationInput): Promise<void> {
    const live = await liveOf(act.tx, deal.record.id);
    if (live?.state === 'revoking') throw certificateProblems.underReview();
    if (live) {
      const facts = await this.facts.locked(act, live.id);
      await this.cancel(act, facts, { reason: `案件提前终止：${input.reason}`, rule: input.rule }, null);
    }
    const { id: subjectId, officeCode } = deal.record;
    const view = {
      ...dealView(deal),
      contractNumber: deal.record.contractNumber ?? '',
      certificateNumber: live?.number ?? '没有发过证书',
      cause: terminationCauses[input.cause],
      reasons: [{ text: input.reason, rule: input.rule }],
      endsOn: act.today,
      returnBy: addDays(act.today, returnDays),
      certificateIssued: live !== null,
      settlement: settlementOf(input.cause, deal),
      desk: await this.desk(officeCode),
    };
    const about = { subject: 'transfer', subjectId, officeCode, partyIds: [...deal.parties] };
    await this.papers.issue(act, { kind: 'termination', view, ...about });
  }

  /** 注销：the step, the letter, the record, the number void for ever. */
  async cancel(act: Act, facts: CertificateFacts, why: Basis, fileId: string | null): Promise<void> {
    await act.take(certificateWorkflow, facts, 'cancel', { remark: why.reason, detail: { rule: why.rule } });
    const letter = await this.letter(act, 'certificate_cancellation', facts, { reasons: [why] });
    await this.void(act, facts, `注销：${why.reason}`);
    await this.write(act, facts, { kind: 'cancel', ...why, fileId, paperId: letter.id });
  }

  /** The number is void for ever; its page says why. */
  async void(act: Act, { record }: CertificateFacts, why: string): Promise<void> {
    await this.papers.voidNumber(act, record.paperId, why);
  }

  /** Keeps the document an act rests on. */
  async attach(act: Act, { record }: CertificateFacts, proof: Received): Promise<EvidenceFile> {
    const exhibit = { subject: 'certificate', subjectId: record.id, kind: 'basis' };
    return this.files.attach(act, proof, exhibit);
  }

  /** A letter to the holder about what happened to his certificate. */
  async letter(
    act: Act,
    kind: LetterKind,
    { record }: CertificateFacts,
    told: {
      reasons: readonly Basis[];
      applicant?: string;
      changes?: CertificateActView['changes'];
      newNumber?: string;
    },
  ): Promise<Paper> {
    const paper = await this.papers.get(record.paperId, act.tx);
    const view: CertificateActView = {
      certificateNumber: record.number,
      holder: record.holderName,
      contractNumber: (paper.view as CertificateView).contractNumber,
      location: record.place,
      applicant: told.applicant ?? record.holderName,
      appliedOn: act.today,
      reasons: told.reasons.map(({ reason, rule }) => ({ text: reason, rule })),
      changes: told.changes ?? [],
      newNumber: told.newNumber ?? '',
      effectiveOn: act.today,
      desk: await this.desk(record.officeCode),
    };
    const { id: subjectId, officeCode } = record;
    const about = { subject: 'certificate', subjectId, officeCode, partyIds: paper.partyIds };
    return this.papers.issue(act, { kind, view, ...about });
  }

  /** One line of the change record. */
  async write(
    { tx, actor, now, today }: Act,
    { record }: CertificateFacts,
    line: Pick<CertificateChange, 'kind' | 'reason' | 'rule'> & Partial<CertificateChange>,
  ): Promise<void> {
    const empty = { item: '', before: '', after: '', announcedAt: '', collectedBy: '' };
    const change = tx.create(CertificateChange, {
      ...{ ...empty, fileId: null, paperId: null, announcedOn: null },
      ...line,
      certificateId: record.id,
      day: today,
      handler: actor.name,
      handlerId: actor.accountId,
      madeAt: now,
    });
    await tx.insert(CertificateChange, change);
  }

  private async desk(officeCode: Certificate['officeCode']): Promise<DeskView> {
    const { name, address, phone } = await this.offices.get(within(officeCode, 'town'));
    return { name, address, phone };
  }
}

/** The certificate of a case that is neither void nor replaced. */
async function liveOf(tx: Tx, transferId: string): Promise<Certificate | null> {
  return tx.findOne(Certificate, {
    where: { transferId, state: In([...openStates(certificateWorkflow)]) },
    lock: { mode: 'pessimistic_write' },
  });
}

const terminationCauses: Readonly<Record<TerminationInput['cause'], string>> = {
  agreement: '双方协商解除',
  use_changed: '受让方擅自改变农业用途',
  idle_two_years: '受让方弃耕抛荒连续两年以上',
  land_damaged: '受让方给土地造成严重损害',
  other_breach: '受让方其他严重违约',
  expropriation: '土地征收',
  court: '法院判决、仲裁裁决',
};

const breach = '欠付的租金和造成的损失由受让方承担（流转合同；民法典第五百六十六条）。';

/** How rent is settled depends on why the contract ended; only an expropriation is by the days of use. */
const settlements: Readonly<Record<TerminationInput['cause'], string>> = {
  agreement: '租金和地上附着物按双方的解除协议结算。',
  use_changed: breach,
  idle_two_years: breach,
  land_damaged: breach,
  other_breach: breach,
  expropriation:
    '租金按实际使用的时间结算；青苗补偿归实际投入的人，附着物补偿归所有人（最高人民法院承包纠纷解释第二十条）。',
  court: '按生效的判决、裁决结算。',
};

/** A deposit is spoken of where money is held. */
function settlementOf(cause: TerminationInput['cause'], { deposit }: TransferFacts): string {
  const first = settlements[cause] === breach ? '先用来支付欠租和复垦，余下的' : '';
  const held = (deposit?.heldFen ?? 0) > 0;
  return held ? `${settlements[cause]}风险保障金${first}在土地交还、验收后退还。` : settlements[cause];
}
