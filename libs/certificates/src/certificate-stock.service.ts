import { Injectable } from '@nestjs/common';
import { reaches } from '#kernel';
import { type Act, inputProblem, stepProblems } from '#platform';
import { CertificateStock } from './certificate-stock.entity.js';
import type { CertificateFacts } from './certificate.facts.js';
import type { StockInput } from './certificate.input.js';
import { certificateFaults } from './certificate.problems.js';
import { sheetNotes } from './certificate.words.js';

/** 空白证书纸登记：each serial once; spoiled sheets are logged with how. */
@Injectable()
export class CertificateStockService {
  async stock(act: Act, { record }: CertificateFacts, input: StockInput): Promise<void> {
    const { serial, outcome, reason = '' } = input;
    if (!reaches(act.actor, record.officeCode, 'county_certifier'))
      throw stepProblems.notYours({ detail: certificateFaults.notCertifier });
    if (outcome === 'spoiled' && reason === '')
      throw inputProblem([{ pointer: '#/reason', detail: certificateFaults.spoiledHow }]);
    const copyNumber = outcome === 'used' ? (input.copyNumber ?? 1) : null;
    const noted = { notedBy: act.actor.name, notedAt: act.now };
    await act.tx.insert(CertificateStock, { serial, outcome, certificateId: record.id, copyNumber, reason, ...noted });
    const label = `${sheetNotes[outcome]} ${serial}`;
    await act.note('certificate', record, { label, remark: reason || null, detail: { serial, outcome } });
  }
}
