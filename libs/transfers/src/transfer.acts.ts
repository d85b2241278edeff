import { addDays, formatDay, formatYuan } from '#kernel';
import { type RecordForm, type Reader, actTable } from '#platform';
import { ApplicationsService } from './application/applications.service.js';
import { ClosingService } from './closing/closing.service.js';
import { CountyReviewService } from './review/county-review.service.js';
import {
  FilingInput,
  LandReturnInput,
  OpinionInput,
  ReasonInput,
  RemarkInput,
  ReturnInput,
  SigningInput,
  ClaimantInput,
} from './transfer.steps.input.js';
import { TownReviewService } from './review/town-review.service.js';
import { EndingsService } from './ending/endings.service.js';
import { contractsEnd } from './renewal.rules.js';
import { RenewalsService } from './ending/renewals.service.js';
import { SuccessionService } from './ending/succession.service.js';
import type { TransferFacts } from './transfer.facts.js';
import type { Rent } from './rent.rules.js';
import { transferHead as head } from './transfer.head.js';
import { RenewalInput } from './transfer.input.js';
import { transferView } from './views/transfer.view.js';
import { returnsOf } from './transfers.queries.js';
import { transferWorkflow } from './transfer.workflow.js';

// One row an act: the noun of its address, whose method does it, what it asks, what is said when it is done. Its label, its posts and
// its rules stand in the workflow. `certify` and `terminate` are rows of the certificates' own table. Aligned by hand.
// prettier-ignore
export const transferActs = actTable('transfers', transferWorkflow, {
  head,
  gives: transferView,
  steps: {
    submit:             { noun: 'submission',           by: ApplicationsService, said: '交上去了。' },
    resubmit:           { noun: 'resubmission',         by: ApplicationsService, said: '重报上去了。' },
    accept:             { noun: 'acceptance',           by: TownReviewService,   said: '已受理，地块留给本案。' },
    return:             { noun: 'return',               by: TownReviewService,   asks: ReturnInput, form: returned, said: '已退回补正，缺的一次说全了。' },
    endorse:            { noun: 'endorsement',          by: TownReviewService,   asks: OpinionInput, said: '初审通过，意见书已出，等实地调查。' },
    submit_to_county:   { noun: 'county-submission',    was: 'push', by: TownReviewService,   many: true, said: '已报县，从明天起算 1 个工作日。' },
    approve:            { noun: 'approval',             by: CountyReviewService, many: true, said: '审核通过，公示已发布，等三处凭证。' },
    reject:             { noun: 'rejection',            by: TownReviewService,   asks: ReasonInput, said: '已决定不予通过，占用的地块放开了。' },
    recall:             { noun: 'recall',               by: CountyReviewService, asks: ReasonInput, said: '公示已撤回，退回镇里改。' },
    clear:              { noun: 'clearance',            by: ClosingService,      said: '公示结束，可以签合同了。' },
    assign_to_claimant: { noun: 'claimant',             was: 'yield', by: SuccessionService,   asks: ClaimantInput, form: claimants, said: '本案结束，已为选定的优先权人另立一案，地块留给他。' },
    discontinue:        { noun: 'discontinuation',      by: SuccessionService,   said: '本案已终止，双方的通知书已出。' },
    sign:               { noun: 'signing',              by: ClosingService,      asks: SigningInput, said: '合同签订已记下。' },
    file:               { noun: 'filing',               by: ClosingService,      asks: FilingInput, said: '备案已记下。' },
    pay:                { noun: 'deposit-confirmation', by: ClosingService,      many: true, said: '风险保障金已到账。' },
    record:             { noun: 'record',               by: ClosingService,      many: true, said: '已记入流转台账，鉴证书已出具。' },
    register_only:      { noun: 'registration-only',    by: EndingsService,      said: '流转已办结，按规定不发证书。' },
    rescind:            { noun: 'rescission',           by: EndingsService,      asks: ReasonInput, said: '合同已解除，本案撤回。' },
    renew:              { noun: 'renewal',              by: RenewalsService,     asks: RenewalInput, form: renewal, said: '续期草稿存好了，还没有提交。先补齐转出方和共有人的同意。' },
    return_land:        { noun: 'land-return',          by: EndingsService,      asks: LandReturnInput, said: '土地交还记好了，可以办退还风险保障金。' },
    suspend:            { noun: 'suspension',           by: EndingsService,      asks: ReasonInput, said: '已中止，各项期限停表。' },
    resume:             { noun: 'resumption',           by: EndingsService,      said: '恢复办理，期限重新计算。' },
    withdraw:           { noun: 'withdrawal',           by: EndingsService,      asks: RemarkInput, said: '已撤回。' },
  },
});

/** What the county sent back, the town need not type again for the parties. */
async function returned({ record }: TransferFacts, _me: unknown, _at: unknown, reader: Reader): Promise<RecordForm> {
  if (record.state !== 'county_returned') return {};
  const last = (await returnsOf(reader, record.id)).findLast((each) => each.level === 'county');
  const values = (last?.defects ?? [])
    .slice(0, 6)
    .flatMap((defect, index) =>
      Object.entries(defect).map(([name, value]): [string, unknown] => [`defects.${index}.${name}`, value]),
    );
  return { values: Object.fromEntries(values) };
}

/** 由转出方选定：every claim that stands. */
function claimants({ notice }: TransferFacts): RecordForm {
  const claims = (notice?.claims ?? []).map(({ id, name, number }): [string, string] => [id, `${name}（${number}）`]);
  return { choices: { claimId: Object.fromEntries(claims) } };
}

/** What the form of a renewal says; the new last day is nobody's but the parties' to choose. */
function renewal(facts: TransferFacts): RecordForm {
  const { record, term } = facts;
  const last = contractsEnd(facts);
  const latest = last === null ? '' : `；登记的承包期最早到${formatDay(last)}，最晚续到这一天`;
  return {
    text: [`原流转${formatDay(term.end)}到期，续期从${formatDay(addDays(term.end, 1))}起${latest}。`],
    values: { priceYuan: formatYuan(record.priceFen).replaceAll(',', ''), ...rentValues(record.rent) },
  };
}

const rentValues = (rent: Rent | null): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(rent ?? {}).map(([name, value]): [string, string] => [`rent.${name}`, String(value)]),
  );
