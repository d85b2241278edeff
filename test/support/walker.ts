import { trainingPassword } from '#platform';
import type { TestExchange } from './exchange.js';
import { formOf } from '../../apps/exchange/src/training/api-client.js';

interface Page {
  status: number;
  url: string;
  body: string;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A person with a browser and no script: forms, cookies, and the page that a form came from. */
export class Walker {
  private readonly jar = new Map<string, string>();
  private at = '/';

  private constructor(private readonly exchange: TestExchange) {}

  static stranger(exchange: TestExchange): Walker {
    return new Walker(exchange);
  }

  static async signIn(exchange: TestExchange, login: string): Promise<Walker> {
    const walker = new Walker(exchange);
    const page = await walker.send('/sign-in', { login, password: trainingPassword, code: '000000' });
    if (page.url.startsWith('/sign-in')) throw new Error(`${login} could not sign in: ${said(page.body)}`);
    return walker;
  }

  async open(url: string): Promise<Page> {
    const answer = await this.exchange.app.inject({ url, headers: this.headers() });
    this.keep(answer.headers['set-cookie']);
    if (answer.statusCode === 303) return this.open(String(answer.headers.location));
    this.at = url;
    if (answer.statusCode === 200) await this.read(url);
    return { status: answer.statusCode, url, body: answer.body };
  }

  /** What a page shows a program reads too: the answer is held against the document. */
  private async read(url: string): Promise<void> {
    const headers = { ...this.headers(), accept: 'application/json' };
    const { statusCode } = await this.exchange.app.inject({ url: `/api${url}`, headers });
    if (statusCode >= 500) throw new Error(`${url} is a page, and for a program ${statusCode}.`);
  }

  /** Sends a form as the browser does and goes where it leads. */
  async send(url: string, fields: Fields = {}): Promise<Page> {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) form.append(name, each);
    return this.post(url, form.toString(), { 'content-type': 'application/x-www-form-urlencoded' });
  }

  async upload(url: string, fields: Readonly<Record<string, string | File | readonly File[]>>): Promise<Page> {
    const { payload, headers } = await formOf(fields);
    return this.post(url, payload, headers);
  }

  private async post(url: string, payload: string | Buffer, headers: Record<string, string>): Promise<Page> {
    const answer = await this.exchange.app.inject({
      method: 'POST',
      url,
      payload,
      headers: {
        ...this.headers(),
        ...headers,
        'sec-fetch-site': 'same-origin',
        referer: `http://localhost${this.at}`,
      },
    });
    this.keep(answer.headers['set-cookie']);
    if (answer.statusCode === 303) return this.open(String(answer.headers.location));
    return { status: answer.statusCode, url, body: answer.body };
  }

  private headers(): Record<string, string> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    return { accept: 'text/html', host: 'localhost', ...(cookie === '' ? {} : { cookie }) };
  }

  private keep(given: string | string[] | undefined): void {
    for (const each of [given ?? []].flat()) {
      const [pair = ''] = each.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '' || each.includes('Max-Age=0')) this.jar.delete(name);
      else this.jar.set(name, value);
    }
  }
}

/** The words of a page, without its marks. */
export function said(body: string): string {
  return body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

/** What a page says is wrong, field by field. */
export function faultsOf(body: string): string[] {
  return [...body.matchAll(/<p class="error"[^>]*>([^<]*)<\/p>/g)].map((match) => match[1] ?? '');
}

/** Where a page of the wizard asks an act of its case, with the way back. */
export function wayTo(body: string, noun: string): string {
  const found = new RegExp(`/transfers/[0-9a-f-]{36}/${noun}\\?[^"]*`).exec(body)?.[0];
  if (found === undefined) throw new Error(`No way to ${noun}.`);
  return found.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
}
