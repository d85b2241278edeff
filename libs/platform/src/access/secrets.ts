import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, randomInt } from 'node:crypto';

/** Seals a short secret with AES-256-GCM; what it belongs to is bound in, so that a sealed text cannot be moved to another row. */
export function seal(key: Buffer, text: string, belongsTo: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(belongsTo));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Opens what `seal` closed; throws if key, text or owner are not the same. */
export function unseal(key: Buffer, sealed: string, belongsTo: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(belongsTo));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

/** A keyed fingerprint: finds what was said before without keeping it. */
export function fingerprint(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

/** What is stored of a random token: its hash, so that a copy of the database opens no session. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A token nobody can guess. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

// Without 0, 1, i, l and o: these are read aloud and copied by hand.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Groups of four letters and digits, for start passwords and recovery codes. */
export function spokenCode(groups: number): string {
  const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}
