/**
 * SHA-256 (FIPS 180-4) without any package: what a stranger computes again in his browser is this very file, and a browser has its
 * own only over https and only later. The server uses it for short texts; files are hashed by Node.
 */
const primes: number[] = [];
for (let candidate = 2; primes.length < 64; candidate += 1)
  if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);

/** The first 32 bits behind the point. */
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32) >>> 0;
const START = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUNDS = primes.map((prime) => fraction(Math.cbrt(prime)));

/** The 32 bytes of the hash. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const words = START.slice();
  const blocks = padded(bytes);
  for (let from = 0; from < blocks.byteLength; from += 64) compress(words, blocks, from);
  const hash = new DataView(new ArrayBuffer(32));
  for (const [at, word] of words.entries()) hash.setUint32(at * 4, word);
  return new Uint8Array(hash.buffer);
}

/** The hash of a text in UTF-8, as 64 small hexadecimal digits. */
export const sha256Of = (text: string): string =>
  Array.from(sha256(new TextEncoder().encode(text)), (byte) => byte.toString(16).padStart(2, '0')).join('');

function padded(bytes: Uint8Array): DataView {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(blocks.length - 4, (bytes.length << 3) >>> 0);
  return view;
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function compress(words: number[], blocks: DataView, from: number): void {
  const w = Array.from({ length: 64 }, (_, at) => (at < 16 ? blocks.getUint32(from + at * 4) : 0));
  const at = (index: number): number => w[index] ?? 0;
  for (let t = 16; t < 64; t += 1) {
    const s0 = turned(at(t - 15), 7) ^ turned(at(t - 15), 18) ^ (at(t - 15) >>> 3);
    const s1 = turned(at(t - 2), 17) ^ turned(at(t - 2), 19) ^ (at(t - 2) >>> 10);
    w[t] = (at(t - 16) + s0 + at(t - 7) + s1) >>> 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = words;
  for (let t = 0; t < 64; t += 1) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + s1 + ((e & f) ^ (~e & g)) + (ROUNDS[t] ?? 0) + at(t)) >>> 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) >>> 0;
    [a, b, c, d, e, f, g, h] = [(first + second) >>> 0, a, b, c, (d + first) >>> 0, e, f, g];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) words[index] = ((words[index] ?? 0) + word) >>> 0;
}
