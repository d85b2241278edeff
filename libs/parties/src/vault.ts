import {
  type KeyObject,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform';

const [KEY_ID, NONCE, TAG] = [4, 12, 16] as const;

/** What a sealed number is; bound into the seal, so that a phone can never be passed off as an identity number. */
export type SecretKind = 'identity' | 'phone' | 'file' | 'feed';

/**
 * Seals identity numbers and phones (AES-256-GCM) and finds them without opening them (HMAC-SHA-256).
 * Layout: first 4 bytes of the key's hash, 12 of nonce, 16 of tag, then the text; the key's id lets a later key open
 * what it sealed and refuse, in words, what another key did.
 */
@Injectable()
export class Vault {
  private readonly sealing: KeyObject;
  private readonly indexing: KeyObject;
  private readonly keyId: Buffer;

  constructor(@Inject(CONFIG) config: Pick<Config, 'secretKey'>) {
    const sealing = Buffer.from(hkdfSync('sha256', config.secretKey, '', 'parties: seal', 32));
    // Made into key objects once: a register of 400,000 people seals as many numbers.
    this.sealing = createSecretKey(sealing);
    this.indexing = createSecretKey(Buffer.from(hkdfSync('sha256', config.secretKey, '', 'parties: index', 32)));
    this.keyId = createHash('sha256').update(sealing).digest().subarray(0, KEY_ID);
  }

  seal(kind: SecretKind, text: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.sealing, nonce).setAAD(Buffer.from(kind));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([this.keyId, nonce, cipher.getAuthTag(), sealed]);
  }

  open(kind: SecretKind, sealed: Buffer): string {
    if (!sealed.subarray(0, KEY_ID).equals(this.keyId))
      throw new Error('This number was sealed with another SECRET_KEY.');
    const tagAt = KEY_ID + NONCE;
    const decipher = createDecipheriv('aes-256-gcm', this.sealing, sealed.subarray(KEY_ID, tagAt)).setAAD(
      Buffer.from(kind),
    );
    decipher.setAuthTag(sealed.subarray(tagAt, tagAt + TAG));
    return decipher.update(sealed.subarray(tagAt + TAG), undefined, 'utf8') + decipher.final('utf8');
  }

  /** A whole file, for as long as it waits to be read into the register. */
  sealFile(content: Buffer): Buffer {
    return this.seal('file', content.toString('base64'));
  }

  openFile(sealed: Buffer): Buffer {
    return Buffer.from(this.open('file', sealed), 'base64');
  }

  /** The same for the same number, and useless without the key. */
  indexOf(identityNumber: string): Buffer {
    return createHmac('sha256', this.indexing).update(identityNumber).digest();
  }
}
