/** The least that broadcasts: node:http, one LISTEN, and the same bytes written to everybody who is there. */
import { createServer } from 'node:http';
import pg from 'pg';

const watchers = new Set();
const server = createServer((request, answer) => {
  if (request.url === '/') return answer.end('ok');
  answer.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  answer.write('event: snapshot\ndata: {}\n\n');
  watchers.add(answer);
  answer.once('close', () => watchers.delete(answer));
});
const line = new pg.Client(process.env.DATABASE_URL);
await line.connect();
await line.query('LISTEN auction');
line.on('notification', ({ payload }) => {
  const bytes = Buffer.from(`event: change\ndata: ${payload}\n\n`);
  for (const answer of watchers) answer.write(bytes);
});
server.listen({ port: Number(process.env.PORT), host: '127.0.0.1', backlog: 4096 });
process.once('SIGTERM', () => process.exit(0));
