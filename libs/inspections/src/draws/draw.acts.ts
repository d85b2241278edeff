import { type Actor, holds } from '#kernel';
import { type ActHead, actTable, recordActs } from '#platform';
import { DrawDesk } from './draw-desk.service.js';
import * as input from './draw.input.js';
import * as rule from './draw.rules.js';
import { drawView } from './draw.view.js';
import { drawWorkflow } from './draw.workflow.js';

const board = { href: '/draws', label: '抽签' };

/** How a random check begins. */
export const drawsActs = recordActs('draws', 'draw', {
  named: null,
  readers: ['county_reviewer', 'supervisor'],
  head: (): ActHead => ({ trail: board, facts: [], back: { ...board, label: '不抽了' } }),
  gives: drawView,
  helps: {
    enter: {
      ...{ noun: '', by: DrawDesk, asks: input.DrawInput, label: '随机抽查', press: '冻结名单' },
      text: [
        '存好就冻结，改不了。看一遍没有错就公布摘要；公布以后由另一个监管岗的人录入当场掷出的种子，结果自己出来。',
      ],
      said: '名单冻结了。核对一遍，没有错就公布摘要。',
      when: (_none: object, me: Actor) => holds(me, 'county_reviewer', 'supervisor'),
    },
  },
});

/** What is done with a draw. */
export const drawActs = actTable('draws', drawWorkflow, {
  head: ({ record }: rule.DrawFacts): ActHead => ({
    trail: { href: `/draws/${record.id}`, label: '抽签' },
    facts: [
      { label: '为什么抽', value: record.title, href: `/draws/${record.id}` },
      { label: '名单摘要', value: record.listHash, href: '' },
    ],
    back: { href: `/draws/${record.id}`, label: '回这次抽签' },
  }),
  gives: drawView,
  steps: {
    publish: { noun: 'publication', by: DrawDesk, said: '摘要公布了。' },
    seed: { noun: 'seed', by: DrawDesk, asks: input.DrawSeedInput, said: '抽好了。' },
  },
  helps: {
    seal: {
      ...{
        noun: 'seals',
        by: DrawDesk,
        asks: input.DrawSealInput,
        label: '封存号码',
        press: '封存',
        tone: 'solid',
        here: true,
      },
      hint: '只交封存码，号码和暗语自己留好：等大家都封存了再揭开。丢了就揭不开，要排在别人后面。不封存的照样抽，不受影响。',
      said: '封存好了。号码和暗语留好，到时候来揭开。',
      when: ({ record, ownLabel }) => record.state === 'sealing' && ownLabel !== null,
      needs: [rule.stillSealing, rule.notSealedYet],
    },
    unlock: {
      ...{
        noun: 'openings',
        by: DrawDesk,
        asks: input.DrawOpeningInput,
        label: '揭开号码',
        press: '揭开',
        here: true,
        tone: 'solid',
      },
      hint: '把封存时的号码和暗语照原样写上。',
      said: '揭开了。',
      when: ({ record, ownLabel }) => record.state === 'opening' && ownLabel !== null,
      needs: [rule.stillOpening, rule.ownSealKept],
    },
  },
});
