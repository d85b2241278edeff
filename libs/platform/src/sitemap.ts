import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { CONFIG, type Config } from './config.js';

/** Pages that everybody may find; the newest first where there are many. */
type Found = () => Promise<readonly string[]>;

/** The protocol's limit of one list (sitemaps.org). */
const most = 50_000;

/** Which pages search engines may find: each lib names its own when its module starts. */
@Injectable()
export class Sitemap {
  private readonly sources: Found[] = [];

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  register(found: Found): void {
    this.sources.push(found);
  }

  serve(server: FastifyInstance): void {
    server.get('/robots.txt', (_request, reply) => {
      void reply.type('text/plain; charset=utf-8').send(this.robots());
    });
    server.get('/sitemap.xml', async (_request, reply) => {
      await reply.type('application/xml; charset=utf-8').send(await this.list());
    });
  }

  private robots(): string {
    const closed = ['/account', '/api', '/desk', '/follow', '/sign-in', '/transfers'];
    const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`)];
    return `${[...lines, '', `Sitemap: ${this.config.publicUrl}/sitemap.xml`].join('\n')}\n`;
  }

  private async list(): Promise<string> {
    const found = (await Promise.all(this.sources.map((source) => source()))).flat().slice(0, most);
    const entries = found.map((path) => `<url><loc>${this.config.publicUrl}${encodeURI(path)}</loc></url>`);
    return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</urlset>
`;
  }
}
