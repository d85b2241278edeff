import { amountReasons, depositAmount } from '#deposits';
import { perMuYear } from '#kernel';
import { letter } from '#papers';
import { termsAgreed } from '../agreed.js';
import { keptTerms } from '../kept-terms.js';
import type { Around } from './transfer-papers.service.js';
import type { PartyOnPaper } from './paper-parties.service.js';
import { atOnce } from '../payment.words.js';
import { type GrantorShare, grantorShares, useText, wholeRent } from '../deal.view.js';
import { type Rent, inKind } from '../rent.rules.js';
import type { RentKind } from '../rent.words.js';
import type { ContractPermit } from '../transfer.input.js';
import type { TransferFacts } from '../transfer.facts.js';

/** 农村土地经营权出租合同, the form of GF-2021-2606 filled in, to be signed on paper; its number is the contract's. */
export const contract = letter(
  'contract',
  {
    ...{ title: '农村土地经营权出租合同', word: 'HT', digits: 6, series: 'town', by: 'town' },
    ...{ original: true, edition: 3, kept: keptTerms },
  },
  filledIn,
);

/** The case in the fields of the form; what nobody was asked is left to be filled in by hand (使用说明：未作修改的印刷文字视为双方同意). */
async function filledIn(facts: TransferFacts, around: Around) {
  const { record, term, parameters } = facts;
  const lessors = await around.grantors();
  const lessee = await around.party(record.transfereeId);
  const shares = grantorShares(facts);
  const lessor = lessors.get(shares[0]?.grantorId ?? '') ?? lessee;
  const several = shares.length > 1 ? { lessors: shares.map((share) => shareView(share, lessors)) } : {};
  return {
    ...(await around.land()),
    contractNumber: '',
    lessor: partyView(lessor, record.kind === 'collective' ? 'collective' : 'household', record.transferorName),
    ...several,
    lessee: partyView(lessee, record.transfereeKind, record.transfereeName),
    terms: termsAgreed(facts, 'contract'),
    use: useText(facts),
    term: { from: term.start, to: term.end },
    priceFen: record.priceFen,
    rentInKind: inKind(record.rent),
    rent: {
      ...standard(record.rent),
      adjustment: '',
      totalFen: wholeRent(facts),
      payment: record.payment,
      oneOff: paidAtOnce(record.payment),
      instalments: !paidAtOnce(record.payment),
      schedule: [],
      account: { name: '', number: '', bank: '' },
    },
    filingDays: parameters.filingWorkingDays,
    consents: { ...permitted(record.permits), otherText: '' },
    subsidies: '',
    deposit: depositView(facts, await around.exchange()),
    expropriation: null,
    renewal: {
      requestDays: parameters.renewalRequestDays,
      refuseDays: parameters.renewalRequestDays,
      returnDays: parameters.landReturnDays,
      facilities: '',
    },
    breach: { lateHandover: '', lateHandoverDays: '', lateRent: '', lateRentDays: '', lateReturn: '' },
    disputes: { arbitration: null, court: null },
    copies: { lessor: 1, lessee: 1, collective: 1, town: 1 },
    supplement: '',
    signedAt: record.place,
  };
}

/** A price was always asked for, as money; of a case from before goods were asked about, their boxes are ticked by hand. */
function standard(rent: Rent | null): Record<RentKind, boolean | null> {
  const asked = (kind: RentKind): boolean | null => (rent === null ? null : rent.kind === kind);
  return { cash: rent === null || rent.kind === 'cash', goods: asked('goods'), converted: asked('converted') };
}

const paidAtOnce = (payment: string): boolean => atOnce.test(payment);

/** Asked for: ticked or crossed; never asked: an empty box, to be ticked by hand. */
function permitted(permits: TransferFacts['record']['permits']): Record<ContractPermit, boolean | null> {
  const asked = (permit: ContractPermit): boolean | null => (permits === null ? null : permits.includes(permit));
  return {
    soil: asked('soil'),
    facilities: asked('facilities'),
    mortgage: asked('mortgage'),
    retransfer: asked('retransfer'),
  };
}

/** The very amount that will be asked for at filing, or why there is none (流转办法第30条：风险保障金由双方约定；县定). */
function depositView({ record, term, parameters }: TransferFacts, keeper: string) {
  const { transfereeKind, areaMu } = record;
  const annualRentFen = perMuYear(record.priceFen, areaMu);
  const amount = depositAmount(parameters, { annualRentFen, areaMu, term, transfereeKind });
  return amount.waived
    ? { agreed: false, holder: '', fen: null, waiver: amountReasons(amount).join('') }
    : { agreed: true, holder: keeper, fen: amount.amountFen, waiver: '' };
}

function shareView(share: GrantorShare, lessors: ReadonlyMap<string, PartyOnPaper>) {
  const party = lessors.get(share.grantorId);
  return {
    name: share.name,
    id: party?.number ?? '',
    representative: party?.representative ?? '',
    address: party?.address ?? '',
    phone: party?.phone ?? '',
    contracts: share.contracts.join('、'),
    areaMu: share.areaMu,
    yearlyFen: share.yearlyFen,
  };
}

function partyView(party: PartyOnPaper, kind: string, name: string) {
  return {
    name,
    idLabel: party.label,
    id: party.number,
    representative: party.representative,
    representativeId: party.representativeId,
    address: party.address,
    phone: party.phone,
    kind,
  };
}
