import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform';

/** How a sender can be reached; kept sealed, opened only by an act that leaves a line. */
export interface Contact {
  phone: string;
  identityNumber: string;
  address: string;
}

const [NONCE, TAG] = [12, 16] as const;

/** Seals a sender's contact (AES-256-GCM); the number of the letter is bound in, so that it cannot be moved to another. */
@Injectable()
export class ContactSeal {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) config: Pick<Config, 'secretKey'>) {
    this.key = Buffer.from(hkdfSync('sha256', config.secretKey, '', 'cases: contact', 32));
  }

  seal(contact: Contact, number: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(number));
    const sealed = Buffer.concat([cipher.update(JSON.stringify(contact), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  open(sealed: Buffer, number: string): Contact {
    const opener = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, NONCE)).setAAD(Buffer.from(number));
    opener.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    const text = opener.update(sealed.subarray(NONCE + TAG), undefined, 'utf8') + opener.final('utf8');
    return JSON.parse(text) as Contact;
  }
}
