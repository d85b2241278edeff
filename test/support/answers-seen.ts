import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

type Schema = Readonly<Record<string, unknown>>;

/** What a run has seen of the document: operations, fields that held something, and codes; kept for the end of the run. */
export class AnswersSeen {
  private static readonly seen = new Set<string>();
  private readonly fresh: string[] = [];

  constructor(private readonly views: Readonly<Record<string, Schema>>) {}

  operation(method: string, path: string): void {
    this.note(`${method.toUpperCase()} ${path}`);
    this.keep();
  }

  refusal(method: string, path: string, type: string): void {
    this.note(`refused ${method.toUpperCase()} ${path} ${type}`);
    this.keep();
  }

  answer(schema: Schema, body: unknown, path: string): void {
    this.walk(schema, body, path);
    this.keep();
  }

  private walk(schema: Schema, value: unknown, at: string): void {
    if (value === null || value === undefined) return;
    const view = typeof schema['$ref'] === 'string' ? (schema['$ref'].split('/').at(-1) ?? '') : undefined;
    if (view !== undefined) return this.parts(view, value);
    if (schema['enum']) this.note(`${at}=${String(value)}`);
    for (const each of (schema['anyOf'] ?? []) as Schema[]) if (each['type'] !== 'null') this.walk(each, value, at);
    const inner = schema['items'] ?? schema['additionalProperties'];
    if (typeof inner !== 'object' || inner === null || typeof value !== 'object') return;
    for (const each of Object.values(value)) this.walk(inner as Schema, each, at);
  }

  private parts(view: string, value: unknown): void {
    const whole = this.views[view] ?? {};
    if (whole['enum']) return this.note(`${view}=${String(value)}`);
    const properties = (whole['properties'] ?? {}) as Readonly<Record<string, Schema>>;
    for (const [part, each] of Object.entries(value as object) as [string, unknown][]) {
      const schema = properties[part];
      if (!schema || each === null || (Array.isArray(each) && each.length === 0)) continue;
      this.note(`${view}.${part}`);
      this.walk(schema, each, `${view}.${part}`);
    }
  }

  private note(what: string): void {
    if (AnswersSeen.seen.has(what)) return;
    AnswersSeen.seen.add(what);
    this.fresh.push(`${what}\n`);
  }

  private keep(): void {
    if (this.fresh.length > 0)
      appendFileSync(join(process.env['TEST_FOLDER'] ?? '.', 'answers.txt'), this.fresh.splice(0).join(''));
  }
}
