import { formatMoment } from '#kernel';
import { type ImportStanding, type RegisterImport, importKinds, importStandings } from './import.entity.js';

const tones = { checking: 'wait', checked: 'act', running: 'wait', done: 'go', failed: 'stop' } as const;

/** How a file stands, in colour. */
export function standingTag(standing: ImportStanding): { label: string; tone: string } {
  return { label: importStandings[standing], tone: tones[standing] };
}

/** One file: how far it is, and what it did or would do. */
export function importView(job: RegisterImport, earlier: RegisterImport | null): object {
  const working = job.standing === 'checking' || job.standing === 'running';
  const would = job.standing === 'checking' || job.standing === 'checked';
  return {
    title: `${importKinds[job.kind]}：${job.fileName}`,
    trail: { steps: [{ href: '/register/imports', label: '登记簿导入' }], here: job.fileName, code: false },
    id: job.id,
    standing: job.standing,
    tag: standingTag(job.standing),
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
    csv: `/register/imports/${job.id}/errors.csv`,
    xlsx: `/register/imports/${job.id}/errors.xlsx`,
  };
}
