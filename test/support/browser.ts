import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';

export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const places = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Path of a browser on this machine; CI must have one, elsewhere its journeys are skipped with a word. */
export function browserPath(): string | null {
  const found = places.find((place) => place !== '' && existsSync(place)) ?? null;
  if (found === null && process.env['CI'] === 'true') throw new Error('CI needs a browser: apt-get install chromium.');
  if (found === null) process.stderr.write('Browser journeys are skipped: there is no Chromium on this machine.\n');
  return found;
}

export function openBrowser(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: flags });
}

/** What an entry costs a practised hand: so many seconds for each page, each field, each key. */
const cost = { pages: 3, fields: 1.5, keys: 0.3 } as const;

/** A person at a browser: signs in, presses what the page offers, and keeps pictures. */
export class Person {
  private readonly work = { pages: 0, fields: 0, keys: 0 };

  private constructor(
    readonly page: Page,
    private readonly base: string,
    private readonly name: string,
  ) {}

  static async of(
    browser: Browser,
    base: string,
    login: string | null,
    width = 1280,
    javaScriptEnabled = false,
  ): Promise<Person> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      locale: 'zh-CN',
      javaScriptEnabled,
    });
    const person = new Person(await context.newPage(), base, login ?? 'stranger');
    if (login !== null) await person.signIn(login);
    return person;
  }

  async open(path: string): Promise<void> {
    const answer = await this.page.goto(this.base + path);
    if (!answer || answer.status() >= 400) throw new Error(`${path} answered ${answer?.status()}.`);
    this.work.pages += 1;
  }

  /** What was opened, filled in and typed since it was last asked, and the seconds that this takes. */
  spent(): { pages: number; fields: number; keys: number; seconds: number } {
    const { pages, fields, keys } = this.work;
    Object.assign(this.work, { pages: 0, fields: 0, keys: 0 });
    return { pages, fields, keys, seconds: pages * cost.pages + fields * cost.fields + keys * cost.keys };
  }

  /** Ticks a box or picks one of several. */
  async tick(name: string, value: string): Promise<void> {
    await this.page.locator(`[name="${name}"][value="${value}"]`).check();
    this.work.fields += 1;
  }

  /** Presses a button or follows a link by the words on it; on a page that asks once more, presses there too. */
  async press(label: string): Promise<void> {
    const act = this.page.locator('main').getByRole('button', { name: label, exact: true });
    const link = this.page.locator('main').getByRole('link', { name: label, exact: true });
    if ((await act.count()) > 0) await act.first().click();
    else await link.first().click();
    await this.page.waitForLoadState();
    this.work.pages += 1;
  }

  async fill(name: string, text: string): Promise<void> {
    await this.page.locator(`[name="${name}"]`).first().fill(text);
    this.work.fields += 1;
    this.work.keys += text.length;
  }

  async choose(name: string, value: string): Promise<void> {
    await this.page.locator(`select[name="${name}"]`).selectOption(value);
    this.work.fields += 1;
  }

  async attach(name: string, file: File): Promise<void> {
    await this.page
      .locator(`input[type=file][name="${name}"]`)
      .first()
      .setInputFiles({ name: file.name, mimeType: file.type, buffer: Buffer.from(await file.arrayBuffer()) });
    this.work.fields += 1;
  }

  /** Types a day into its three fields. */
  async day(name: string, value: string): Promise<void> {
    const [year = '', month = '', day = ''] = value.split('-');
    await this.fill(`${name}.year`, year);
    await this.fill(`${name}.month`, String(Number(month)));
    await this.fill(`${name}.day`, String(Number(day)));
  }

  async text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  async picture(what: string): Promise<void> {
    const folder = join(process.cwd(), 'var', 'pictures');
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${what}-${this.name}.png`), fullPage: true });
  }

  private async signIn(login: string): Promise<void> {
    await this.open('/sign-in');
    await this.fill('login', login);
    await this.fill('password', 'yanlian-2026');
    if (!/^(farmer|cooperative)/.test(login)) await this.fill('code', '000000');
    await this.page.locator('main form button').first().click();
    await this.page.waitForLoadState();
  }
}
