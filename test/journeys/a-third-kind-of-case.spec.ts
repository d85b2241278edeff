import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clockActor } from '#kernel';
import { CasesService, answered, caseKind } from '#cases';
import { Given } from '../support/given.js';

/** All that another kind costs: this, and the page where it is sent in. */
const concern = caseKind({
  ...{ kind: 'concern', word: '群众关切', series: { name: 'case:concern', word: '农关' } },
  topics: { irrigation: '灌溉用水' },
  outcomes: { solved: '已办好', explained: '已说明' },
  about: { things: 'notices', word: '公示' },
  workflow: answered({
    ...{ kind: 'concern', label: '群众关切', within: 'priorityAnswerWorkingDays', basis: '三个工作日内答复' },
    ...{ by: 'town_information', decides: [], serves: ['village_clerk'] },
  }),
});

describe('A kind of case that its definition alone brings', () => {
  let given: Given;
  let at = '';
  let receipt = { number: '', code: '' };
  const desk = () => given.as('101-information');

  beforeAll(async () => {
    // Its document knows the kind that no other exchange of the run has.
    const shared = process.env['TEST_FOLDER'] ?? '.';
    process.env['TEST_FOLDER'] = mkdtempSync(join(shared, 'third-kind-'));
    given = await Given.open('2026-10-12T09:00:00+08:00', { STATE_FOLDER: shared });
    const about = {
      subject: 'notice',
      subjectId: randomUUID(),
      subjectNumber: '1',
      town: '殷巷镇',
      village: '李家桥村',
      areaMu: null,
    };
    const letter = { topic: 'irrigation', relation: '', name: '孙演邻', contact: null, facts: '水渠堵了', request: '' };
    const { file, code } = await given.exchange.act(clockActor, (act) =>
      given.exchange.app
        .get(CasesService)
        .receive(
          act,
          concern,
          { ...letter, ...about, channel: 'phone', officeCode: '370126101226' },
          { kind: 'evidence', received: [] },
        ),
    );
    at = `/cases/${file.id}`;
    receipt = { number: file.number, code };
  }, 120_000);
  afterAll(() => given.close());

  it('has its number, its clock and its words, in lists, on its page and for programs', async () => {
    expect(receipt.number).toBe('商农关〔2026〕第0001号');
    const seen = (await desk().ask(at)).json();
    expect(seen).toMatchObject({
      kind: 'concern',
      topic: 'irrigation',
      dueAt: '2026-10-15T16:00:00.000Z',
      own: null,
      relation: null,
    });
    const page = (await given.page(at, desk())).body;
    for (const words of ['群众关切', '灌溉用水', '水渠堵了', '已收到']) expect(page).toContain(words);
    expect((await given.page('/cases?kind=concern', desk())).body).toContain('群众关切：灌溉用水');
    const { rows } = await desk().get<{ rows: { kind: string; at: string }[] }>('/desk?kind=concern');
    expect(rows).toMatchObject([{ kind: 'concern', at }]);
  });

  it('is answered by its own post with its own outcomes, and knows no step of another kind', async () => {
    expect((await given.as('101-coordination').send(`${at}/acceptance`)).statusCode).toBe(403);
    expect((await desk().send(`${at}/acceptance`)).json()).toMatchObject({ state: 'accepted' });
    for (const foreign of ['verification', 'note'])
      expect(
        (await desk().send(`${at}/${foreign}`, foreign === 'note' ? { reason: '记下' } : {})).json(),
      ).toMatchObject({
        type: '/problems/step-not-open',
      });
    const form = await given.page(`${at}/decision`, desk());
    expect(form.body).toContain('已办好');
    expect(form.body).not.toContain('不成立');
    const answer = { findings: '到渠上看过，淤了一段。', reasons: '本周清淤，费用由村集体出。', rule: '村规民约' };
    expect((await desk().send(`${at}/decision`, { ...answer, outcome: 'upheld' })).json()).toMatchObject({
      ...{ status: 422, errors: [{ pointer: '#/outcome' }] },
    });
    const decided = await desk().send(`${at}/decision`, { ...answer, outcome: 'solved' });
    expect(decided.json()).toMatchObject({ state: 'decided', decision: { outcome: 'solved', effect: 'none' } });
    await desk().send(`${at}/service`, { way: 'phone' });
    expect((await desk().get<{ rows: object[] }>('/cases?kind=concern')).rows).toEqual([]);
    const { rows } = await desk().get<{ rows: object[] }>('/cases?kind=concern&state=over');
    expect(rows).toMatchObject([{ number: receipt.number, state: 'served' }]);
  });

  it('is followed by its number and code', async () => {
    const { letter } = (await given.stranger.send('/follow', receipt)).json();
    expect(letter).toMatchObject({ kind: 'concern', outcome: 'solved', handler: expect.any(String) });
  });
});
