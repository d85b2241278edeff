import { Injectable } from '@nestjs/common';
import { Clock, Problem, formatMoment } from '#kernel';
import { Database, Deadlines, historyOf } from '#platform';
import { caseView } from './case-file.view.js';
import { CasesService } from './cases.service.js';

/** What the sender of a letter reads by the number and code of the receipt: where it is, and the answer once there is one. */
@Injectable()
export class FollowedLetters {
  constructor(
    private readonly database: Database,
    private readonly cases: CasesService,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** The letter as the page `follow/show` shows it; null for a wrong number or code. */
  async find(number: string, code: string) {
    const reader = this.database.reader;
    const file = await this.cases.follow(reader, number, code).catch((error: unknown) => {
      if (error instanceof Problem) return null;
      throw error;
    });
    if (!file) return null;
    const view = caseView(file);
    const about = { subject: 'case_file', id: file.id, officeCode: file.officeCode };
    const history = await historyOf(reader, 'case_file', file.id);
    const { decision } = view;
    return {
      title: `${view.kind}：${view.topic}`,
      number: view.number,
      state: view.state,
      ...(await this.deadlines.shown(reader, about, this.clock.now(), '为什么是这一天答复')),
      facts: [
        { label: '办理人', value: view.handler || '还没有受理', href: '' },
        ...(decision
          ? [
              { label: '决定', value: decision.label, href: '' },
              { label: '理由', value: decision.reasons, href: '' },
              { label: '依据', value: decision.rule, href: '' },
            ]
          : []),
      ],
      // Who opened the contact is the office's own record, not the sender's.
      timeline: history
        .filter((line) => line.toState !== null && line.toState !== line.fromState)
        .map((line) => ({ title: line.label, state: '', when: formatMoment(line.moment), text: '' })),
      letters: [],
      links: view.about.subject === 'notice' ? [{ href: `/notices/${view.about.id}`, label: '看公示' }] : [],
      todo: file.state === 'decided' ? ['带身份证到镇交易所公开咨询室或村服务站，领处理决定书。'] : [],
    };
  }
}
