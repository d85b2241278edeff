import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityCheck } from '#kernel';
import { Paper, PapersService, kindOf, templateOf } from '#papers';
import { disarm, filled } from './support/drawing.js';
import { Given } from './support/given.js';

const kinds = ['application', 'contract', 'consent', 'mandate', 'intent', 'attestation', 'certificate'];

/** 承包法第三十九条、第四十条第一项: who signs is known by name, number and address, and each household gets its own rent. */
describe('A paper that is signed', () => {
  let given: Given;
  let papers: PapersService;
  let written: Paper[];

  beforeAll(async () => {
    given = await Given.open('2025-09-23T09:00:00+08:00');
    papers = given.exchange.app.get(PapersService);
    // Land of several households.
    const story = await given.story({ parcels: await given.land('12.00') });
    await story.draft();
    const [household] = await given.exchange.database.ask<{ id: string }>(
      'SELECT grantor_id AS id FROM transfer_parcel WHERE transfer_id = $1 ORDER BY seq LIMIT 1',
      [story.id],
    );
    const [clerk, householdId] = [given.as('101-clerk'), household?.id ?? ''];
    await clerk.post(`/transfers/${story.id}/consent-sheets`, { householdId });
    await clerk.post(`/transfers/${story.id}/intent-sheets`, {
      householdId,
      validUntil: '2025-11-09',
      exclusive: 'yes',
    });
    const agent = { agentName: '谷演代', agentIdNumber: `99999919700101003${identityCheck('99999919700101003')}` };
    const powers = { householdId, ...agent, powers: 'negotiate_and_sign', validTo: '2025-12-31' };
    await clerk.post(`/transfers/${story.id}/power-of-attorney-sheets`, powers);
    await story.consents();
    await story.submit();
    await given.go(story, 'certified');
    written = await given.exchange.database.reader.find(Paper);
  }, 200_000);
  afterAll(() => given.close());

  const saidBy = (kind: string, edition?: number): string[] =>
    written
      .filter((paper) => paper.kind === kind)
      .map((paper) => papers.drawn(paper, 1))
      .flatMap((job) => filled({ ...job, ...(edition ? { template: templateOf(kindOf(kind), edition) } : {}) }))
      .map(disarm);

  it.each(kinds)('as %s masks no number of a person: there is room to write it', (kind) => {
    const said = saidBy(kind);
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((line) => /\d\*{3,}/.test(line))).toEqual([]);
  });

  it.each(kinds.slice(0, 5))('as %s prints the last four figures of it, where before it was masked', (kind) => {
    expect(saidBy(kind).join()).toMatch(/＿{10}\d{3}[\dX]/);
    expect(saidBy(kind, 1).join()).toMatch(/\d\*{4,}\d/);
  });

  it('gives each of several households its representative, address, phone and account', () => {
    const paper = written.find(({ kind }) => kind === 'contract')!;
    const { lessors } = paper.view as unknown as { lessors: { name: string; representative: string }[] };
    expect(lessors.length).toBeGreaterThan(1);
    const said = saidBy('contract');
    for (const { name, representative } of lessors) {
      const row = said.find((line) => line.startsWith(`| ${name}，${representative}`));
      expect(row).toMatch(/＿{10}\d{3}[\dX]，＿+\d{4} \|.+\| 户名＿+账号＿+开户行＿+ \|/);
    }
    expect(said.filter((line) => /^:: (户名|账号|开户行)/.test(line))).toEqual([]);
    expect(said.join('')).toContain('分户付至附件一写明的各户自己的账户');
    const asked = saidBy('application').join('\n');
    for (const { name } of lessors) expect(asked).toContain(`| ${name} |`);
  });
});
