/** Two servers of one county on one PostgreSQL, each killed and started again as somebody likes; and the county's clock. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../bench/support/measure.mjs';
import { root } from './ground.mjs';

/** A request on a connection of its own pool; what breaks off is thrown. */
export function ask(base, agent, { method = 'GET', url, headers = {}, payload }) {
  const raw = payload === undefined || Buffer.isBuffer(payload);
  const sent = { ...(raw ? {} : { 'content-type': 'application/json' }), ...headers };
  return new Promise((resolve, reject) => {
    const asked = request(base + url, { method, headers: sent, agent, timeout: 30_000 }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part) => (body += part));
      answer.on('end', () =>
        answer.complete
          ? resolve({ status: answer.statusCode, headers: answer.headers, body })
          : reject(new Error('cut')),
      );
      answer.on('error', reject);
    });
    asked.on('timeout', () => asked.destroy(new Error('silent')));
    asked.on('error', reject).end(raw ? payload : JSON.stringify(payload));
  });
}

export class Servers {
  /** Milliseconds from the machine's time to the county's. */
  offset = 0;
  log = '';
  kills = 0;
  all = [];

  constructor(databaseUrl, folder) {
    Object.assign(this, { databaseUrl, folder, client: new pg.Client(databaseUrl) });
  }

  async open() {
    await this.client.connect();
    for (let nth = 0; nth < 2; nth += 1)
      this.all.push({ nth, port: await freePort(), agent: new Agent(), child: null });
    // The first makes the county. The second is started when the clock of the county stands where it begins.
    await this.start(this.all[0]);
    await this.recall();
  }

  /** The county's time, by the clock of the machine: the database's is the same. */
  now = () => Date.now() + this.offset;
  base = ({ port }) => `http://127.0.0.1:${port}`;
  rows = async (text, values) => (await this.client.query(text, values)).rows;
  write = async (text, values) => void (await this.client.query(text, values));
  stands = ({ child, open }) => open === true && child.exitCode === null && child.signalCode === null;

  async start(server) {
    const child = spawn(process.execPath, [join(root, 'dist', 'apps', 'exchange', 'src', 'main.js')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...{ NODE_OPTIONS: '', TZ: 'Asia/Shanghai', MODE: 'training', DATABASE_URL: this.databaseUrl },
        // A database that is given has the key of its folder.
        STATE_FOLDER: (process.env.DATABASE_URL && process.env.STATE_FOLDER) || join(this.folder, 'state'),
        FILES_FOLDER: join(this.folder, 'files'),
        ...{ PORT: String(server.port), REQUESTS_PER_MINUTE: '0', POOL_SIZE: '6' },
        ...{ TRAINING_CASES: '0', TRAINING_HOUSEHOLDS: '270' },
      },
    });
    Object.assign(server, { child, open: false });
    for (const out of [child.stdout, child.stderr])
      out.on('data', (part) => (this.log = (this.log + part).slice(-20_000)));
    for (let tries = 0; tries < 2400; tries += 1) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`A server did not open:\n${this.log}`);
      const answer = await ask(this.base(server), false, { url: '/api/calendar' }).catch(() => null);
      if (answer) return void (server.open = true);
      await wait(25);
    }
    throw new Error(`A server does not answer:\n${this.log}`);
  }

  /** kill -9: no signal handler, no goodbye. */
  async kill(server) {
    if (!this.stands(server)) return;
    server.open = false;
    this.kills += 1;
    const gone = once(server.child, 'exit');
    server.child.kill('SIGKILL');
    await gone;
    server.agent.destroy();
    server.agent = new Agent({ keepAlive: true });
  }

  async again(server) {
    await this.kill(server);
    await this.start(server);
  }

  /** The county's clock goes on by so many milliseconds. One is started again after the other, so that somebody is always there. */
  async later(milliseconds) {
    await this.write('UPDATE training_clock SET offset_ms = offset_ms + $1', [Math.round(milliseconds)]);
    for (const server of this.all) await this.again(server);
    await this.recall();
  }

  async recall() {
    const [row] = await this.rows('SELECT offset_ms::float8 AS offset FROM training_clock');
    this.offset = row?.offset ?? 0;
  }

  async close() {
    await Promise.all(this.all.map((server) => this.kill(server)));
    await this.client.end();
  }
}
