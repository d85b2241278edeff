import { hash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** What pages run as it was compiled: what a stranger computes again is what was computed here. */
const compiled: Readonly<Record<string, string>> = {
  'draw.js': 'dist/libs/kernel/src/draw.js',
  'sha256.js': 'dist/libs/kernel/src/sha256.js',
  'auction-verifier.js': 'dist/auction-verifier.js',
};

interface Asset {
  readonly type: string;
  readonly content: Buffer;
}

/** Style, signs and scripts, each also under a name with its content's hash: that one may be kept for ever (RFC 8246). */
export class Assets {
  private readonly addresses = new Map<string, string>();
  private readonly hashed = new Map<string, Asset>();

  constructor(private readonly folder: string) {
    for (const file of [...readdirSync(folder), ...Object.keys(compiled)])
      if (types[extname(file)] !== undefined) this.keep(file);
  }

  /** A file as it stands, for what carries it along. */
  text(file: string): string {
    return this.hashed.get(this.address(file))?.content.toString() ?? '';
  }

  /** Where a page finds a file. @throws Error for a file that does not exist */
  address(file: string): string {
    const found = this.addresses.get(file);
    if (found === undefined) throw new Error(`There is no ${file} in public.`);
    return found;
  }

  /** A script names the scripts that it imports by their hashes, so that one release never mixes with another. */
  private keep(file: string): string {
    const known = this.addresses.get(file);
    if (known !== undefined) return known;
    const end = extname(file);
    const read = readFileSync(compiled[file] ?? join(this.folder, file));
    const content =
      end === '.js'
        ? Buffer.from(
            read
              .toString()
              .replaceAll(/from '\.\/([\w-]+\.js)'/g, (_all, name: string) => `from '.${this.keep(name)}'`),
          )
        : read;
    const address = `/${file.slice(0, -end.length)}.${hash('sha256', content).slice(0, 12)}${end}`;
    this.addresses.set(file, address);
    this.hashed.set(address, { type: types[end] ?? '', content });
    return address;
  }

  serve(server: FastifyInstance): void {
    for (const [address, { type, content }] of this.hashed)
      server.get(address, (_request, reply) => {
        void reply.type(type).header('Cache-Control', 'public, max-age=31536000, immutable').send(content);
      });
  }
}
