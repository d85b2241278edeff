/** A bare Fastify: for each address the one cheapest statement, prepared once, and its rows as JSON. */
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import pg from 'pg';

const { url, poolSize, texts, addresses } = JSON.parse(readFileSync(process.env.BENCH_PLAN, 'utf8'));
const pool = new pg.Pool({
  connectionString: url,
  max: poolSize,
  options: '-c TimeZone=Asia/Shanghai -c role=exchange_server',
});
pg.types.setTypeParser(1082, (text) => text); // A day is a day: the same bytes as ours.
pg.types.setTypeParser(20, Number);
const asked = new Map(addresses.map(({ path, name, values }) => [path, { name, text: texts[name], values }]));
const app = Fastify();
app.get('/api/*', async (request) => ({ rows: (await pool.query({ ...asked.get(request.raw.url) })).rows }));
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
