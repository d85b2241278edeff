import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import findMyWay, { type HTTPMethod } from 'find-my-way';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AnswersSeen } from './answers-seen.js';
import type { Answer } from '../../apps/exchange/src/training/api-client.js';

interface Described {
  content?: Record<string, { schema?: Readonly<Record<string, unknown>> }>;
}

interface Document {
  paths: Record<string, Record<string, { responses: Record<string, Described> }>>;
  components: { schemas: Record<string, Readonly<Record<string, unknown>>> };
}

interface Known {
  path: string;
  responses: Record<string, Described>;
  fault: (status: number, body: unknown) => string | null;
}

/** Holds every JSON answer of an exchange against its own document: nothing missing, nothing undeclared. */
export class AnswersChecked {
  private constructor(
    private readonly router: findMyWay.Instance<findMyWay.HTTPVersion.V1>,
    private readonly seen: AnswersSeen,
    private readonly refusals: ValidateFunction,
  ) {}

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
        const known: Known = { path, responses, fault: faultOf(ajv, path, method, responses) };
        router.on(method.toUpperCase() as HTTPMethod, at, () => undefined, known);
      }
    const refusals = ajv.compile({ $ref: 'document#/components/schemas/Problem' });
    return new AnswersChecked(router, new AnswersSeen(document.components.schemas), refusals);
  }

  /** @throws Error that says where an answer is not as it is described. */
  check(method: string, url: string, answer: Answer): void {
    const path = url.replace(/^\/api(?=\/|$)/, '').split('?')[0] || '/';
    const known = this.router.find(method as HTTPMethod, path)?.store as Known | undefined;
    if (!known) return;
    if (answer.statusCode < 400) this.seen.operation(method, known.path);
    else if (isRefusal(answer)) this.seen.refusal(method, known.path, answer.json<{ type: string }>().type);
    const fault = this.fault(known, answer);
    if (fault !== null) throw new Error(`${method} ${url} answered ${answer.statusCode} not as described: ${fault}`);
  }

  private fault({ path, responses, fault }: Known, answer: Answer): string | null {
    if (answer.body === '' || answer.headers['preference-applied'] === 'return=minimal') return null;
    if (isRefusal(answer)) return this.refusals(answer.json()) ? null : JSON.stringify(this.refusals.errors);
    if (!String(answer.headers['content-type']).startsWith('application/json')) return null;
    const schema = responses[answer.statusCode]?.content?.['application/json']?.schema;
    if (schema) this.seen.answer(schema, answer.json(), path);
    return fault(answer.statusCode, answer.json());
  }
}

const isRefusal = ({ headers }: Answer): boolean =>
  String(headers['content-type']).startsWith('application/problem+json');

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

function faultOf(ajv: Ajv2020, path: string, method: string, responses: Record<string, Described>): Known['fault'] {
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
