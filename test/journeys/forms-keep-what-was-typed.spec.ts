import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';
import { identityCheck } from '#kernel';
import { Walker, faultsOf, said } from '../support/walker.js';

jest.setTimeout(120_000);

interface Form {
  action: string;
  files: boolean;
  texts: string[];
  fields: Record<string, string>;
}

const marker = '乱写一气𠮷<b>';
const shown = '乱写一气𠮷&lt;b&gt;';
/** What is never said back, and what ends the walk. */
const secret = /password|^code$|proof|secret|identity|idNumber|token|_once/i;
const spared = /sign-out|\/clock|sign-in|\/end$|closure|view/;

/** Every form that a desk shows, filled with nonsense: it comes back with the faults and the nonsense, or says why not. */
describe('A form filled with nonsense', () => {
  let exchange: TestExchange;
  const pages: Record<string, string[]> = {};
  const wrong: string[] = [];
  const done = { sent: 0, back: 0 };

  beforeAll(async () => {
    exchange = await TestExchange.open();
    const given = new Given(exchange);
    const at = async (state: 'draft' | 'survey' | 'county_review' | 'deposit' | 'signing' | 'certified') => {
      const story = await given.transfer({ state });
      return { story, href: `/transfers/${story.id}`, view: await story.view() };
    };
    const [draft, survey, review, deposit] = [
      await at('draft'),
      await at('survey'),
      await at('county_review'),
      await at('deposit'),
    ];
    const certified = await at('certified');
    const noticed = await given.transfer({ state: 'on_notice' });
    const objection = await noticed.object();
    const [certificate] = await exchange.database.ask<{ id: string }>('SELECT id FROM certificate LIMIT 1');
    const [paper] = await exchange.database.ask<{ id: string }>('SELECT id FROM paper ORDER BY made_at DESC LIMIT 1');
    const notice = `/notices/${(await noticed.view()).noticeId}`;
    const own = [draft, survey, review, deposit, certified].map(({ href }) => href);
    Object.assign(pages, {
      '101-clerk': [
        ...own,
        '/transfers/new',
        notice,
        `${notice}/objections`,
        '/assisted/new',
        `${draft.href}/withdrawal`,
      ],
      '101-reviewer': [...own, `${draft.href}/return`, '/encumbrances/object', `/papers/${paper?.id}`],
      '101-surveyor': [`/inspections/${survey.view.inspectionId}`],
      '101-finance': [...own, `/deposits/${deposit.view.depositId}`, `/deposits/${certified.view.depositId}`],
      '101-trade': [...own, `/papers/${paper?.id}`],
      '101-coordination': [`/cases/${objection}`, notice, `${notice}/priority-claims`],
      '101-information': [notice, `${await noticed.posting('screen_town')}/outage`, '/screens'],
      '101-village-226': [notice, '/assisted/new'],
      reviewer: [...own, `${review.href}/review`, `${review.href}/return`, `/certificates/${certificate?.id}`],
      certifier: [...own, `/certificates/${certificate?.id}`],
      director: [...own, '/parameters', '/calendar'],
      administrator: ['/accounts/new', '/seals', '/county', '/calendar', '/parameters', '/offices/370126101000'],
      farmer: ['/transfers/new', notice, `${notice}/objections`, '/account', '/follow', '/verify'],
    });
  });
  afterAll(() => exchange.close());

  it('comes back from every desk with what was typed', async () => {
    for (const [login, urls] of Object.entries(pages)) {
      const walker = await Walker.signIn(exchange, login);
      const seen = new Set<string>();
      const queue = [...urls];
      for (let url = queue.shift(); url !== undefined && seen.size < 60; url = queue.shift()) {
        const page = await walker.open(url);
        if (page.status >= 500) wrong.push(`${login} ${url} ${page.status}`);
        // Acts that ask for more have a page of their own behind a button.
        for (const [, href = ''] of page.body.matchAll(/class="button[^"]*" href="(\/[^"#]*)"/g))
          if (fresh(seen, `GET ${kindOf(href)}`)) queue.push(href.replaceAll('&amp;', '&'));
        for (const form of formsOf(page.body)) {
          if (spared.test(form.action) || form.texts.length === 0 || !fresh(seen, kindOf(form.action))) continue;
          await fill(walker, login, url, form);
        }
      }
    }
    process.stdout.write(`Forms: ${JSON.stringify(done)}\n`);
    expect(wrong).toEqual([]);
    expect(done.sent).toBeGreaterThan(25);
    expect(done.back).toBeGreaterThan(20);
  });

  async function fill(walker: Walker, login: string, url: string, form: Form): Promise<void> {
    await walker.open(url);
    const typed = { ...form.fields, ...Object.fromEntries(form.texts.map((name) => [name, marker])) };
    const answer = form.files ? await walker.upload(form.action, typed) : await walker.send(form.action, typed);
    done.sent += 1;
    if (answer.body.includes(shown)) done.back += 1;
    const fault = faultOf(answer, form);
    if (fault) wrong.push(`${login} ${url} ${kindOf(form.action)}: ${fault}`);
  }

  function faultOf({ status, body }: { status: number; body: string }, form: Form): string | null {
    const words = said(body);
    if (status >= 500) return `${status}`;
    if (!/\p{Script=Han}{4}/u.test(words) || !body.includes('<h1')) return `${status} has no words`;
    if (body.includes(marker)) return 'is said back unescaped';
    if (status >= 400) return /href="\//.test(body) ? null : `${status} leads nowhere`;
    const told = body.includes('class="error"') || body.includes('error-summary');
    const open = form.texts.filter((name) => !secret.test(name));
    return told && open.length > 0 && !body.includes(shown) ? `forgets ${open.join(' ')}` : null;
  }

  it('is refused by a rule at the field that the rule speaks about, with all that was typed', async () => {
    const [own] = await exchange.database.ask<{ name: string }>(`SELECT name FROM account WHERE login = '101-clerk'`);
    const clerk = await Walker.signIn(exchange, '101-clerk');
    await clerk.open('/assisted/new');
    const seventeen = '99999919780808004';
    const page = await clerk.send('/assisted', {
      ...{ identityNumber: `${seventeen}${identityCheck(seventeen)}`, identityRead: 'by_eye', name: '禾来人' },
      ...{ witness: own!.name, readAloud: '念了全部内容，本人点头' },
    });
    expect(faultsOf(page.body)).toEqual(['见证人不能是经办人自己']);
    expect(page.body).toContain('念了全部内容，本人点头');
    expect(page.body).toContain(`value="${own!.name}"`);
  });
});

const kindOf = (href: string): string => href.replaceAll(/[0-9a-f-]{36}/g, 'ID').replaceAll(/\d{6,}/g, 'N');
const fresh = (seen: Set<string>, kind: string): boolean => !seen.has(kind) && seen.add(kind) !== undefined;

/** Forms of a page that change something, with what stands in them. */
function formsOf(body: string): Form[] {
  return [...body.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', inside = '']) => {
    const action = /action="([^"]*)"/.exec(head)?.[1] ?? '';
    if (!/method="post"/i.test(head) || !action.startsWith('/')) return [];
    const form: Form = {
      action: action.replaceAll('&amp;', '&'),
      files: head.includes('multipart'),
      texts: [],
      fields: {},
    };
    for (const [tag, kind = ''] of inside.matchAll(/<(input|textarea|select)\b[^>]*>/g)) read(tag, kind, inside, form);
    return [form];
  });
}

function read(tag: string, kind: string, inside: string, form: Form): void {
  const name = /\bname="([^"]*)"/.exec(tag)?.[1];
  if (name === undefined) return;
  const type = /\btype="([^"]*)"/.exec(tag)?.[1] ?? 'text';
  const value = /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '';
  if (kind === 'textarea' || (kind === 'input' && /^(text|tel|search)$/.test(type))) form.texts.push(name);
  else if (kind === 'select')
    form.fields[name] = /<option value="([^"]+)"/.exec(inside.slice(inside.indexOf(tag)))?.[1] ?? '';
  else if (type !== 'file') form.fields[name] ??= value;
}
