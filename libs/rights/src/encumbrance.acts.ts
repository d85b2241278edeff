import { type Actor, formatDay } from '#kernel';
import { type ActHead, type ActPath, type RecordForm, type Reader, recordActs } from '#platform';
import { isLive } from './encumbrance.entity.js';
import { EncumbranceEntry, objectAt } from './encumbrance-entry.service.js';
import { EncumbranceEndInput, EncumbranceInput, MortgageObjectInput } from './encumbrance.input.js';
import { encumbrancePosts, enteringPosts, mayEncumber } from './encumbrance.posts.js';
import { foundObjectView, mortgageView } from './encumbrance.view.js';
import type { EncumbranceRow, MortgageObject } from './encumbrances.queries.js';
import { EncumbrancesService } from './encumbrances.service.js';

/** A mortgage as its acts know it. */
export interface EncumbranceFacts {
  record: EncumbranceRow;
}

const list = { href: '/encumbrances', label: '抵押记录' };

/** How a mortgage comes into the register: the thing it lies on is found first, and named in the address. */
export const encumbrancesActs = recordActs('encumbrances', 'encumbrance', {
  named: null,
  readers: enteringPosts,
  head: (): ActHead => ({ trail: list, facts: [], back: { ...list, label: '不记了' } }),
  gives: mortgageView,
  helps: {
    find: {
      ...{ noun: 'object', by: EncumbranceEntry, asks: MortgageObjectInput, label: '记一笔抵押', press: '下一步' },
      text: ['先找到抵押的承包地。租入的土地经营权，从那块地的页面记。'],
      said: '',
      gives: foundObjectView,
    },
    enter: {
      ...{ noun: '', by: EncumbranceEntry, asks: EncumbranceInput, label: '记一笔抵押' },
      text: ['照抵押合同和登记证明填。抵押期间，流转、终止都要抵押权人书面同意（民法典第406条）。'],
      form: objectPicked,
      said: '抵押记好了。',
    },
  },
});

async function objectPicked(_facts: unknown, me: Actor, at: ActPath, reader: Reader): Promise<RecordForm> {
  return newEncumbranceForm(await objectAt(reader, at, me));
}

/** What is done with a mortgage once it is entered. */
export const encumbranceActs = recordActs('encumbrances', 'encumbrance', {
  readers: encumbrancePosts,
  head,
  gives: mortgageView,
  helps: {
    end: {
      noun: 'end',
      by: EncumbrancesService,
      asks: EncumbranceEndInput,
      label: '记下解除',
      hint: '凭抵押权人的还清、解除证明记下；记录一直保留。',
      confirm: '解除以后，这块地、这项权利不再受这笔抵押的限制。',
      tone: 'solid',
      posts: [...enteringPosts],
      when: ({ record }: EncumbranceFacts, me) => isLive(record) && mayEncumber(me),
      said: '抵押解除记好了。',
    },
  },
});

/** The form for a new mortgage on one thing. */
function newEncumbranceForm({ contractId, rightId, live, endsOn, mortgagorName }: MortgageObject): RecordForm {
  const left = new Set([
    ...(rightId === null ? ['rightId', 'consent'] : ['contractId']),
    ...(live.length === 0 ? ['rankKnown'] : []),
  ]);
  const first = `已经抵押给${live.map((each) => each.mortgageeName).join('、')}（民法典第414条）`;
  const hints: Record<string, string> = { endsOn: `最晚 ${formatDay(endsOn)}`, rankKnown: first };
  return {
    facts: [
      { label: '抵押人', value: mortgagorName, href: '' },
      { label: '抵押的是', value: rightId === null ? '承包的土地经营权' : '租入的土地经营权', href: '' },
      { label: '权利到', value: formatDay(endsOn), href: '' },
    ],
    fields: (drawn) =>
      drawn.filter(({ name }) => !left.has(name)).map((field) => ({ ...field, hint: hints[field.name] ?? field.hint })),
    values: { contractId, rightId },
  };
}

function head({ record }: EncumbranceFacts): ActHead {
  const href = `/encumbrances/${record.id}`;
  return {
    trail: { href, label: record.contractNumber },
    facts: [
      { label: '抵押权人', value: record.mortgageeName, href },
      { label: '抵押人', value: record.mortgagorName, href: '' },
    ],
    back: { label: '回抵押记录', href },
  };
}
