import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, seal, unseal } from '#platform';

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
