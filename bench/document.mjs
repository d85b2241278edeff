/** How much of the programming interface its document describes: answers with their fields, what is sent, and files. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { MovableClock, readConfig } from '#platform';
import { conclude, rounded } from './support/measure.mjs';

const { ExchangeModule } = await import('../dist/apps/exchange/src/exchange.module.js');
const { openApiDocument } = await import('../dist/libs/platform/src/openapi/document.js');
const { routesOf } = await import('../dist/libs/platform/src/openapi/routes.js');

const config = readConfig({});
const clock = new MovableClock();
const app = await NestFactory.create(
  ExchangeModule.with(config, clock, 'postgresql://nobody@127.0.0.1:1/none', clock),
  new FastifyAdapter(),
  {
    preview: true,
    logger: false,
  },
);
const document = openApiDocument(routesOf(app), config);
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
  if (content) found.answers.push([operation.name, Object.values(content).some(({ schema }) => isDescribed(schema))]);
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
await app.close().catch(() => undefined);
