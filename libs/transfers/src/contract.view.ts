import { transfereeKinds } from '#kernel';
import type { ContractView, LandView } from '#papers';
import type { PartyOnPaper } from './paper-parties.service.js';
import { type GrantorShare, grantorShares, useText, wholeRent } from './deal.view.js';
import type { TransferFacts } from './transfer.facts.js';

/** The case in the fields of the model contract GF-2021-2606; what the parties leave open keeps the form's default. */
export function contractView(
  facts: TransferFacts,
  lessors: ReadonlyMap<string, PartyOnPaper>,
  lessee: PartyOnPaper,
  land: LandView,
): ContractView {
  const { record, term, parameters } = facts;
  const shares = grantorShares(facts);
  const lessor = lessors.get(shares[0]?.grantorId ?? '') ?? lessee;
  const several = shares.length > 1 ? { lessors: shares.map((share) => shareView(share, lessors)) } : {};
  return {
    ...land,
    contractNumber: '',
    lessor: partyView(lessor, record.kind === 'collective' ? '农村集体经济组织' : '承包农户', record.transferorName),
    ...several,
    lessee: partyView(lessee, transfereeKinds[record.transfereeKind], record.transfereeName),
    fixtures: '无',
    use: useText(facts),
    term: { from: term.start, to: term.end },
    handoverBy: record.handoverOn,
    rent: {
      cash: true,
      cashFenPerMuYear: String(record.priceFen),
      goods: false,
      goodsText: '',
      converted: false,
      convertedText: '',
      otherText: '',
      adjustment: '期内不调整',
      totalFen: wholeRent(facts),
      payment: record.payment,
      oneOff: false,
      instalments: true,
      schedule: [],
      account: { name: '', number: '', bank: '' },
    },
    filingDays: String(parameters.filingWorkingDays),
    consents: { soil: true, facilities: false, mortgage: false, retransfer: false, otherText: '' },
    subsidies: '按政策归承包方',
    deposit: { agreed: true, holder: '镇街交易所', fen: '', atExpiry: '期满验收后退还' },
    expropriation: { fixtures: '所有者', crops: '实际投入者' },
    renewal: {
      requestDays: String(parameters.renewalRequestDays),
      refuseDays: String(parameters.renewalRequestDays),
      returnDays: '15',
      facilities: '协商',
    },
    breach: { lateHandover: '5', lateHandoverDays: '30', lateRent: '5', lateRentDays: '30', lateReturn: '5' },
    disputes: { arbitration: true, court: true },
    copies: { lessor: '1', lessee: '1', collective: '1', town: '1' },
    supplement: '',
    signedAt: record.place,
  };
}

function shareView(
  share: GrantorShare,
  lessors: ReadonlyMap<string, PartyOnPaper>,
): NonNullable<ContractView['lessors']>[number] {
  const party = lessors.get(share.grantorId);
  return {
    name: share.name,
    id: party?.number ?? '',
    representative: party?.representative ?? '',
    contracts: share.contracts.join('、'),
    areaMu: share.areaMu,
    yearlyFen: String(share.yearlyFen),
  };
}

function partyView(party: PartyOnPaper, kind: string, name: string): ContractView['lessor'] {
  return {
    name,
    idLabel: party.label,
    id: party.number,
    representative: party.representative,
    representativeId: '',
    address: party.address,
    phone: '',
    kind,
  };
}
