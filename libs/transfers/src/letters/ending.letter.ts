import { type Day, addDays } from '#kernel';
import { letter } from '#papers';
import { landChangeKinds } from '#rights';
import { contractEnding } from '../contract-ending.js';
import { dealView } from '../deal.view.js';
import type { PredecessorFacts } from '../renewal.facts.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { GroundRow } from '../transfers.queries.js';
import type { Around } from './transfer-papers.service.js';
import { bothSides } from './paper-parties.service.js';

/** Why a case stops short, what follows for it, and what its parties may do; some letters say the last two in words of their own. */
interface Stopped {
  reason: string;
  rule: string;
  effect?: string;
  next?: string;
}

/** 中止、撤回、失效: what became of the case and why, to both sides. Its own words are each template's. */
const stopped = async (facts: TransferFacts, around: Around, { reason, rule, ...more }: Stopped) => ({
  caseNumber: facts.record.number ?? '',
  addressee: bothSides(facts),
  place: facts.record.place,
  areaMu: facts.record.areaMu,
  reasons: [{ text: reason, rule }],
  ...more,
  desk: await around.desk(),
});

export const suspension = letter('suspension', { title: '中止办理通知书', word: '农中止', tells: true }, stopped);

export const caseEnd = letter('case_end', { title: '终止办理通知书', word: '农终', tells: true }, stopped);

/** 承包关系变动告知书: a right in force goes on; both sides hear what the register says now, and that the rent's payee is to be confirmed. */
export const groundChange = letter(
  'ground_change',
  { title: '承包关系变动告知书', word: '农承变', by: 'town', tells: true },
  async (facts: TransferFacts, around: Around, { differences, reason }: Pick<GroundRow, 'differences' | 'reason'>) => ({
    ...dealView(facts),
    contractNumber: facts.record.contractNumber ?? '',
    differences: differences.map(({ kind, before, after }) => ({
      what: landChangeKinds[kind as keyof typeof landChangeKinds],
      before,
      after,
    })),
    reason: reason ?? '',
    desk: await around.desk(),
  }),
);

/** Members of a household that lets who have left it since a case was begun: how many, and the last day of the last. */
export interface MembersLeft {
  household: string;
  count: number;
  lastDay: Day;
}

/** 家庭成员变动告知书: both sides hear that it happened; who it was and why, the town reads on the household's page. */
export const memberChange = letter(
  'member_change',
  { title: '家庭成员变动告知书', word: '农成变', by: 'town', tells: true },
  async (facts: TransferFacts, around: Around, left: readonly MembersLeft[]) => ({
    ...dealView(facts),
    contractNumber: facts.record.contractNumber ?? '',
    left,
    signed: facts.record.signedOn !== null,
    desk: await around.desk(),
  }),
);

/** 续期申请告知书, with the application: the transferor hears in writing who asks for what, and what he may say. */
export const renewalRequest = letter(
  'renewal_request',
  { title: '续期申请告知书', word: '农续', by: 'town', tells: true },
  async (facts: TransferFacts, around: Around, before: PredecessorFacts) => ({
    ...dealView(facts),
    beforeNumber: before.number,
    beforeContract: before.contractNumber ?? '',
    beforeEndsOn: before.endsOn,
    submittedOn: around.act.today,
    desk: await around.desk(),
  }),
);

/** 续期告知书 to a bank with a mortgage on the old right: it ends with its term, and the new one carries no mortgage by itself. */
export const mortgageeNotice = letter(
  'mortgagee_notice',
  { title: '续期告知书', word: '农告抵', by: 'town' },
  async (facts: TransferFacts, around: Around, before: PredecessorFacts, mortgagee: string) => ({
    ...dealView(facts),
    mortgagee,
    beforeNumber: before.number,
    beforeEndsOn: before.endsOn,
    submittedOn: around.act.today,
    desk: await around.desk(),
  }),
);

/** A right that comes to its end, told to both sides; the case that renews it has no number while it is a draft. */
async function ending(facts: TransferFacts, around: Around) {
  const { renewal, record } = facts;
  const papers = await around.issued();
  const certificate = papers.findLast((paper) => paper.kind === 'certificate' && !paper.voidedAt);
  return {
    ...contractEnding(facts, papers),
    ...dealView(facts),
    contractNumber: record.contractNumber ?? '',
    certificateNumber: certificate?.number ?? null,
    endsOn: facts.term.end,
    renewal: renewal && {
      number: renewal.number,
      term: { from: renewal.startsOn, to: renewal.endsOn },
      recorded: renewal.recorded,
    },
    desk: await around.desk(),
  };
}

/** 流转到期提醒书, in time for the written request that the contract asks for. */
export const expiryReminder = letter(
  'expiry_reminder',
  { title: '流转到期提醒书', word: '农提', by: 'town', tells: true, edition: 2 },
  ending,
);

/** 流转到期通知书: expired, or followed by its renewal. */
export const expiry = letter(
  'expiry',
  { title: '流转到期通知书', word: '农到', by: 'town', tells: true, edition: 2 },
  async (facts: TransferFacts, around: Around) => {
    const told = await ending(facts, around);
    return {
      ...told,
      renewed: facts.record.state === 'renewed',
      returnBy: told.returnDays && addDays(facts.term.end, told.returnDays),
    };
  },
);
