import { describe, expect, it } from '@jest/globals';
import { fen, instant } from '#kernel';
import { readConfig, seal } from '#platform';
import { digitsOf, openedNumber, sealedNumber, slipNumberOf } from './account-numbers.js';
import type { Disbursement } from './disbursement.entity.js';
import { approvedUnpaid, paid, stateOf, unanswered } from './disbursement-state.js';
import { type Holder, inTurn, keyOf } from './ledger.js';
import { spokenFor, unreturned } from './movements.queries.js';
import type { Receipt } from './receipt.entity.js';

const moment = instant('2027-03-01T09:00:00+08:00');
const holder: Holder = {
  ...{ subject: 'deposit', subjectId: 'd', number: 'A1', place: '殷巷镇 李家桥村' },
  ...{ officeCode: '370126102201', officeCodeBorn: '370126101201' },
};
const never = { approvedAt: null, refusedAt: null, paidAt: null, returnedAt: null };
const going = (more: object = {}) => ({ ...never, amountFen: fen(100), receiptId: 'r', ...more }) as Disbursement;
const approved = { approvedAt: moment };
const gone = { ...approved, paidAt: moment };

describe('An account of the ledger', () => {
  it('in a bank is its town’s, as the town was called when the money came in', () => {
    expect(keyOf(holder, 'bank')).toEqual({
      ...{ kind: 'bank', side: 'asset', officeCode: '370126102000', officeCodeBorn: '370126101000' },
    });
  });

  it.each(['held', 'payable', 'escrow'] as const)('of what is %s is its holder’s', (kind) => {
    expect(keyOf(holder, kind)).toEqual({ ...holder, kind, side: 'liability' });
  });

  it('is booked to in the order of ids, whichever is debited', () => {
    expect(inTurn(['a', 5], ['b', -5])).toEqual([['a', 5], ['b', -5]]); // prettier-ignore
    expect(inTurn(['b', 5], ['a', -5])).toEqual([['a', -5], ['b', 5]]); // prettier-ignore
  });
});

describe('A disbursement', () => {
  it.each([
    ['asked', {}],
    ['approved', approved],
    ['paid', gone],
    ['refused', { refusedAt: moment }],
    ['returned', { ...gone, returnedAt: moment }],
  ])('stands as %s', (state, more) => expect(stateOf(going(more))).toBe(state));

  it.each<[string, (facts: { disbursement: Disbursement | null }) => Disbursement, object, readonly object[]]>([
    ['answered while it waits', unanswered, {}, [approved, { refusedAt: moment }, gone]],
    ['paid once it was approved', approvedUnpaid, approved, [{}, { refusedAt: moment }, gone]],
    ['sent back once it was paid', paid, gone, [{}, approved, { ...gone, returnedAt: moment }]],
  ])('is %s, and at no other time', (_what, turn, ready, others) => {
    expect(turn({ disbursement: going(ready) })).toMatchObject(ready);
    for (const other of others) expect(() => turn({ disbursement: going(other) })).toThrow('disbursement-answered');
    expect(() => turn({ disbursement: null })).toThrow('disbursement-not-found');
  });
});

describe('What may go back', () => {
  it('is less by what is asked for and not answered', () => {
    const asked = [going(), going(), going(approved), going({ refusedAt: moment }), going(gone)];
    expect([spokenFor(asked), spokenFor([])]).toEqual([200, 0]);
  });

  it('is of each receipt what has not gone, and what the bank sent back', () => {
    const receipts = [{ id: 'r', amountFen: fen(500) }, { id: 's', amountFen: fen(50) }] as Receipt[]; // prettier-ignore
    const asked = [going(gone), going({ ...gone, returnedAt: moment }), going({ refusedAt: moment }), going()];
    expect(unreturned(receipts, asked).map(({ receipt, free }) => [receipt.id, free])).toEqual([['r', 300], ['s', 50]]); // prettier-ignore
  });
});

describe('A number of a bank account', () => {
  const config = readConfig({ SECRET_KEY: 'a'.repeat(64), STATE_FOLDER: '/nowhere' });

  it('is kept sealed, with its last four digits', () => {
    const { sealed, tail } = sealedNumber(config, 'receipt', 'r', '999900001111');
    expect([tail, sealed.includes('99990000')]).toEqual(['1111', false]);
    expect(openedNumber(config, 'receipt', 'r', sealed)).toBe('999900001111');
  });

  it('opens for its own row and kind alone', () => {
    const { sealed } = sealedNumber(config, 'receipt', 'r', '999900001111');
    expect(() => openedNumber(config, 'receipt', 'other', sealed)).toThrow();
    expect(() => openedNumber(config, 'disbursement', 'r', sealed)).toThrow();
  });

  it.each([
    ['receipt', 'deposit_payment'],
    ['disbursement', 'deposit_outflow'],
  ] as const)('of a %s that was sealed before it was called so still opens', (of, before) => {
    expect(openedNumber(config, of, 'r', seal(config.secretKey, '999900001111', `${before} r`))).toBe('999900001111');
  });

  it('is spelt one way, as slips and names are', () => {
    expect(digitsOf('9999 0000-1111')).toBe('999900001111');
    expect(slipNumberOf(' ｇh２0 26 ')).toBe('GH2026');
  });
});
