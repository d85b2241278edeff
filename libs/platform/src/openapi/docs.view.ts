import type { OpenApi, Operation } from './document.js';
import type { Schema } from './schemas.js';

interface DocsField {
  name: string;
  kind: string;
  required: boolean;
  note: string;
}

interface DocsRoute {
  id: string;
  method: string;
  path: string;
  summary: string;
  open: boolean;
  fields: readonly DocsField[];
}

/** The operations of a noun. */
interface DocsGroup {
  name: string;
  routes: readonly DocsRoute[];
}

/** The document as its page shows it: the same facts, grouped by noun. */
export function docsView(document: OpenApi): { groups: readonly DocsGroup[] } {
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      noun: operation.tags[0] ?? '',
      route: shown(document, path, method, operation),
    })),
  );
  const groups = document.tags.map(({ name }) => ({
    name,
    routes: routes.filter(({ noun }) => noun === name).map(({ route }) => route),
  }));
  return { groups };
}

function shown(document: OpenApi, path: string, method: string, operation: Operation): DocsRoute {
  const parameters = (operation.parameters ?? []).filter(
    (each) => typeof each['name'] === 'string' && each['in'] !== 'path',
  );
  const query = parameters.map((each) =>
    field(String(each['name']), each['schema'] as Schema, each['required'] === true),
  );
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path: `/api${path === '/' ? '' : path}`,
    summary: operation.summary,
    open: operation.security?.length === 0,
    fields: [...query, ...bodyFields(document, operation)],
  };
}

function bodyFields(document: OpenApi, operation: Operation): DocsField[] {
  const reference = /"\$ref":"#\/components\/schemas\/([^"]+)"/.exec(JSON.stringify(operation.requestBody ?? {}))?.[1];
  const schema = document.components.schemas[reference ?? ''];
  if (!schema) return [];
  const required = (schema['required'] ?? []) as readonly string[];
  return Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).map(([name, each]) =>
    field(name, each, required.includes(name)),
  );
}

function field(name: string, whole: Schema, required: boolean): DocsField {
  const [schema = whole] = (whole['anyOf'] ?? []) as readonly Schema[];
  const items = (schema['items'] ?? {}) as Schema;
  const type = [schema['type'] ?? 'object'].flat().join(' | ');
  const choices = ((schema['enum'] ?? items['enum'] ?? []) as readonly string[]).join(', ');
  const limits = ['format', 'minLength', 'maxLength', 'minimum', 'maximum', 'pattern']
    .filter((key) => schema[key] !== undefined)
    .map((key) => `${key} ${String(schema[key])}`);
  return { name, kind: type, required, note: [choices, ...limits].filter((each) => each !== '').join('; ') };
}
