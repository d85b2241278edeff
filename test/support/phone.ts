import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type Page, chromium } from 'playwright-core';
import { flags } from './browser.js';
import { Line } from './line.js';

/** A phone of the station: what lies on it outlives its browser, which can be killed and opened again. */
export class Phone {
  private readonly folder = mkdtempSync(join(tmpdir(), 'phone-'));
  private browser: ChildProcess | null = null;
  context: BrowserContext;
  page: Page;

  private constructor(
    private readonly path: string,
    private readonly line: Line,
  ) {}

  static async of(path: string, port: number): Promise<Phone> {
    const phone = new Phone(path, await Line.to(port));
    await phone.open();
    return phone;
  }

  async open(): Promise<void> {
    const port = ['--remote-debugging-port=0', `--user-data-dir=${this.folder}`, '--headless=new', 'about:blank'];
    const browser = spawn(this.path, [...flags, ...port], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.browser = browser;
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      browser.stderr.on('data', (part: Buffer) => {
        said += part.toString();
        const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
        if (found) resolve(found);
      });
      browser.once('exit', () => reject(new Error(said)));
    });
    const connected = await chromium.connectOverCDP(address);
    this.context = connected.contexts()[0]!;
    await this.turnTo(this.context.pages()[0] ?? (await this.context.newPage()));
  }

  /** The line goes or comes back, and the browser hears of it. */
  async online(there: boolean): Promise<void> {
    this.line.is(there);
    await this.context.setOffline(!there);
  }

  /** Another tab, which the phone shows from now on. */
  async turnTo(page: Page): Promise<void> {
    this.page = page;
    await page.setViewportSize({ width: 360, height: 780 });
    await page.addInitScript('window.print = () => {}');
  }

  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.browser?.once('exit', resolve));
    this.browser?.kill('SIGKILL');
    await gone;
    this.browser = null;
  }

  async close(): Promise<void> {
    if (this.browser) await this.kill();
    this.line.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  go(path: string): Promise<unknown> {
    return this.page.goto(this.line.base + path);
  }

  async signIn(login: string, next = '/listings/new'): Promise<void> {
    await this.go(`/sign-in?next=${encodeURIComponent(next)}`);
    await this.page.fill('[name=login] >> nth=0', login);
    await this.page.fill('[name=password] >> nth=0', 'yanlian-2026');
    await this.page.fill('[name=code] >> nth=0', '000000');
    await this.page.locator('main form button').first().click();
    await this.page.waitForURL((address) => address.pathname !== '/sign-in');
  }

  /** Until the page that is open would open without a line. */
  async keeps(): Promise<void> {
    await this.until(`(async () => {
      const names = (await caches.keys()).filter((name) => name.includes('-pages-'));
      const found = names.map(async (name) => (await caches.open(name)).match(location.pathname + location.search));
      return (await Promise.all(found)).some((each) => each !== undefined);
    })()`);
  }

  /** Asks the page until it says yes; a page under our policy lets no function be made of a text, so it is asked from outside. */
  async until(expression: string): Promise<void> {
    for (let turn = 0; turn < 150; turn += 1) {
      if (await this.page.evaluate(expression).catch(() => false)) return;
      await this.page.waitForTimeout(100);
    }
    throw new Error(`Never: ${expression}, on ${this.page.url()} with ${(await this.lies()).join()}`);
  }

  /** What lies on the phone: the names of its databases and of its kept pages. */
  lies(): Promise<string[]> {
    return this.page.evaluate(
      `(async () => [...(await indexedDB.databases()).map(({ name }) => name), ...(await caches.keys())])()`,
    );
  }

  /** The drafts in the database of whoever signed in last, as they lie there. */
  drafts(): Promise<{ state: string; said: string; fields: [string, string][] }[]> {
    return this.page.evaluate(`(async () => {
      const found = [];
      for (const { name } of await indexedDB.databases()) {
        const request = indexedDB.open(name);
        const database = await new Promise((done) => (request.onsuccess = () => done(request.result)));
        const all = database.transaction('drafts').objectStore('drafts').getAll();
        found.push(...(await new Promise((done) => (all.onsuccess = () => done(all.result)))));
        database.close();
      }
      return found;
    })()`);
  }
}
