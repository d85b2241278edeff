import { reaches } from '#kernel';
import { type ActHead, actTable } from '#platform';
import { transferHead, transferView, transferWorkflow, TerminationInput } from '#transfers';
import { CertificateActsService } from './certificate-acts.service.js';
import { CertificateReplacementService } from './certificate-replacement.service.js';
import { CertificateStockService } from './certificate-stock.service.js';
import type { CertificateFacts } from './certificate.facts.js';
import {
  ReplacementInput,
  AskedBasisInput,
  BasisInput,
  ChangeInput,
  ExchangeInput,
  IssueInput,
  ReissueInput,
  StockInput,
} from './certificate.input.js';
import { certificateView } from './certificate.view.js';
import { certificateWorkflow } from './certificate.workflow.js';
import { CertificatesService } from './certificates.service.js';

/** What happens to a certificate, one row each. */
export const certificateActs = actTable('certificates', certificateWorkflow, {
  head,
  gives: certificateView,
  steps: {
    change: { noun: 'change', by: CertificateActsService, asks: ChangeInput, said: '变更已记入，通知书已出具。' },
    reissue: { noun: 'reissue', by: CertificateActsService, asks: ReissueInput, said: '已补发新证，旧号作废。' },
    exchange: { noun: 'exchange', by: CertificateActsService, asks: ExchangeInput, said: '已换发新证，旧号作废。' },
    cancel: { noun: 'cancellation', by: CertificateActsService, asks: AskedBasisInput, said: '证书已注销。' },
    propose: {
      noun: 'revocation-request',
      by: CertificateActsService,
      asks: AskedBasisInput,
      said: '已提请撤销，等负责人决定。',
    },
    revoke: { noun: 'revocation', by: CertificateActsService, asks: BasisInput, said: '证书已撤销，决定书已出具。' },
    dismiss: {
      noun: 'revocation-refusal',
      by: CertificateActsService,
      asks: BasisInput,
      said: '决定不撤销，证书照旧。',
    },
    request_replacement: {
      noun: 'new-certificate-request',
      by: CertificateReplacementService,
      asks: AskedBasisInput,
      said: '已提请重新发证，等负责人决定。',
    },
    replace: {
      noun: 'new-certificate',
      by: CertificateReplacementService,
      asks: ReplacementInput,
      said: '已发新证，用新证号。',
    },
    refuse_replacement: {
      noun: 'new-certificate-refusal',
      by: CertificateReplacementService,
      asks: BasisInput,
      said: '决定不重新发证。',
    },
  },
  helps: {
    stock: {
      noun: 'stock',
      by: CertificateStockService,
      asks: StockInput,
      label: '登记证书纸流水号',
      hint: '用了哪张、废了哪张，都要记。',
      text: ['流水号印在空白证书纸上，和证号不是一回事。'],
      posts: ['county_certifier'],
      when: ({ record }: CertificateFacts, me) => reaches(me, record.officeCode, 'county_certifier'),
      last: true,
      said: '流水号记下了。',
    },
  },
});

/** The two acts of a case that touch its certificate: how it begins and how it ends. */
export const transferCertificateActs = actTable('transfers', transferWorkflow, {
  head: transferHead,
  gives: transferView,
  steps: {
    certify: {
      noun: 'certificate',
      by: CertificatesService,
      asks: IssueInput,
      said: '已发证。',
      gives: certificateView,
    },
    terminate: {
      noun: 'termination',
      by: CertificatesService,
      asks: TerminationInput,
      said: '已提前终止，证书已注销，地块交回承包方。',
    },
  },
});

function head({ record }: CertificateFacts): ActHead {
  const here = `/certificates/${record.id}`;
  return {
    trail: { href: here, label: record.number },
    facts: [
      { label: '证书', value: record.number, href: here },
      { label: '权利人', value: record.holderName, href: '' },
      { label: '坐落', value: record.place, href: '' },
    ],
    back: { label: '不办了，回证书', href: here },
  };
}
