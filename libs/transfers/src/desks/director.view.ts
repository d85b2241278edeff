import { ledgerCheckView } from '#ledger';
import { type Of, statusView, stateWords, value, view } from '#platform';
import { transferWorkflow } from '../transfer.workflow.js';
import { countyParts as labels, periodWords } from './director.words.js';

const states = stateWords(transferWorkflow);

const lateView = view('LateCase', {
  id: value.id(),
  number: value.text(labels.number),
  place: value.text(labels.place),
  areaMu: value.mu(labels.areaMu),
  state: value.code(states, labels.state),
  dueAt: value.moment(labels.dueAt),
});

const townView = view('TownReviews', {
  code: value.text(),
  name: value.text(labels.town),
  done: value.count(labels.done),
  late: value.count(labels.late),
  overdue: value.count(labels.reviewsOverdue),
});

const monthView = view('MonthOfLand', { month: value.text(labels.month), areaMu: value.mu(labels.areaMu) });

const stepView = view('CasesInState', {
  state: value.code(states, labels.state),
  cases: value.count(labels.cases),
  late: value.count(labels.overdue),
});

/** How the county is doing: its reviews in a period, the land that was let, where cases stand, what is late. */
export const countyView = view(
  'CountyFigures',
  {
    period: value.code(periodWords, labels.period),
    done: value.count(labels.done),
    late: value.count(labels.late),
    reviewsOverdue: value.count(labels.reviewsOverdue),
    onTimeRule: value.text(labels.onTimeRule),
    overdue: value.count(labels.overdue),
    underWay: value.count(labels.underWay),
    lateCases: value.many(lateView, labels.lateCases),
    towns: value.many(townView, labels.towns),
    months: value.many(monthView, labels.months),
    steps: value.many(stepView, labels.steps),
    blocked: value.many(statusView, labels.blocked),
    ledger: value.maybe(ledgerCheckView),
  },
  labels.title,
);

export type County = Of<typeof countyView>;
