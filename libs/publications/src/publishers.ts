import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import type { Act, Reader, Tx } from '#platform';
import type { Publication } from './publication.entity.js';

/** The days in which a text must be readable, and the day whose rules hold for them. */
export interface CountedDays {
  firstDay: Day;
  lastDay: Day;
  rulesDay: Day;
}

/** An outage that the county has confirmed. */
export interface ConfirmedOutage {
  id: string;
  reason: string;
  workingDays: number;
}

/** What a lib says of its publications, and what follows for it from what happens at their venues. All within the same act. */
export interface Publisher {
  subject: string;
  /** The first part of the address of its pages. */
  things: string;
  /** Locks the record before anything of its venues is touched. */
  lock(tx: Tx, id: string): Promise<unknown>;
  /** The days that outages are counted in; null while none count. */
  period(reader: Reader | Tx, id: string): Promise<CountedDays | null>;
  /** A venue got its proof. */
  proven(act: Act, id: string): Promise<unknown>;
  /** Working days were lost, or found to be none; answers what is said. */
  lost(act: Act, id: string, outage: ConfirmedOutage): Promise<string>;
}

/** Whose publications are whose. One of a subject that nobody registered hangs, is proven and watched all the same. */
@Injectable()
export class Publishers {
  private readonly bySubject = new Map<string, Publisher>();

  register(publisher: Publisher): void {
    this.bySubject.set(publisher.subject, publisher);
  }

  of({ subject }: Pick<Publication, 'subject'>): Publisher | undefined {
    return this.bySubject.get(subject);
  }

  /** The page on which a publication is read whole; that of one of its venues where it has none. */
  pageOf(publication: Pick<Publication, 'subject' | 'subjectId'>): string | null {
    const publisher = this.of(publication);
    return publisher ? `/${publisher.things}/${publication.subjectId}` : null;
  }
}
