import { type ClientRequest, get } from 'node:http';

/** A reader of events that keeps what it got. */
export class EventReader {
  readonly events: { id: string; kind: string; data: Record<string, unknown> }[] = [];
  status = 0;
  headers: Record<string, unknown> = {};
  retry = 0;
  over = false;
  body = '';
  private readonly request: ClientRequest;

  constructor(url: string, headers: Record<string, string> = {}) {
    this.request = get(url, { agent: false, headers }, (answer) => {
      [this.status, this.headers] = [answer.statusCode ?? 0, answer.headers];
      let rest = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        this.body += part;
        rest += part;
        const whole = rest.split('\n\n');
        rest = whole.pop() ?? '';
        whole.forEach((each) => this.take(each));
      });
      answer.on('close', () => (this.over = true));
    });
    this.request.on('error', () => (this.over = true));
  }

  private take(text: string): void {
    const lines = Object.fromEntries(text.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
    if (lines['retry'] !== undefined) this.retry = Number(lines['retry']);
    if (lines['data'] === undefined) return;
    this.events.push({
      id: lines['id'] ?? '',
      kind: lines['event'] ?? '',
      data: JSON.parse(lines['data']) as Record<string, unknown>,
    });
  }

  get told(): unknown[] {
    return this.events.filter(({ kind }) => kind === 'change').map(({ data }) => data['n']);
  }

  of(kind: string): Record<string, unknown>[] {
    return this.events.filter((each) => each.kind === kind).map(({ data }) => data);
  }

  leave(): void {
    this.request.destroy();
  }
}

/** Waits for what comes by itself; fails the test with what it waited for. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error(`Never came: ${what}`);
}
