import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { trainingPassword } from '#platform';
import type { MadeUpFile } from './made-up-files.js';

/** An answer that was no success, with the words it gave. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly body: {
      type?: string;
      title?: string;
      detail?: string;
      blockers?: { text: string }[];
      errors?: { detail: string }[];
    },
    asked: string,
  ) {
    super(`${asked}: ${status} ${body.title ?? ''} ${body.detail ?? ''}`);
  }
}

/** One training account at work: every act goes through the API, as a county's own program would send it. */
export class Hand {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly token: string,
    readonly login: string,
  ) {}

  static async of(app: NestFastifyApplication, login: string): Promise<Hand> {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/sessions',
      payload: { login, password: trainingPassword, code: '000000' },
    });
    if (answer.statusCode !== 201) throw new Refused(answer.statusCode, answer.json(), `sign in ${login}`);
    return new Hand(app, answer.json<{ token: string }>().token, login);
  }

  async get<View>(path: string): Promise<View> {
    const answer = await this.app.inject({ url: `/api${path}`, remoteAddress: nextDesk(), headers: this.headers() });
    if (answer.statusCode >= 400) throw new Refused(answer.statusCode, answer.json(), `GET ${path}`);
    return answer.json<View>();
  }

  /** A paper or a file, as its bytes. */
  async file(path: string): Promise<Buffer> {
    const answer = await this.app.inject({ url: `/api${path}`, remoteAddress: nextDesk(), headers: this.headers() });
    if (answer.statusCode >= 400) throw new Refused(answer.statusCode, answer.json(), `GET ${path}`);
    return answer.rawPayload;
  }

  /** Sends an act; answers where its result is. */
  async post(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<string> {
    const answer = await this.app.inject({
      method: 'POST',
      url: `/api${path}`,
      remoteAddress: nextDesk(),
      headers: { ...this.headers(), prefer: 'return=minimal', ...headers },
      payload: body,
    });
    if (answer.statusCode >= 400) throw new Refused(answer.statusCode, answer.json(), `POST ${path}`);
    return String(answer.headers.location ?? '').replace(/^\/api/, '');
  }

  /** Sends an act with a file, as a form does. */
  async upload(
    path: string,
    fields: Readonly<Record<string, string>>,
    name: string,
    file: MadeUpFile,
  ): Promise<string> {
    const boundary = `exchange-${randomUUID()}`;
    const parts = Object.entries(fields).map(
      ([field, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
    );
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${file.fileName}"\r\nContent-Type: ${file.mediaType}\r\n\r\n`;
    const payload = Buffer.concat([
      Buffer.from(parts.join('') + head),
      file.content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const answer = await this.app.inject({
      method: 'POST',
      url: `/api${path}`,
      remoteAddress: nextDesk(),
      headers: {
        ...this.headers(),
        prefer: 'return=minimal',
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload,
    });
    if (answer.statusCode >= 400) throw new Refused(answer.statusCode, answer.json(), `POST ${path}`);
    return String(answer.headers.location ?? '').replace(/^\/api/, '');
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` };
  }
}

let desk = 0;

/** Every request from a desk of its own: what a county does in weeks is played in seconds, and is no flood. */
function nextDesk(): string {
  desk = (desk + 1) % 60_000;
  return `10.9.${Math.floor(desk / 250)}.${(desk % 250) + 1}`;
}
