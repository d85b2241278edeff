import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AnyWorkflow, drawWorkflow } from '#kernel';

const preface = `# Workflows

Drawn by \`npm run docs\` from the tables in \`libs/*/src/*.workflow.ts\` and \`*.case.ts\`; a test compares. Change the table, not this file.
`;

/** The text of \`docs/workflows.md\`: every table of every lib, in the order of \`libs/README.md\`. */
export async function workflowsDrawn(folder: string, libsReadme: string): Promise<string> {
  const drawn = (await allWorkflows(folder, libsReadme)).map((table) => drawWorkflow(table));
  return [preface, ...drawn.map((text) => `${text}\n`)].join('\n');
}

/** Every table of states and steps that the libs declare, in the order of `libs/README.md`. */
export async function allWorkflows(folder: string, libsReadme: string): Promise<AnyWorkflow[]> {
  const order = [...libsReadme.matchAll(/^\| \d+ \| `([a-z-]+)` \|/gm)].map((row) => row[1] ?? '');
  const tables: AnyWorkflow[] = [];
  for (const lib of order) tables.push(...(await tablesOf(join(folder, lib, 'src'))));
  return tables;
}

async function tablesOf(folder: string): Promise<AnyWorkflow[]> {
  const names = namesIn(folder).filter((name) => /\.(workflow|case)\.(js|ts)$/.test(name));
  const tables = new Set<AnyWorkflow>();
  // By its own name, in whichever folder of the lib it stands.
  for (const name of names.toSorted((one, other) => (basename(one) < basename(other) ? -1 : 1))) {
    const exported = (await import(pathToFileURL(join(folder, name)).href)) as Record<string, unknown>;
    for (const value of Object.values(exported)) for (const table of tablesIn(value)) tables.add(table);
  }
  return [...tables];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return []; // A lib in the order that is not built yet.
  }
}

/** A table, or that of a kind of case. */
function tablesIn(value: unknown): AnyWorkflow[] {
  if (isTable(value)) return [value];
  return typeof value === 'object' && value !== null && 'workflow' in value && isTable(value.workflow)
    ? [value.workflow]
    : [];
}

function isTable(value: unknown): value is AnyWorkflow {
  return typeof value === 'object' && value !== null && 'states' in value && 'steps' in value && 'first' in value;
}
