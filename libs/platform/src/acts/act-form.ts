import { type Of, value, view } from '../views/values.js';
import { postWords } from '../views/post-words.js';
import { rowsOf } from './act-rows.js';
import { declaredActs } from './declared-acts.js';
import { formLabels } from './act.words.js';
import { blockerValue } from '../views/blocker.view.js';

const reference = view('SchemaReference', { $ref: value.href() }, formLabels.input);

const everyAct = (): readonly string[] =>
  [...new Set(declaredActs().flatMap((table) => rowsOf(table).map(({ action }) => action)))].toSorted();
const everySubject = (): readonly string[] => [...new Set(declaredActs().map(({ subject }) => subject))].toSorted();

/** What the address of an act answers to a program that asks before it does it: one type for every act. */
export const actForm = view('ActForm', {
  /** The key of the act. */
  action: value.among('ActKey', everyAct, formLabels.action),
  /** The kind of record, and which; null where the act is about no single record. */
  subject: value.among('ActSubject', everySubject, formLabels.subject),
  id: value.maybe(value.text()),
  /** The revision these answers were given for; goes into If-Match. */
  revision: value.count(formLabels.revision),
  /** Where it is done, by POST. */
  href: value.href(),
  /** The posts that may do it. */
  posts: value.many(value.code(postWords), formLabels.posts),
  /** What stands in its way now; empty where it can be done. */
  blockers: value.many(blockerValue, formLabels.blockers),
  /** The schema of its input in the document, or null where nothing is asked. */
  input: value.maybe(reference),
  /** The codes that this record offers for a field, where its schema cannot name them. */
  choices: value.named(value.many(value.text()), formLabels.choices),
  /** What has been filled in so far, by the names of the input's fields. */
  values: value.named(value.anything(), formLabels.values),
});

export type ActForm = Of<typeof actForm>;
