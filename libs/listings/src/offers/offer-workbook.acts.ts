import { type ActHead, recordActs } from '#platform';
import { workbookView } from './offer-workbook.view.js';
import { OfferWorkbooks, type WorkbookFacts } from './offer-workbooks.service.js';

export const offerClerks = ['village_clerk', 'town_clerk'] as const;
export const workbookSaid = { lodged: '收到了，正在一行一行地试，什么都还没有改。' } as const;

/** What was tried becomes drafts at the station. */
export const workbookActs = recordActs('listings/workbooks', 'offer_workbook', {
  readers: offerClerks,
  head,
  gives: workbookView,
  helps: {
    run: {
      ...{ noun: 'run', by: OfferWorkbooks, label: '把能建的建成草稿', said: '开始建草稿。' },
      when: ({ record }: WorkbookFacts) => record.status === 'checked',
    },
  },
});

function head({ record }: WorkbookFacts): ActHead {
  const href = `/listings/workbooks/${record.id}`;
  return { trail: { href, label: record.fileName }, facts: [], back: { href, label: '回这份挂牌表' } };
}
