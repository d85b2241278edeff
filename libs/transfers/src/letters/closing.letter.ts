import type { Day } from '#kernel';
import { letter } from '#papers';
import { annualRent, dealView, registrable, wholeRent } from '../deal.view.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferKinds } from '../transfer.words.js';
import type { Around } from './transfer-papers.service.js';

/** 流转备案通知: who lets files with the issuer（承包法第三十六条）; the exchange fills it in and carries it. */
export const filingNotice = letter(
  'filing',
  { title: '土地经营权流转备案通知', word: '农备', by: 'town', edition: 2 },
  async (facts: TransferFacts, around: Around, filedOn: Day) => ({
    ...dealView(facts),
    ...(await around.land()),
    issuer: await around.issuer(),
    contractNumber: facts.record.contractNumber ?? '',
    signedOn: facts.record.signedOn ?? filedOn,
    filedOn,
    collective: facts.record.kind === 'collective',
    exchange: await around.exchange(),
    handler: around.act.actor.name,
  }),
);

/** 交易鉴证书: proves the trade, not the right, when the right is recorded. */
export const attestation = letter(
  'attestation',
  { title: '农村产权交易鉴证书', word: '农鉴字', digits: 5, original: true, edition: 2 },
  async (facts: TransferFacts, around: Around) => {
    const { record } = facts;
    const transferee = await around.party(record.transfereeId);
    const grantor = await around.party(facts.parcels[0]?.grantorId ?? record.transfereeId);
    const { caseNumber: projectNumber, ...deal } = dealView(facts);
    return {
      ...deal,
      ...(await around.land()),
      projectNumber,
      product: `${record.place}${transferKinds[record.kind]}`,
      owner: await around.issuer(),
      // Whether it is land that is not contracted out.
      collective: record.kind === 'collective',
      // Several households are represented each by its own.
      transferorRepresentative: record.householdCount > 1 ? null : grantor.representative,
      transfereeId: transferee.number,
      transfereeRepresentative: transferee.representative,
      transfereeKind: record.transfereeKind,
      contractCertificate: [...new Set(facts.parcels.flatMap(({ contractCode }) => contractCode || []))].join('、'),
      totalFen: wholeRent(facts),
      contractNumber: record.contractNumber ?? '',
      signedOn: record.signedOn ?? around.act.today,
      yearlyFen: annualRent(facts),
      registrableYears: registrable(facts),
    };
  },
);
