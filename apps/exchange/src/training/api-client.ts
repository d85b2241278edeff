import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { trainingPassword } from '#platform';

/** An answer of the exchange, success or not. */
export type Answer = Awaited<ReturnType<NestFastifyApplication['inject']>>;

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

/** What an account signs in with; the code is asked of staff alone. */
export interface Secrets {
  password: string;
  code: string;
}

const trainingSecrets: Secrets = { password: trainingPassword, code: '000000' };

/** One account at work through the API, as a county's own program would be; it signs in with its first request. */
export class ApiClient {
  private token: Promise<string> | null = null;

  /** Without a login this is a stranger, who signs in nowhere. */
  constructor(
    private readonly app: Pick<NestFastifyApplication, 'inject'>,
    readonly login: string | null,
    private readonly secrets: Secrets = trainingSecrets,
  ) {}

  /** What a program sends along once it is signed in. @throws Refused if the account may not sign in. */
  async headers(): Promise<{ authorization?: string }> {
    if (this.login === null) return {};
    this.token ??= this.signIn(this.login);
    return { authorization: `Bearer ${await this.token}` };
  }

  /** A view. @throws Refused */
  async get<View>(path: string): Promise<View> {
    return succeeded(await this.ask(path), `GET ${path}`).json<View>();
  }

  /** A paper or a file, as its bytes. @throws Refused */
  async file(path: string): Promise<Buffer> {
    return succeeded(await this.ask(path), `GET ${path}`).rawPayload;
  }

  /** Sends an act and answers where its result is. @throws Refused */
  async post(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<string> {
    const answer = await this.send(path, body, { prefer: 'return=minimal', ...headers });
    return String(succeeded(answer, `POST ${path}`).headers.location ?? '').replace(/^\/api/, '');
  }

  /** The whole answer to a question, also where it is refused. */
  async ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    const known = await this.headers();
    return this.app.inject({ url: `/api${path}`, remoteAddress: nextDesk(), headers: { ...known, ...headers } });
  }

  /** The whole answer to an act, also where it is refused. What has a file in it goes as a form, all else as JSON. */
  async send(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const known = await this.headers();
    const form = Object.values(body).flat().some(isFile) ? await formOf(body as FormFields) : null;
    return this.app.inject({
      method: 'POST',
      url: `/api${path}`,
      remoteAddress: nextDesk(),
      headers: { ...known, ...form?.headers, ...headers },
      payload: form?.payload ?? body,
    });
  }

  private async signIn(login: string): Promise<string> {
    const payload = { login, ...this.secrets };
    const answer = await this.app.inject({ method: 'POST', url: '/api/sessions', payload });
    if (answer.statusCode === 201) return answer.json<{ token: string }>().token;
    // Who was refused once may try again.
    this.token = null;
    throw new Refused(answer.statusCode, answer.json(), `sign in ${login}`);
  }
}

type FormFields = Readonly<Record<string, string | File | readonly File[]>>;

const isFile = (value: unknown): boolean => value instanceof File;

const [boundary, line] = ['----exchange-form-of-a-program', '\r\n'];
const contents = new WeakMap<File, Promise<Uint8Array>>();

/** A form with files, as a browser sends it. */
export async function formOf(fields: FormFields): Promise<{ payload: Buffer; headers: Record<string, string> }> {
  const parts: (string | Uint8Array)[] = [];
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat() as (string | File)[]) {
      parts.push(`--${boundary}${line}content-disposition: form-data; name="${quoted(name)}"`);
      if (typeof each === 'string') parts.push(line + line, each.replaceAll(/\r\n|\r|\n/g, line), line);
      else {
        const type = each.type || 'application/octet-stream';
        parts.push(
          `; filename="${quoted(each.name)}"${line}content-type: ${type}${line + line}`,
          await bytesOf(each),
          line,
        );
      }
    }
  }
  parts.push(`--${boundary}--${line}`);
  return {
    payload: Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

const quoted = (name: string): string => name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** One scan goes along with many acts, and is read once. */
function bytesOf(file: File): Promise<Uint8Array> {
  const known = contents.get(file) ?? file.bytes();
  contents.set(file, known);
  return known;
}

function succeeded(answer: Answer, asked: string): Answer {
  if (answer.statusCode >= 400) throw new Refused(answer.statusCode, answer.json(), asked);
  return answer;
}

let desk = 0;

/** Every request from a desk of its own: what a county does in weeks is played in seconds, and is no flood. */
function nextDesk(): string {
  desk = (desk + 1) % 60_000;
  return `10.9.${Math.floor(desk / 250)}.${(desk % 250) + 1}`;
}
