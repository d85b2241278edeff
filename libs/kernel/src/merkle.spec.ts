import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { merkleTree } from './merkle.js';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const tree = merkleTree(sha256);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const leaves = inputs.map((input) => tree.leaf(Buffer.from(input, 'hex')));

describe('A Merkle tree', () => {
  // The reference tree of Certificate Transparency, which RFC 6962 and RFC 9162 describe.
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of the first %i leaves of the reference has its root', (size, root) => {
    expect(hex(tree.root(leaves.slice(0, size)))).toBe(root);
  });

  it('of seven leaves gives the paths of RFC 6962, section 2.1.3', () => {
    const [d0, d1, d2, d3, d4, d5, d6] = leaves as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array]; // prettier-ignore
    const node = (one: Uint8Array, other: Uint8Array): Uint8Array => sha256(Buffer.concat([Buffer.of(1), one, other]));
    const [g, h, i] = [node(d0, d1), node(d2, d3), node(d4, d5)];
    const [k, l] = [node(g, h), node(i, d6)];
    const seven = leaves.slice(0, 7);
    expect(tree.path(seven, 0).map(hex)).toEqual([d1, h, l].map(hex));
    expect(tree.path(seven, 3).map(hex)).toEqual([d2, g, l].map(hex));
    expect(tree.path(seven, 4).map(hex)).toEqual([d5, d6, k].map(hex));
    expect(tree.path(seven, 6).map(hex)).toEqual([i, k].map(hex));
  });

  it('leads from each leaf to the root, and from nowhere else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 40 }),
        fc.nat(),
        (texts, which) => {
          const hashes = texts.map((text) => tree.leaf(text));
          const [place, size, root] = [which % texts.length, texts.length, tree.root(hashes)];
          const path = tree.path(hashes, place);
          const leaf = hashes[place]!;
          expect(tree.leads({ leaf, place, size }, path, root)).toBe(true);
          expect(tree.leads({ leaf: tree.leaf(Buffer.from('another')), place, size }, path, root)).toBe(false);
          expect(tree.leads({ leaf, place, size }, [...path, root], root)).toBe(false);
          if (path.length > 0) expect(tree.leads({ leaf, place, size }, path.slice(1), root)).toBe(false);
          expect(tree.leads({ leaf, place: size, size }, path, root)).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('has no leaf beside those it has', () => {
    expect(() => tree.path(leaves, 8)).toThrow(RangeError);
    expect(() => tree.path(leaves, -1)).toThrow(RangeError);
  });
});
