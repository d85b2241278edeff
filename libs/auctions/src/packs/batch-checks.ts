import { merkleTree, sha256 } from '#kernel';
import { receiptText } from '../bids/receipt-text.js';
import type { BatchSaid, Pack, PackedBatch } from './pack.js';
import { signedBy } from './signatures.js';
import type { Finding } from './verdict.js';

const tree = merkleTree(sha256);
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOfHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Sequence numbers run from 1 without a gap or a repeat. */
export function sequenceFault({ attempts }: Pack): Finding {
  const wrong = attempts.findIndex(({ seq }, at) => seq !== at + 1);
  return wrong < 0 ? null : `#${attempts[wrong]?.seq}`;
}

/** Each batch was signed as it stands, by a key whose name is its fingerprint. */
export function signatureFault({ batches, keys }: Pack): Finding {
  const wrong = batches.find((batch) => !signedBy(keys, batch, new TextEncoder().encode(batch.payload)));
  return wrong ? (saidOf(wrong)?.batch ?? wrong.payload.slice(0, 40)) : null;
}

/** The receipts lead to the signed roots, and every place of every batch is told. */
export function pathFault(pack: Pack): Finding {
  const left = new Map(pack.attempts.map((attempt) => [`${attempt.batch} ${attempt.place}`, attempt]));
  for (const batch of pack.batches) {
    const said = saidOf(batch);
    if (!said) return batch.payload.slice(0, 40);
    const others = new Map(batch.others.map(({ place, hash }) => [place, hash]));
    const leaves: Uint8Array[] = [];
    for (let place = 0; place < said.size; place += 1) {
      const name = `${said.batch} ${place}`;
      const attempt = left.get(name);
      const hash = others.get(place);
      if ((attempt === undefined) === (hash === undefined)) return name;
      left.delete(name);
      others.delete(place);
      leaves.push(
        attempt
          ? tree.leaf(new TextEncoder().encode(receiptText({ ...attempt, auction: pack.auction.id })))
          : bytesOfHex(hash ?? ''),
      );
    }
    if (others.size > 0 || hex(tree.root(leaves)) !== said.root) return said.batch;
  }
  const [lost] = left.values();
  return lost ? `#${lost.seq}` : null;
}

/** Nothing was written before it entered, and what was written later did not come earlier in the sequence. */
export function timeFault({ attempts, batches }: Pack): Finding {
  const written = new Map(batches.flatMap((batch) => named(saidOf(batch))));
  let last = 0;
  for (const { seq, at, errorMs, batch } of attempts) {
    const moment = written.get(batch) ?? Number.NaN;
    if (!(moment >= last && Date.parse(at) <= moment + errorMs)) return `#${seq}`;
    last = moment;
  }
  return null;
}

const named = (said: BatchSaid | null): (readonly [string, number])[] =>
  said ? [[said.batch, Date.parse(said.writtenAt)]] : [];

function saidOf({ payload }: PackedBatch): BatchSaid | null {
  try {
    return JSON.parse(payload) as BatchSaid;
  } catch {
    return null;
  }
}
