import { formatMoment } from '#kernel';
import { type RegisterImport, importKinds, importStandings } from './import.entity.js';
import { neededColumns } from './import-run.js';
import type { QuarantinedRow } from './quarantined-row.entity.js';

const tones = { checking: 'wait', checked: 'act', running: 'wait', done: 'go', failed: 'stop' } as const;

/** Recent files, and how to hand in another. */
export function importsView(jobs: readonly RegisterImport[]): object {
  return {
    title: '登记簿导入',
    order: Object.entries(importKinds).map(([code, label]) => `${label} ${code}`),
    columns: neededColumns(),
    jobs: jobs.map((job) => ({
      href: `/register/imports/${job.id}`,
      table: `${importKinds[job.kind]}（${job.kind}）`,
      file: job.fileName,
      started: `${formatMoment(job.startedAt)}，${job.startedByName}`,
      tag: { label: importStandings[job.standing], tone: tones[job.standing] },
      rows: job.rowsTotal,
      bad: job.bad,
    })),
  };
}

/** One file: how far it is, what it did or would do, and the rows that do not come in. */
export function importView(
  job: RegisterImport,
  rows: readonly QuarantinedRow[],
  shown: number,
  earlier: RegisterImport | null,
): object {
  const working = job.standing === 'checking' || job.standing === 'running';
  const would = job.standing === 'checking' || job.standing === 'checked';
  const last = rows.length === shown ? rows.at(-1) : undefined;
  return {
    title: `${importKinds[job.kind]}：${job.fileName}`,
    trail: { steps: [{ href: '/register/imports', label: '登记簿导入' }], here: job.fileName, code: false },
    id: job.id,
    standing: job.standing,
    tag: { label: importStandings[job.standing], tone: tones[job.standing] },
    working,
    rowsDone: job.rowsDone,
    rowsTotal: job.rowsTotal,
    percent: job.rowsTotal === 0 ? 100 : Math.floor((job.rowsDone * 100) / job.rowsTotal),
    stats: [
      { label: would ? '会新增' : '新增', value: job.added, unit: '行', tone: '' },
      { label: would ? '会改动' : '改动', value: job.changed, unit: '行', tone: '' },
      { label: '没有变化', value: job.unchanged, unit: '行', tone: '' },
      { label: '历史代码，待核实', value: job.legacy, unit: '行', tone: '' },
      { label: '不能导入', value: job.bad, unit: '行', tone: job.bad > 0 ? 'stop' : '' },
    ],
    runnable: job.standing === 'checked' && job.added + job.changed > 0,
    hopeless: job.standing === 'checked' && job.added + job.changed === 0 && job.bad > 0,
    runAction: `/register/imports/${job.id}/run`,
    failure: job.failure ?? '',
    earlier: earlier
      ? `同一个文件 ${formatMoment(earlier.finishedAt ?? earlier.startedAt)} 已经导入过，再导一次不会有变化。`
      : '',
    rows: rows.map((row) => ({ number: row.rowNumber, field: row.field, reason: row.reason, shown: row.shown })),
    csv: `/register/imports/${job.id}/errors.csv`,
    xlsx: `/register/imports/${job.id}/errors.xlsx`,
    pager: {
      text: `不能导入的行，这一页 ${rows.length} 条`,
      previous: '',
      next: last ? `/register/imports/${job.id}?after=${last.id}` : '',
    },
  };
}
