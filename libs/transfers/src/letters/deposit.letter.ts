import { amountReasons, type Deposit } from '#deposits';
import { fen } from '#kernel';
import { letter } from '#papers';
import { dealView } from '../deal.view.js';
import { inKind } from '../rent.rules.js';
import { depositDue } from '../payment.rules.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { Around } from './transfer-papers.service.js';
import { disbursementsOf, slipsOf } from './deposit-money.queries.js';
import { bothSides } from './paper-parties.service.js';

/** Whose deposit it is, by the numbers of its case and contract. */
const ofCase = ({ record }: TransferFacts) => ({
  caseNumber: record.number ?? '',
  contractNumber: record.contractNumber ?? '',
});

/** 风险保障金协议（领域规则 3.12）, with the contract it belongs to: between transferee, town exchange and transferor. */
export const depositAgreement = letter(
  'deposit_agreement',
  { title: '风险保障金协议', word: '农保协', by: 'town', atTown: true, edition: 2 },
  async (facts: TransferFacts, around: Around) => {
    const { record, parameters } = facts;
    const due = depositDue(facts);
    return {
      ...dealView(facts),
      ...ofCase(facts),
      keeper: await around.exchange(),
      location: record.place,
      area: record.areaMu,
      basis: due.basis,
      formula: amountReasons(due).join(''),
      amountFen: due.amountFen,
      account: await around.account(),
      interest: parameters.riskDepositInterest,
      // Days of unpaid rent that the deposit answers for.
      rentDays: parameters.riskDepositRentDays,
      replyDays: parameters.riskDepositReplyWorkingDays,
      topupDays: parameters.depositWorkingDays,
      releaseDays: parameters.riskDepositReleaseWorkingDays,
    };
  },
);

/** 风险保障金缴款通知书. Never 定金: its rule of double return does not apply (民法典第五百八十六条). */
export const depositDemand = letter(
  'deposit_demand',
  { title: '风险保障金缴款通知书', word: '农缴', by: 'town', atTown: true, edition: 2 },
  async (facts: TransferFacts, around: Around, { id, amountFen, legalBasis }: Deposit) => ({
    ...ofCase(facts),
    addressee: facts.record.transfereeName,
    priceFen: facts.record.priceFen,
    rentInKind: inKind(facts.record.rent),
    amountFen,
    formula: amountReasons(depositDue(facts)).join(''),
    basis: legalBasis,
    account: await around.account(),
    dueOn: await around.dueOf('deposit', id, 'requested'),
    rentDays: facts.parameters.riskDepositRentDays,
    desk: await around.desk('finance'),
  }),
);

/** 风险保障金逾期通知书, to both sides: the deposit is late, the contract stands until it is dissolved. */
export const depositOverdue = letter(
  'deposit_overdue',
  { title: '风险保障金逾期通知书', word: '农逾', by: 'town', atTown: true, tells: true, edition: 2 },
  async (facts: TransferFacts, around: Around) => ({
    ...ofCase(facts),
    addressee: bothSides(facts),
    signedOn: facts.record.signedOn,
    dueOn: (await around.dueOf('transfer', facts.record.id, 'deposit')) ?? around.act.today,
    amountFen: facts.deposit?.amountFen,
    heldFen: facts.deposit?.heldFen,
    account: await around.account(),
    desk: await around.desk(),
  }),
);

/** 风险保障金收据, once all of it is held. */
export const depositReceipt = letter(
  'deposit_receipt',
  { title: '风险保障金收据', word: '农收', digits: 5, by: 'town', atTown: true, original: true },
  async (facts: TransferFacts, around: Around, deposit: NonNullable<TransferFacts['deposit']>) => {
    const { tx, today, actor } = around.act;
    const slips = await slipsOf(tx, deposit.id);
    const last = slips.at(-1);
    return {
      ...ofCase(facts),
      payer: facts.record.transfereeName,
      amountFen: deposit.heldFen,
      basis: deposit.legalBasis,
      slipNumber: slips.map((slip) => slip.number).join('、'),
      receivedOn: last?.paidOn ?? today,
      account: await around.account(),
      receiver: last?.recordedBy ?? actor.name,
      // Nobody where the accounts check themselves.
      checker: actor.kind === 'clock' ? null : actor.name,
    };
  },
);

/** 风险保障金退还通知书: what was held, what was taken from it and why, and what goes back where. */
export const depositRelease = letter(
  'deposit_release',
  { title: '风险保障金退还通知书', word: '农退', by: 'town' },
  async (facts: TransferFacts, around: Around, { id, legalBasis }: NonNullable<TransferFacts['deposit']>) => {
    const flows = await disbursementsOf(around.act.tx, id);
    const slips = await slipsOf(around.act.tx, id);
    const released = flows.filter((flow) => flow.kind === 'release');
    return {
      ...ofCase(facts),
      addressee: facts.record.transfereeName,
      heldFen: fen(slips.reduce((sum, slip) => sum + slip.amountFen, 0)),
      deductions: flows
        .filter((flow) => flow.kind === 'claim')
        .map(({ reason, amountFen, payee }) => ({ reason, fen: amountFen, payee })),
      releasedFen: fen(released.reduce((sum, flow) => sum + flow.amountFen, 0)),
      accounts: [
        ...new Map(released.map(({ payee, bank, tail }) => [`${bank} ${tail}`, { payee, bank, tail }])).values(),
      ],
      basis: legalBasis,
      desk: await around.desk(),
    };
  },
);
