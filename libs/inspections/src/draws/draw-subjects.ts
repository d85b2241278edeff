import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import type { Act, Reader, Tx } from '#platform';
import type { Draw } from './draw.entity.js';

/** What a lib says of its draws, and what follows for it from a result. */
export interface DrawSubject {
  subject: string;
  /** The first part of the address of its pages. */
  things: string;
  /** What the list calls the party for which somebody acts; null where he is not on it. Nobody else is told. */
  labelOf(reader: Reader | Tx, draw: Draw, actor: Actor): Promise<string | null>;
  /** The result is there: within the same act. */
  drawn(act: Act, draw: Draw, ranked: readonly string[]): Promise<void>;
}

/** Whose draws are whose. One of a subject that nobody registered, a random check, is for itself. */
@Injectable()
export class DrawSubjects {
  private readonly bySubject = new Map<string, DrawSubject>();

  register(subject: DrawSubject): void {
    this.bySubject.set(subject.subject, subject);
  }

  of({ subject }: Pick<Draw, 'subject'>): DrawSubject | undefined {
    return this.bySubject.get(subject);
  }
}
