/** SHA-256 as the place has it: Node's own in the engine, a small one of its own where a page checks by itself. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/**
 * The Merkle tree of RFC 6962 and RFC 9162: a leaf is hashed behind 0x00, a node behind 0x01, so that nobody passes off one as
 * the other. Everything but `leaf` takes and gives hashes of 32 bytes.
 */
export interface MerkleTree {
  /** The hash of what a leaf says. */
  leaf(bytes: Uint8Array): Uint8Array;
  /** The root over the hashes of all leaves, in their order. */
  root(leaves: readonly Uint8Array[]): Uint8Array;
  /** The hashes that lead from the leaf at `place` (from 0) up to the root. @throws RangeError where there is no such leaf */
  path(leaves: readonly Uint8Array[], place: number): Uint8Array[];
  /** Whether the path leads from a leaf at `place` to the root of a tree of `size` leaves (RFC 9162, section 2.1.3.2). */
  leads(
    from: { leaf: Uint8Array; place: number; size: number },
    path: readonly Uint8Array[],
    root: Uint8Array,
  ): boolean;
}

export function merkleTree(sha256: Sha256): MerkleTree {
  const leaf = (bytes: Uint8Array): Uint8Array => sha256(joined([0], bytes));
  const node = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(joined([1], left, right));

  function root(leaves: readonly Uint8Array[]): Uint8Array {
    const [first] = leaves;
    if (first === undefined) return sha256(new Uint8Array());
    if (leaves.length === 1) return first;
    const split = splitOf(leaves.length);
    return node(root(leaves.slice(0, split)), root(leaves.slice(split)));
  }

  function path(leaves: readonly Uint8Array[], place: number): Uint8Array[] {
    if (!isPlace(place, leaves.length)) throw new RangeError(`There is no leaf ${place} of ${leaves.length}.`);
    if (leaves.length === 1) return [];
    const split = splitOf(leaves.length);
    const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
    return place < split ? [...path(left, place), root(right)] : [...path(right, place - split), root(left)];
  }

  function leads(
    from: { leaf: Uint8Array; place: number; size: number },
    hashes: readonly Uint8Array[],
    expected: Uint8Array,
  ): boolean {
    if (!isPlace(from.place, from.size)) return false;
    let [here, last, reached] = [from.place, from.size - 1, from.leaf];
    for (const hash of hashes) {
      if (last === 0) return false;
      const right = here % 2 === 1 || here === last;
      reached = right ? node(hash, reached) : node(reached, hash);
      // A leaf at the right edge has no neighbour on the levels it is lifted over.
      if (right) while (here % 2 === 0 && here !== 0) [here, last] = [here / 2, half(last)];
      [here, last] = [half(here), half(last)];
    }
    return last === 0 && same(reached, expected);
  }

  return { leaf, root, path, leads };
}

/** The largest power of two below a number of leaves. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

const half = (value: number): number => Math.floor(value / 2);
const isPlace = (place: number, size: number): boolean => Number.isInteger(place) && place >= 0 && place < size;

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function joined(...parts: readonly ArrayLike<number>[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
