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

/** Modules of the kernel that pages run as they were compiled: what a stranger computes again is what was computed here. */
const shared: readonly string[] = ['draw.js', 'sha256.js'];
const compiled = 'dist/libs/kernel/src';

interface Asset {
  readonly type: string;
  readonly content: Buffer;
}

/** Style, signs and scripts, each also under a name with its content's hash: that one may be kept for ever (RFC 8246). */
export class Assets {
  private readonly addresses = new Map<string, string>();
  private readonly hashed = new Map<string, Asset>();

  constructor(private readonly folder: string) {
    for (const file of [...readdirSync(folder), ...shared]) if (types[extname(file)] !== undefined) this.keep(file);
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
    const read = readFileSync(join(shared.includes(file) ? compiled : this.folder, file));
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
