import { postWords } from '../views/post-words.js';
import { type Of, value, view } from '../views/values.js';
import { accountKinds, accountLabels as labels } from './access.words.js';
import type { OwnSession } from './own-account.service.js';
import type { Session } from './session.js';

const heldView = view('HeldPost', {
  post: value.code(postWords, labels.post),
  officeCode: value.text(labels.officeCode),
});

const placeView = view('SessionPlace', {
  network: value.text(labels.network),
  startedAt: value.moment(labels.startedAt),
  seenAt: value.moment(labels.seenAt),
  current: value.flag(labels.current),
  endHref: value.href(),
});

/** One's own account, and where it is signed in. */
export const ownAccountView = view(
  'OwnAccount',
  {
    login: value.text(labels.login),
    name: value.text(labels.name),
    kind: value.code(accountKinds, labels.kind),
    ready: value.flag(labels.ready),
    enrolled: value.flag(labels.enrolled),
    expiresAt: value.moment(labels.expiresAt),
    posts: value.many(heldView, labels.posts),
    sessions: value.many(placeView, labels.sessions),
  },
  labels.own,
);
export type OwnAccount = Of<typeof ownAccountView>;

/** The secret that waits to be bound. */
export const enrolmentView = view(
  'Enrolment',
  { secret: value.text(labels.secret), uri: value.text(labels.uri) },
  labels.enrolment,
);
export type Enrolment = Of<typeof enrolmentView>;

/** Recovery codes, told this once. */
export const recoveryView = view('RecoveryCodes', { codes: value.many(value.text(), labels.codes) });
export type RecoveryCodes = Of<typeof recoveryView>;

/** What has to be shown once more, and for how long it holds. */
export const proofView = view(
  'ProofAsked',
  { digits: value.flag(labels.digits), minutes: value.count(labels.minutes) },
  labels.proof,
);
export type ProofAsked = Of<typeof proofView>;

const trainingView = view('TrainingAccount', {
  role: value.text(labels.role),
  name: value.text(labels.name),
  login: value.text(labels.login),
  password: value.text(labels.password),
  code: value.text(labels.code),
});

/** The page of signing in; outside training it tells nothing. */
export const signInView = view('SignInPage', { accounts: value.many(trainingView, labels.training) }, labels.signIn);
export type SignInPage = Of<typeof signInView>;

/** A browser is signed in. */
export const signedInView = view('SignedIn', { expiresAt: value.moment(labels.expiresAt) });
export type SignedInView = Of<typeof signedInView>;

/** A program is signed in. */
export const sessionView = view(
  'Session',
  { token: value.text(labels.token), expiresAt: value.moment(labels.expiresAt) },
  labels.session,
);
export type SessionView = Of<typeof sessionView>;

export function ownAccountOf(session: Session, sessions: readonly OwnSession[]): OwnAccount {
  const { login, name, kind, ready, enrolled, expiresAt } = session;
  return {
    ...{ login, name, kind, ready, enrolled, expiresAt },
    posts: session.posts.map(({ post, officeCode }) => ({ post, officeCode })),
    sessions: sessions.map(({ id, network, startedAt, seenAt }) => ({
      ...{ network, startedAt, seenAt, current: id === session.id },
      endHref: `/account/sessions/${id}/end`,
    })),
  };
}
