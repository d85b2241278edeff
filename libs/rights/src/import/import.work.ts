import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config, WorkDesk } from '#platform';
import { importWork } from './import.words.js';

/** Files that were tried and wait for somebody to look at what came of it and take them in. */
@Injectable()
export class ImportWork implements OnModuleInit {
  constructor(
    private readonly desk: WorkDesk,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const county = `'${this.config.county.code}000000'::text`;
    this.desk.register({
      kind: 'register_import',
      label: importWork.label,
      from: 'register_import i',
      id: 'i.id',
      office: county,
      state: 'i.status',
      due: 'NULL::timestamptz',
      row: {
        at: `'/register/imports/' || i.id`,
        number: 'i.file_name',
        place: `coalesce((SELECT o.name FROM office o WHERE o.office_code = ${county} AND o.status = 'open'), '')`,
        party: 'i.started_by_name',
        since: 'i.started_at',
      },
      statesFor: ({ posts }) => (posts.some(({ post }) => post === 'county_administrator') ? ['checked'] : []),
      stateWord: () => importWork.checked,
    });
  }
}
