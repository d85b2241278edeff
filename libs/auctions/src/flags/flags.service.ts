import { Injectable } from '@nestjs/common';
import { type Actor, Clock, addMonths, holds, startOf } from '#kernel';
import { Database, type Download, ParameterStore, workbook } from '#platform';
import { type FlagName, type FlagRow, flagQueries } from './flag.queries.js';
import type { FlagsView } from './flag.view.js';
import { flagNames, flagParts, flagUnits } from './flag.words.js';

const names = Object.keys(flagQueries) as FlagName[];

/** Red flags on ourselves: each a named query with a threshold of the county, for the supervisor; their counts are public. */
@Injectable()
export class Flags {
  constructor(
    private readonly database: Database,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
  ) {}

  async see(me: Actor): Promise<FlagsView> {
    const today = this.clock.today();
    const parameters = await this.parameters.on(today);
    const since = addMonths(today, -parameters.flagMonths);
    const flags: FlagsView['flags'][number][] = [];
    for (const flag of names) {
      const { name, sql, threshold } = flagQueries[flag];
      const least = threshold(parameters);
      const rows = await this.database.rows<FlagRow & Record<string, unknown>>(name, sql, [startOf(since), least]);
      // What stands in an auction that runs is the supervisor's alone: it would tell how many bid together.
      const count = rows.filter(({ isOver }) => isOver).length;
      flags.push({ flag, threshold: least, count, rows: holds(me, 'supervisor') ? rows : null });
    }
    return { since, flags };
  }

  async sheet(me: Actor): Promise<Download> {
    const { flags } = await this.see(me);
    const rows = flags.flatMap(({ flag, rows: found }) =>
      (found ?? []).map(({ title, place, at, numbers, many }) => [
        ...[flagNames[flag], title, place, at.toISOString(), numbers.join(' '), many, flagUnits[flag]],
      ]),
    );
    const heads = [
      flagParts.flag,
      flagParts.what,
      flagParts.place,
      flagParts.at,
      flagParts.numbers,
      flagParts.many,
      '',
    ];
    return workbook(`${flagParts.title}.xlsx`, [
      { name: flagParts.title, columns: heads.map((head) => ({ head, width: 20 })), rows },
    ]);
  }
}
