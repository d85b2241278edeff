/** Posts over raw sockets, one request after the other on each connection: a client that costs less than what it measures. */
import { connect } from 'node:net';

const end = Buffer.from('\r\n\r\n');

/** One connection that is asked again and again. */
class Line {
  #socket;
  #waiting = null;
  #read = Buffer.alloc(0);

  constructor(address) {
    const { hostname, port } = new URL(address);
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.#socket.on('data', (chunk) => this.#heard(chunk));
    this.#socket.on('error', (error) => this.#waiting?.reject(error));
    this.#socket.on('close', () => this.#waiting?.reject(new Error('The server hung up.')));
  }

  post(path, headers, body) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      const head = Object.entries({ host: 'bench', 'content-type': 'application/json', ...headers })
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('');
      this.#socket.write(`POST ${path} HTTP/1.1\r\n${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    });
  }

  close() {
    this.#waiting = null;
    this.#socket.destroy();
  }

  #heard(chunk) {
    this.#read = this.#read.length === 0 ? chunk : Buffer.concat([this.#read, chunk]);
    const at = this.#read.indexOf(end);
    if (at < 0) return;
    const head = this.#read.toString('latin1', 0, at);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#read.length < at + 4 + length) return;
    const body = this.#read.toString('utf8', at + 4, at + 4 + length);
    this.#read = Buffer.alloc(0);
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}

/**
 * So many connections post for so many seconds what `next()` gives: `{ path, headers, body }`. Answers how many were answered 2xx a
 * second, the others by status, and the p99 in milliseconds.
 */
export async function post(addresses, connections, seconds, next) {
  const lines = Array.from({ length: connections }, (_, at) => new Line(addresses[at % addresses.length]));
  const until = performance.now() + seconds * 1000;
  const begun = performance.now();
  const took = [];
  const others = {};
  let last = begun;
  await Promise.all(
    lines.map(async (line) => {
      while (performance.now() < until) {
        const { path, headers, body } = next();
        const sent = performance.now();
        const { status, body: said } = await line.post(path, headers, body);
        last = performance.now();
        took.push(last - sent);
        if (status < 200 || status > 299) {
          const name = `${status} ${/"type":"([^"]+)"/.exec(said)?.[1] ?? ''}`;
          others[name] = (others[name] ?? 0) + 1;
        }
      }
    }),
  );
  lines.forEach((line) => line.close());
  const refused = Object.values(others).reduce((sum, many) => sum + many, 0);
  const sorted = took.toSorted((one, other) => one - other);
  return {
    many: took.length - refused,
    rate: (took.length - refused) / ((last - begun) / 1000),
    p99: sorted[Math.floor(sorted.length * 0.99)],
    others,
  };
}
