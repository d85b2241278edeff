import { type BidPriority, bidPriorities, decisionBodies, formatDay, formatYuan } from '#kernel';
import type { NoticeDraft } from '#notices';
import { withoutSome } from '#parties';
import { annualRent, useText } from '../deal.view.js';
import { rentText } from '../rent.letter.js';
import { inKind } from '../rent.rules.js';
import { transferModes } from '../transfer.words.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { ParcelFact } from '../transfers.queries.js';

/** Where a notice hangs, and where people are told to come. */
export const boardName = (village: string): string => `${village}公示栏`;
export const hallName = (exchange: string): string => `${exchange}大厅`;
export const countyHall = '县中心大厅';
export const whereToAsk = ({ name, address, phone }: { name: string; address: string; phone: string }): string =>
  `提出的地方：${name}公开咨询室（${address}，${phone}），村服务站，或者本网站。`;

/** What is posted of the deal; a person is masked where a body is not. */
export function termsOf(facts: TransferFacts, transfereeIsPerson: boolean): NoticeDraft['terms'] {
  const { record, term } = facts;
  const person = record.kind === 'contracted';
  const grantors = new Map(facts.parcels.map((parcel) => [parcel.grantorId, parcel.grantorName]));
  const measured = new Map(facts.surveyed.parcels.map((each) => [each.parcelCode, each.measuredMu]));
  return {
    parcels: facts.parcels.map((parcel) => ({
      code: parcel.code,
      name: parcel.name,
      contractor: { name: bare(parcel.grantorName), person },
      bounds: boundsText(parcel),
      areaMu: parcel.areaMu,
      registeredMu: parcel.contractMu,
      surveyedMu: measured.get(parcel.code) ?? null,
    })),
    transferors: [...grantors.values()].map((name) => ({ name: bare(name), person })),
    transferee: { name: record.transfereeName, person: transfereeIsPerson },
    mode: transferModes[record.mode],
    termStart: term.start,
    termEnd: term.end,
    price: rentText(record, `${formatYuan(record.priceFen)} 元/亩/年`),
    yearly: `每年${inKind(record.rent) ? '折合' : ''} ${formatYuan(annualRent(facts))} 元`,
    payment: record.payment,
    use: useText(facts),
  };
}

/** How a deal was found by bids, and whether priority was used (承包法第三十八条第五项). */
export const bidWords = (priority: BidPriority | null): string =>
  `符合条件、按时交保证金的有两方以上，按公布的规则竞价成交，${
    priority === null ? '受让方没有行使优先权' : `受让方以${bidPriorities[priority]}的身份行使了优先权`
  }。`;

/** On what the notice rests: who reviewed, who consented, who permitted, what it goes on from. */
export function basisOf(facts: TransferFacts, town: string): string[] {
  const { record, renews } = facts;
  return [
    `本次流转由${town}交易所初审，县农村产权交易中心审核通过。`,
    ...(record.listing
      ? [
          record.listing.bid
            ? `经公开挂牌（${record.listing.number}），${bidWords(record.listing.bid.priority)}`
            : `经公开挂牌（${record.listing.number}），符合条件、按时交保证金的只有一方，按挂牌公布的条件成交。`,
        ]
      : []),
    record.kind === 'contracted' ? consentText(facts) : decisionText(facts),
    ...licenceText(facts),
    ...(renews
      ? [
          `本件是续期：原流转（${renews.number}）${formatDay(renews.endsOn)}到期，受让方在同等条件下优先续约（农村土地经营权流转管理办法第十条）。`,
        ]
      : []),
  ];
}

/** Nobody is said to have consented of whom the register only knows that he is missing (承包法第16条). */
function consentText({ consents }: TransferFacts): string {
  const short = withoutSome(consents).length;
  const said = '每户登记在册、有权的共有人都已书面同意。';
  return short === 0
    ? said
    : `${said}其中 ${short} 户自己登记的家庭成员比登记簿上的多，多出的人还没有核实，不在同意之内。`;
}

/** 王小明户 is known to neighbours as 王小明. */
export const bare = (name: string): string => (name.endsWith('户') && name.length > 2 ? name.slice(0, -1) : name);

/** 社会资本审批的文号要公示（流转办法第29条；公示示范内容：资本审批）. */
function licenceText({ capital }: TransferFacts): string[] {
  if (capital.authority === null || capital.licence === null) return [];
  const { authority, decisionNumber, decidedOn } = capital.licence;
  const on = decidedOn === null ? '' : formatDay(decidedOn);
  return [`受让方按社会资本管理，${on}经${authority}审批同意，文号 ${decisionNumber}。`];
}

/** 集体决议和乡镇批准文号要公示（承包法第52条）. */
function decisionText({ decided, outsider }: TransferFacts): string {
  if (!decided) return '集体已按规定作出决议。';
  const { decidingBody, decidedOn, electorate, inFavour, approvalNumber } = decided;
  const made = `${formatDay(decidedOn)}${decisionBodies[decidingBody]}决议，应到 ${electorate} 人，同意 ${inFavour} 人`;
  return outsider && approvalNumber ? `${made}；乡镇人民政府批准，文号 ${approvalNumber}。` : `${made}。`;
}

function boundsText(parcel: ParcelFact): string {
  const { east, south, west, north } = parcel.boundaries;
  return `东${east}、南${south}、西${west}、北${north}`;
}
