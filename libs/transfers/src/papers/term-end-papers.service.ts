import { Injectable } from '@nestjs/common';
import { addDays, formatDay, formatTerm } from '#kernel';
import type { PaperViews } from '#papers';
import type { Act, Tx } from '#platform';
import { CaseLetters } from './case-letters.service.js';
import { dealView } from './deal.view.js';
import { PaperParties } from './paper-parties.service.js';
import type { PredecessorFacts } from '../endings/renewal.facts.js';
import type { TransferFacts } from '../transfer.facts.js';

/** Days until the land is handed back, as the contract form prints them（示范合同 GF-2021-2606 第十条）. */
const returnDays = 15;

type Line = PaperViews['expiry']['todo'][number];
const contract = '示范合同第十条';
const renewalRule = '农村土地经营权流转管理办法第十条';

/** Letters on how a right comes to its end: asked to be renewed, about to end, over. Each goes to both sides. */
@Injectable()
export class TermEndPapers {
  constructor(
    private readonly letters: CaseLetters,
    private readonly names: PaperParties,
  ) {}

  /** 续期申请告知书, with the application: the transferor hears who asks for what, and what he may say. */
  async request(act: Act, facts: TransferFacts, before: PredecessorFacts): Promise<void> {
    this.letters.issue(act, 'renewal_request', facts, {
      ...dealView(facts),
      beforeNumber: before.number,
      beforeContract: before.contractNumber ?? '',
      beforeEndsOn: before.endsOn,
      submittedOn: act.today,
      desk: await this.names.desk(facts),
    });
  }

  /** 续期告知书 to each bank with a mortgage on the old right: it ends with its term, and the new one carries no mortgage by itself. */
  async tellMortgagees(act: Act, facts: TransferFacts, before: PredecessorFacts): Promise<void> {
    const desk = await this.names.desk(facts);
    for (const mortgagee of new Set(before.mortgagees)) {
      this.letters.issue(act, 'mortgagee_notice', facts, {
        ...dealView(facts),
        mortgagee,
        beforeNumber: before.number,
        beforeEndsOn: before.endsOn,
        submittedOn: act.today,
        desk,
      });
    }
  }

  /** 流转到期提醒书, in time for the written request that the contract asks for. */
  async reminder(act: Act, facts: TransferFacts): Promise<void> {
    const { renewalRequestDays } = facts.parameters;
    const by = addDays(facts.term.end, -renewalRequestDays);
    const todo: Line[] = [
      {
        text: `受让方要续期的，${formatDay(by)}以前书面提出（到期 ${renewalRequestDays} 天前），同等条件下优先。在平台案件页、村服务站或镇交易所申请`,
        rule: renewalRule,
      },
      { text: '转出方不同意续期的，也在这一天以前书面告诉对方', rule: contract },
      { text: `不续期的，到期后 ${returnDays} 天内交还土地，恢复耕种条件，租金结清`, rule: contract },
    ];
    this.letters.issue(act, 'expiry_reminder', facts, await this.view(act.tx, facts, todo));
  }

  /** 流转到期通知书: expired, or followed by its renewal. */
  async over(act: Act, facts: TransferFacts): Promise<void> {
    const renewed = facts.record.state === 'renewed';
    const todo: Line[] = renewed
      ? [
          { text: '受让方按续期合同接着使用土地，不用交还', rule: renewalRule },
          { text: '续期另有新证书，旧证书到期失效', rule: '证书须知第四条' },
          { text: '原来的风险保障金退还；续期的风险保障金已经另交或者免缴', rule: '风险保障金协议第七条' },
        ]
      : [
          {
            text: `${formatDay(addDays(facts.term.end, returnDays))}以前交还土地；有未收获庄稼的，收获后或者下一季播种前交还`,
            rule: '最高人民法院承包纠纷解释第十六条',
          },
          { text: '风险保障金在租金结清、土地交还验收后退还', rule: '风险保障金协议第七条' },
          { text: '受让方还要用这块地的，重新申请流转，同等条件下优先', rule: renewalRule },
        ];
    this.letters.issue(act, 'expiry', facts, await this.view(act.tx, facts, todo));
  }

  private async view(tx: Tx, facts: TransferFacts, todo: readonly Line[]): Promise<PaperViews['expiry']> {
    const { renewal, record } = facts;
    const issued = await this.letters.issued(tx, facts);
    const certificate = issued.findLast((paper) => paper.kind === 'certificate' && !paper.voidedAt);
    return {
      ...dealView(facts),
      contractNumber: record.contractNumber ?? '',
      certificateNumber: certificate?.number ?? '没有发证书',
      endsOn: facts.term.end,
      todo,
      renewal: renewal
        ? `案件 ${renewal.number ?? '草稿'}，${formatTerm({ start: renewal.startsOn, end: renewal.endsOn })}${renewal.recorded ? '，已登记' : '，还在办'}`
        : '',
      desk: await this.names.desk(facts),
    };
  }
}
