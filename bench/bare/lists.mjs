/** A bare Fastify: the statements of a list, word for word, as named prepared statements, and their rows as JSON. */
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import pg from 'pg';

const { statements, url, poolSize } = JSON.parse(readFileSync(process.env.BENCH_PLAN, 'utf8'));
const pool = new pg.Pool({
  connectionString: url,
  max: poolSize,
  options: '-c TimeZone=Asia/Shanghai -c role=exchange_server',
});
const app = Fastify();
for (const [path, list] of Object.entries(statements)) {
  app.get(path, async () => {
    const rows = [];
    for (const { name, text, values } of list) rows.push((await pool.query({ name, text, values })).rows);
    return rows;
  });
}
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
