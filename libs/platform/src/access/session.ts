import type { FastifyRequest } from 'fastify';
import type { Actor, HeldPost } from '#kernel';

/** What a clerk's session remembers while a person stands at the counter. */
export interface Assistance {
  /** Record of the assistance (libs/parties). */
  sessionId: string;
  partyId: string;
  name: string;
  witness: string;
  /** ISO moment of the last act; the assistance ends by itself some minutes after it. */
  lastActAt: string;
  minutes: number;
}

/** One signed-in browser or program, as it stands at this request. */
export interface Session {
  id: string;
  accountId: string;
  login: string;
  name: string;
  kind: 'staff' | 'party';
  partyId: string | null;
  posts: readonly HeldPost[];
  /** False until the start password is changed and, for staff, the authenticator is bound. */
  ready: boolean;
  enrolled: boolean;
  startedAt: Date;
  expiresAt: Date;
  confirmedAt: Date | null;
  assisting: Assistance | null;
  /** Set where a program comes in by its key. */
  program?: { keyId: string; readsOnly: boolean };
}

/** A session as the request's actor. */
export function actorOfSession(session: Session): Actor {
  const assisting = session.assisting;
  return {
    kind: session.kind,
    accountId: session.accountId,
    name: session.name,
    posts: session.kind === 'party' ? [{ post: 'applicant', officeCode: '' }] : session.posts,
    partyId: session.partyId,
    ...(session.program && { keyId: session.program.keyId }),
    assisting: assisting && {
      sessionId: assisting.sessionId,
      partyId: assisting.partyId,
      name: assisting.name,
      witness: assisting.witness,
    },
  };
}

/** What the guard leaves on the request. */
export interface Admitted {
  actor?: Actor;
  session?: Session;
  assisting?: { name: string; minutesLeft: number };
}

/** The session of a request, or null for a stranger. */
export function sessionOf(request: FastifyRequest): Session | null {
  return (request as Admitted).session ?? null;
}
