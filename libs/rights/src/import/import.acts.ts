import { type ActHead, recordActs } from '#platform';
import { importView } from './import.view.js';
import { type ImportFacts, ImportsService } from './imports.service.js';

/** Said when a file was handed in. */
export const importSaid = { lodged: '文件收到了，正在试导，什么都还没有改。' } as const;

/** What was tried is taken into the register. */
export const importActs = recordActs('register/imports', 'register_import', {
  readers: ['county_administrator'],
  head,
  gives: importView,
  helps: {
    run: {
      ...{ noun: 'run', by: ImportsService, label: '导入能导的行', said: '开始导入。' },
      when: ({ record }: ImportFacts) => record.status === 'checked',
    },
  },
});

function head({ record }: ImportFacts): ActHead {
  const href = `/register/imports/${record.id}`;
  return { trail: { href, label: record.fileName }, facts: [], back: { href, label: '回这份文件' } };
}
