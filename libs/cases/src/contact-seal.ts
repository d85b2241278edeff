import { Inject, Injectable } from '@nestjs/common';
import { type Actor, actorsOf, holds, reaches } from '#kernel';
import { CONFIG, type Config, seal, unseal } from '#platform';
import type { CaseFacts } from './case-kind.js';

/** How a sender can be reached; kept sealed, opened only by an act that leaves a line. */
export interface Contact {
  phone: string;
  identityNumber: string;
  address: string;
}

/** Seals a sender's contact; the number of the letter is bound in, so that it cannot be moved to another. */
@Injectable()
export class ContactSeal {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'secretKey'>) {}

  seal(contact: Contact, number: string): string {
    return seal(this.config.secretKey, JSON.stringify(contact), `contact ${number}`);
  }

  open(sealed: string, number: string): Contact {
    return JSON.parse(unseal(this.config.secretKey, sealed, `contact ${number}`)) as Contact;
  }
}

/**
 * Who may ask how a sender is reached: who has the case in hand, whose step is the next one, and who supervises it. A letter that
 * is taken back needs no call.
 */
export function mayOpenContact({ record, kind }: CaseFacts, me: Actor): boolean {
  if (record.handlerAccountId !== null && record.handlerAccountId === me.accountId) return true;
  const next = kind.workflow.steps.filter(({ from, on }) => [from].flat().includes(record.state) && on !== 'withdraw');
  return reaches(me, record.officeCode) && holds(me, 'supervisor', ...next.flatMap((step) => actorsOf(step)));
}
