import { describe, expect, it } from '@jest/globals';
import { type Fen, fen, instant } from '#kernel';
import type { Deposit } from './deposit.entity.js';
import { shareToRelease } from './deposit-disbursements.service.js';
import { holderOf, nextPart } from './deposits.queries.js';

const moment = instant('2027-03-01T09:00:00+08:00');
const part = (ordinal: number, amountFen: number) => ({
  depositId: 'd',
  ordinal,
  label: `${ordinal}`,
  amountFen: fen(amountFen),
});
const going = (tranche: number | null, more: object = {}) => ({ tranche, refusedAt: null, returnedAt: null, ...more });
const three = [part(1, 100), part(2, 200), part(3, 300)];

describe('The part of a deposit that is due', () => {
  it.each([
    ['the first of three', three, [], 1],
    ['the second, when the first is asked for', three, [going(1)], 2],
    ['the first again, when it was refused', three, [going(1, { refusedAt: moment })], 1],
    ['the first again, when the bank sent it back', three, [going(1, { returnedAt: moment })], 1],
    ['none, when only the last is left', three, [going(1), going(2)], null],
    ['none of a schedule of one', [part(1, 100)], [], null],
    ['the first, although a claim was paid', three, [going(null)], 1],
    ['none without a schedule', [], [], null],
  ])('is %s', (_what, parts, asked, ordinal) => {
    expect(nextPart(parts, asked)?.ordinal ?? null).toBe(ordinal);
  });
});

describe('What is asked to go back', () => {
  const running = { calledOffAt: null } as Deposit;
  const over = { calledOffAt: moment } as Deposit;
  const due = { ordinal: 2, amountFen: fen(200) };
  const share = (record: Deposit, partDue: typeof due | null, asked: Fen | null, free: number) =>
    shareToRelease({ record, partDue }, asked, fen(free));

  it.each([
    ['the part that is due, whole', running, due, null, 500, { amountFen: 200, tranche: 2 }],
    ['the part that is due, although it is named', running, due, fen(200), 500, { amountFen: 200, tranche: 2 }],
    ['what is left of the part', running, due, null, 150, { amountFen: 150, tranche: 2 }],
    ['all that is free once the case is over', over, due, null, 500, { amountFen: 500, tranche: null }],
    ['as much as is asked once the case is over', over, null, fen(1), 500, { amountFen: 1, tranche: null }],
  ] as const)('is %s', (_what, record, partDue, asked, free, share_) => {
    expect(share(record, partDue, asked, free)).toEqual(share_);
  });

  it('is never a piece of a part', () => {
    expect(() => share(running, due, fen(199), 500)).toThrow('deposit-part-whole');
  });
});

it('A deposit is known to the ledger by its own id, under the number of its case', () => {
  const record = {
    id: 'd',
    subjectId: 't',
    caseNumber: 'A1',
    place: '殷巷镇',
    officeCode: '1',
    officeCodeBorn: '2',
  } as Deposit;
  expect(holderOf(record)).toEqual({
    ...{ subject: 'deposit', subjectId: 'd', number: 'A1', place: '殷巷镇', officeCode: '1', officeCodeBorn: '2' },
  });
});
