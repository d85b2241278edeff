import { Injectable } from '@nestjs/common';
import { reaches } from '#kernel';
import { type Act, inputProblem, stepProblems } from '#platform';
import { CertificateStock } from './certificate-stock.entity.js';
import type { CertificateFacts } from './certificate.facts.js';
import type { StockInput } from './certificate.input.js';

/** 空白证书纸登记：each serial once; spoiled sheets are logged with how. */
@Injectable()
export class CertificateStockService {
  async stock(act: Act, { record }: CertificateFacts, input: StockInput): Promise<void> {
    const { serial, outcome, reason = '' } = input;
    if (!reaches(act.actor, record.officeCode, 'county_certifier'))
      throw stepProblems.notYours({ detail: '证书纸由县中心发证岗登记。' });
    if (outcome === 'spoiled' && reason === '') throw inputProblem([{ pointer: '#/reason', detail: '写怎么废的' }]);
    const copyNumber = outcome === 'used' ? (input.copyNumber ?? 1) : null;
    const noted = { notedBy: act.actor.name, notedAt: act.now };
    await act.tx.insert(CertificateStock, { serial, outcome, certificateId: record.id, copyNumber, reason, ...noted });
    const label = outcome === 'used' ? `登记用纸 ${serial}` : `登记废纸 ${serial}`;
    await act.note('certificate', record, { label, remark: reason || null, detail: { serial, outcome } });
  }
}
