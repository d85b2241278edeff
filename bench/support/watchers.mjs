/**
 * Many watchers of one address in a process of its own: they join, say when all of them have the snapshot, and note for each event
 * how long after its telling it arrived. CLOCK_MONOTONIC is the machine's, so both ends may be compared.
 */
import { connect } from 'node:net';

const [address, path, many] = [new URL(process.argv[2]), process.argv[3], Number(process.argv[4])];
const request = `GET ${path} HTTP/1.1\r\nHost: ${address.host}\r\nAccept: text/event-stream\r\n\r\n`;
/** So many join at once: a machine's queue of new connections is finite. */
const atOnce = 200;
let took = [];
let refused = 0;

function join() {
  return new Promise((done) => {
    const socket = connect(Number(address.port), address.hostname, () => socket.write(request));
    let begun = false;
    socket.setNoDelay(true).on('data', (part) => {
      const now = process.hrtime.bigint();
      const text = part.latin1Slice();
      if (!begun && text.includes('event: snapshot')) {
        begun = true;
        done();
      }
      for (let at = text.indexOf('"told":"'); at >= 0; at = text.indexOf('"told":"', at + 8))
        took.push(Number(now - BigInt(text.slice(at + 8, text.indexOf('"', at + 8)))) / 1e6);
    });
    socket
      .on('error', () => undefined)
      .on('close', () => {
        refused += 1;
        done();
      });
  });
}

for (let joined = 0; joined < many; joined += atOnce)
  await Promise.all(Array.from({ length: Math.min(atOnce, many - joined) }, join));
process.send({ joined: many - refused });
process.on('message', (order) => {
  if (order === 'forget') took = [];
  if (order !== 'tell') return;
  took.sort((one, other) => one - other);
  process.send({
    arrived: took.length,
    refused,
    p50: took[took.length >> 1],
    p99: took[Math.floor(took.length * 0.99)],
  });
});
process.once('disconnect', () => process.exit(0));
