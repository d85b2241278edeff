import { declaredProblems, parameterTable } from '#kernel';
import { rowsOf } from '../acts/act-rows.js';
import { declaredActs } from '../acts/declared-acts.js';

const doneToMany = () =>
  declaredActs().flatMap((table) =>
    rowsOf(table).flatMap(({ action, row }) => (row.many ? [{ kind: table.subject, action }] : [])),
  );

/** Parts of addresses that are one of a list which every process knows. */
export const closedParts: readonly { at: string; part: string; all: () => readonly string[] }[] = [
  { at: '/parameters/', part: 'key', all: () => Object.keys(parameterTable) },
  { at: '/problems/', part: 'type', all: () => declaredProblems().map(({ type }) => type) },
  { at: '/desk/acts/', part: 'kind', all: () => [...new Set(doneToMany().map(({ kind }) => kind))] },
  { at: '/desk/acts/', part: 'action', all: () => [...new Set(doneToMany().map(({ action }) => action))] },
];
