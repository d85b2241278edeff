/** How much of the programming interface its document describes: answers with their fields, what is sent, and files. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { conclude, ownFolder, rounded } from './support/measure.mjs';
import { serve, stop } from './support/rivals.mjs';

const folder = ownFolder();
const settings = {
  STATE_FOLDER: join(folder, 'state'),
  MODE: 'training',
  TZ: 'Asia/Shanghai',
  TRAINING_CASES: '0',
  DATABASE_URL: '',
};
const main = join('dist', 'apps', 'exchange', 'src', 'main.js');
const server = await serve(main, settings, '/api/openapi.json', { patience: 120 });
const document = await (await fetch(`${server.address}/api/openapi.json`)).json();
await stop(server);
rmSync(folder, { recursive: true, force: true });

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, ...operation })),
);
const resolved = (schema) => (schema?.$ref ? document.components.schemas[schema.$ref.split('/').at(-1)] : schema);
const isDescribed = (schema) => {
  const whole = resolved(schema);
  return Boolean(whole && (whole.type !== 'object' || Object.keys(whole.properties ?? {}).length > 0));
};
const success = ({ responses }) => Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1] ?? {};

const found = { answers: [], requests: [], uploads: [] };
for (const operation of operations) {
  const { content } = success(operation);
  // A page is described by its template; what a program gets is described here.
  const json = content?.['application/json'];
  if (json) found.answers.push([operation.name, isDescribed(json.schema)]);
  const sent = operation.requestBody?.content;
  if (!sent) continue;
  const schema = Object.values(sent)[0]?.schema;
  found.requests.push([operation.name, isDescribed(schema)]);
  if (JSON.stringify(resolved(schema)).includes('"binary"'))
    found.uploads.push([
      operation.name,
      sent['application/json'] === undefined && Boolean(sent['multipart/form-data']),
    ]);
}
for (const [kind, each] of Object.entries(found)) {
  const missing = each.filter(([, known]) => !known).map(([name]) => name);
  console.log(
    `${kind}：${each.length - missing.length} / ${each.length}${missing.length > 0 ? `，还没有：\n  ${missing.join('\n  ')}` : ''}`,
  );
}
const all = Object.values(found).flat();
const ratio = all.filter(([, known]) => known).length / all.length;
conclude([{ name: 'openapi described / all', ratio: rounded(ratio), bar: 1, pass: ratio === 1 }]);
