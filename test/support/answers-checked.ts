import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import findMyWay, { type HTTPMethod } from 'find-my-way';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Answer } from '../../apps/exchange/src/training/api-client.js';

interface Described {
  content?: Record<string, { schema?: object }>;
}

interface Document {
  paths: Record<string, Record<string, { responses: Record<string, Described> }>>;
}

type Check = (status: number, body: unknown) => string | null;

/** Holds every JSON answer of an exchange against its own document: nothing missing, nothing undeclared. */
export class AnswersChecked {
  private constructor(private readonly router: findMyWay.Instance<findMyWay.HTTPVersion.V1>) {}

  static async of(app: NestFastifyApplication): Promise<AnswersChecked> {
    const document = await documentOf(app);
    const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: false });
    addFormats.default(ajv);
    for (const word of ['x-enum-descriptions', 'example']) ajv.addKeyword(word);
    ajv.addVocabulary(['openapi', 'info', 'servers', 'tags', 'paths', 'components', 'security']);
    ajv.addSchema(document, 'document');
    const router = findMyWay({ maxParamLength: 200 });
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, { responses }] of Object.entries(methods)) {
        const at = path.replace(/\{(\w+)\}/g, ':$1');
        router.on(method.toUpperCase() as HTTPMethod, at, () => undefined, {
          check: checkOf(ajv, path, method, responses),
        });
      }
    return new AnswersChecked(router);
  }

  /** @throws Error that says where an answer is not as it is described. */
  check(method: string, url: string, answer: Answer): void {
    if (!/json/.test(String(answer.headers['content-type'])) || answer.body === '') return;
    if (answer.headers['preference-applied'] === 'return=minimal') return;
    const path = url.replace(/^\/api(?=\/|$)/, '').split('?')[0] || '/';
    const route = this.router.find(method as HTTPMethod, path);
    const check = (route?.store as { check?: Check } | undefined)?.check;
    const fault = check?.(answer.statusCode, answer.json()) ?? null;
    if (fault !== null) throw new Error(`${method} ${url} answered ${answer.statusCode} not as described: ${fault}`);
  }
}

/** The document is the same for every exchange of a run: made by the first, read by the others. */
async function documentOf(app: NestFastifyApplication): Promise<Document> {
  const file = join(process.env['TEST_FOLDER'] ?? '.', 'openapi.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Document;
  const { body } = await app.inject({ url: '/api/openapi.json' });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, body);
  renameSync(draft, file);
  return JSON.parse(body) as Document;
}

function checkOf(ajv: Ajv2020, path: string, method: string, responses: Record<string, Described>): Check {
  const pointer = (status: string): string =>
    ['paths', path, method, 'responses', status, 'content', 'application/json', 'schema']
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
  return (status, body) => {
    if (!responses[status]?.content?.['application/json']?.schema) return null;
    const validate = ajv.getSchema(`document#/${pointer(String(status))}`);
    return !validate || validate(body) === true ? null : ajv.errorsText(validate.errors);
  };
}
