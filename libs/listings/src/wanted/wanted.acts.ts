import { type Actor, plainYuan, rightKinds, speaksFor } from '#kernel';
import { type ActHead, type Reader, type RecordForm, actTable, recordActs } from '#platform';
import { WantedDesk } from './wanted-desk.service.js';
import { WantedInput, WantedReasonInput } from './wanted.input.js';
import type { WantedFacts } from './wanted.rules.js';
import { wantedView } from './wanted.view.js';
import { wantedWorkflow } from './wanted.workflow.js';

const board = { href: '/wanted', label: '求租' };

/** How an advertisement begins. */
export const wantedsActs = recordActs('wanted', 'wanted', {
  named: null,
  head: (): ActHead => ({ trail: board, facts: [], back: { ...board, label: '不写了' } }),
  gives: wantedView,
  helps: {
    enter: {
      ...{ noun: '', by: WantedDesk, asks: WantedInput, label: '写求租信息', press: '存成草稿', form: blank },
      text: ['想租地、租设施的写在这里。镇里核对以后公开，公开的不写姓名、电话。'],
      said: '草稿存好了。看一遍，没有错就交镇里核对。',
      when: (_none: object, me: Actor) => speaksFor(me) !== null,
    },
  },
});

/** What is done with it. */
export const wantedActs = actTable('wanted', wantedWorkflow, {
  head,
  gives: wantedView,
  steps: {
    submit: { noun: 'submission', by: WantedDesk, said: '交到镇里了，核对以后公开。' },
    publish: { noun: 'publication', by: WantedDesk, said: '公开了。' },
    return: { noun: 'return', by: WantedDesk, asks: WantedReasonInput, said: '已退回修改。' },
    withdraw: { noun: 'withdrawal', by: WantedDesk, said: '已撤回。' },
    take_down: { noun: 'taking-down', by: WantedDesk, asks: WantedReasonInput, said: '已下架。' },
  },
  helps: {
    revise: {
      ...{ noun: 'wish', by: WantedDesk, asks: WantedInput, label: '改内容', press: '存好', said: '改好了。' },
      form: written,
      when: ({ record, belongsTo }: WantedFacts, me) => record.state === 'draft' && belongsTo(me),
    },
  },
});

/** The towns of today, as they stand among the offices. */
async function towns(reader: Reader): Promise<Record<string, string>> {
  const rows: { code: string; name: string }[] = await reader.query(
    `SELECT left(code, 9) AS code, name FROM division WHERE level = 'town' AND valid_to IS NULL ORDER BY code`,
  );
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]));
}

async function blank(_none: object, _me: Actor, _at: object, reader: Reader): Promise<RecordForm> {
  return { choices: { town: await towns(reader) }, values: { kind: 'contracted' } };
}

async function written({ record }: WantedFacts, _me: Actor, _at: object, reader: Reader): Promise<RecordForm> {
  const { kind, officeCode, villages, areaFrom, areaTo, landClass, purpose, priceFen, yearsLeast, remark } = record;
  const names: { name: string }[] = await reader.query(
    'SELECT name FROM division WHERE code = ANY($1) AND valid_to IS NULL ORDER BY code',
    [villages],
  );
  return {
    choices: { town: await towns(reader) },
    values: {
      ...{ kind, areaFrom, areaTo, landClass, purpose, yearsLeast, remark, town: officeCode.slice(0, 9) },
      villages: names.map(({ name }) => name).join('、'),
      priceYuan: priceFen === null ? '' : plainYuan(priceFen).replace(/\.00$/, ''),
    },
  };
}

function head({ record }: WantedFacts): ActHead {
  const href = `/wanted/${record.id}`;
  return {
    trail: { href, label: record.number ?? '草稿' },
    facts: [{ label: '求租', value: `${record.place}，${rightKinds[record.kind]}`, href }],
    back: { href, label: '回这条求租信息' },
  };
}
