import { type KeyObject, createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { seal, unseal } from '../access/secrets.js';

/** A new Ed25519 key (RFC 8032), its secret sealed under the exchange's own key. */
export function newKeyPair(secretKey: Buffer): { kid: string; publicX: string; sealed: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicX = publicXOf(privateKey);
  const kid = kidOf(publicX);
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
  return { kid, publicX, sealed: seal(secretKey, secret, kid) };
}

/** Opens what `newKeyPair` sealed; throws if it was sealed under another key. */
export function openKey(secretKey: Buffer, { kid, sealed }: { kid: string; sealed: string }): KeyObject {
  const secret = Buffer.from(unseal(secretKey, sealed, kid), 'base64');
  return createPrivateKey({ key: secret, type: 'pkcs8', format: 'der' });
}

/** The point that RFC 8037 calls `x`. */
function publicXOf(privateKey: KeyObject): string {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (x === undefined) throw new TypeError('An Ed25519 key has a point x.');
  return x;
}

/** The name of a key is its own fingerprint (RFC 7638), so nobody can pass off another key under it. */
export const kidOf = (publicX: string): string =>
  createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${publicX}"}`).digest('base64url');
