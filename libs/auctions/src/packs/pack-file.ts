import { packFormat, type Pack, type PackSignature } from './pack.js';

/** A pack as it was read, with the very bytes that are signed. */
export interface PackFile {
  pack: Pack;
  bytes: Uint8Array;
  seal: PackSignature;
}

/** Two lines, each ended by a line feed, and nothing else. */
export function writePack(pack: Pack, sign: (bytes: Uint8Array) => PackSignature): string {
  const line = JSON.stringify(pack);
  const { kid, signature } = sign(new TextEncoder().encode(line));
  return `${line}\n${JSON.stringify({ kid, signature })}\n`;
}

/** @throws Error for what is no pack, be it by one blank or byte */
export function readPack(bytes: Uint8Array): PackFile {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const [line = '', signed = '', rest, ...more] = text.split('\n');
  if (rest !== '' || more.length > 0) throw new Error('A pack has two lines.');
  const pack = JSON.parse(line) as Pack;
  const seal = JSON.parse(signed) as PackSignature;
  if (pack.format !== packFormat) throw new Error(`${String(pack.format)} is not ${packFormat}.`);
  const { kid, signature } = seal;
  if (JSON.stringify(pack) !== line || JSON.stringify({ kid, signature }) !== signed)
    throw new Error('A pack is written in one way only.');
  return { pack, bytes: new TextEncoder().encode(line), seal };
}
