import { statesIn } from '#kernel';
import { List, type RowOf, column, listValue, maybe, oneOf, sqlNames, stateWords, under, value } from '#platform';
import { depositWorkflow } from './deposit.workflow.js';
import { depositLabels, placeLabel } from './deposit.words.js';

const states = stateWords(depositWorkflow);

const asking = sqlNames(statesIn(depositWorkflow, 'asked'));
const held = `coalesce((SELECT -a.balance_fen FROM ledger_account a WHERE a.subject = 'deposit' AND a.subject_id = d.id AND a.kind = 'held'), 0)`;

/** Deposits: those that somebody has to see to, unless another state is asked for, nearest deadline first. */
export const depositList = new List({
  name: 'deposits',
  at: '/deposits',
  from: `deposit d LEFT JOIN deadline c ON c.subject = 'deposit' AND c.subject_id = d.id::text AND c.closed_at IS NULL`,
  id: 'd.id',
  fields: {
    id: column.text('d.id'),
    caseNumber: column.text('d.case_number'),
    state: column.code('d.state', states),
    officeCode: column.text('d.office_code'),
    payer: column.text('d.payer_name'),
    amountFen: column.fen('d.amount_fen'),
    heldFen: column.fen(held),
    openFen: column.fen(`CASE WHEN d.state IN (${asking}) THEN greatest(0, d.amount_fen - ${held}) ELSE 0 END`),
    areaMu: maybe(column.mu(`CASE d.purpose WHEN 'risk' THEN d.area_mu END`)),
    dueAt: maybe(column.due('d.due_at')),
    startDay: maybe(column.day('c.start_day')),
    lastDay: maybe(column.day('c.last_day')),
    stateSince: column.moment('d.state_since'),
  },
  filters: {
    state: {
      ...oneOf('d.state', Object.keys(states)),
      unset: `d.state IN (${sqlNames(statesIn(depositWorkflow, 'asked', 'leaving'))})`,
    },
    office: under('d.office_code'),
  },
  sorts: {
    due: { sql: `coalesce(d.due_at, 'infinity')`, type: 'timestamptz' },
    latest: { sql: 'd.state_since', type: 'timestamptz', down: true },
    largest: { sql: 'd.amount_fen', type: 'numeric', down: true },
  },
  pageSize: 30,
  labels: {
    ...depositLabels,
    filters: { state: { label: depositLabels.state.label, choices: { ...depositLabels.state.every, ...states } } },
  },
  // The states that a finance desk looks for.
  chips: {
    filter: 'state',
    values: [
      '',
      'requested',
      'partial',
      'releasing',
      'claimed',
      'topup_due',
      'held',
      'guaranteed',
      'waived',
      'released',
    ],
  },
  sheet: ['caseNumber', 'state', 'payer', 'amountFen', 'heldFen', 'areaMu', 'dueAt', 'stateSince'],
});

/** What bids leave is their finance desk's alone until it goes back: to nobody else it is told who has paid. */
export const standingBids = `d.purpose = 'bid' AND d.called_off_at IS NULL AND d.state NOT IN (${sqlNames(statesIn(depositWorkflow, 'leaving', 'over'))})`;

export type DepositRow = RowOf<typeof depositList.spec.fields>;

/** Its rows, each with the town and village that an office's code stands for. */
export const depositListView = listValue(depositList, { place: value.text(placeLabel) });
