import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '#kernel';
import type { PackedKey } from './pack.js';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes of base64url, which has one writing only; null for any other. */
export function bytesOf(text: string): Uint8Array | null {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const letter of text) {
    const value = letters.indexOf(letter);
    if (value < 0) return null;
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  // What is left over of the last letter is nothing.
  return bits < 6 && (held & ((1 << bits) - 1)) === 0 ? Uint8Array.from(bytes) : null;
}

export function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 3) {
    const [one = 0, two, three] = bytes.subarray(from, from + 3);
    const whole = (one << 16) | ((two ?? 0) << 8) | (three ?? 0);
    const many = two === undefined ? 2 : three === undefined ? 3 : 4;
    for (let at = 0; at < many; at += 1) text += letters[(whole >> (18 - at * 6)) & 63];
  }
  return text;
}

/** The name of a key is its fingerprint (RFC 7638). */
export const fingerprintOf = (x: string): string =>
  textOf(sha256(new TextEncoder().encode(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`)));

/** Whether a key of the list signed these bytes (RFC 8032). */
export function signedBy(
  keys: readonly PackedKey[],
  { kid, signature }: { kid: string; signature: string },
  bytes: Uint8Array,
): boolean {
  const key = keys.find((each) => each.kid === kid);
  if (key?.kty !== 'OKP' || key.crv !== 'Ed25519' || fingerprintOf(key.x) !== kid) return false;
  const [point, signed] = [bytesOf(key.x), bytesOf(signature)];
  if (point?.length !== 32 || signed?.length !== 64) return false;
  try {
    return ed25519.verify(signed, bytes, point, { zip215: false });
  } catch {
    return false;
  }
}
