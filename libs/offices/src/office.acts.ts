import { type ActHead, recordActs } from '#platform';
import { OfficeContact } from './offices.input.js';
import { officeView } from './offices.view.js';
import { OfficesService, type OfficeFacts } from './offices.service.js';

/** What the county keeps of an office. */
export const officeActs = recordActs('offices', 'office', {
  named: 'code',
  readers: ['county_administrator'],
  head,
  gives: officeView,
  helps: {
    describe: {
      ...{ noun: 'contact', by: OfficesService, asks: OfficeContact },
      ...{ label: '改地址和时间', press: '存好', said: '地址和时间已改。' },
      form: ({ record: { address, phone, hours } }: OfficeFacts) => ({ values: { address, phone, hours } }),
    },
  },
});

function head({ record }: OfficeFacts): ActHead {
  const href = `/offices/${record.id}`;
  return { trail: { href, label: record.name }, facts: [], back: { href, label: '回这个交易所' } };
}
