import { Injectable } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, Clock, type FieldError } from '#kernel';
import type { Act } from '../act.js';
import { Database } from '../database.js';
import { Finders } from '../finders/finders.service.js';
import { Files, type Received, type Upload } from '../files.js';
import { actorOf } from '../frames.js';
import type { FormField } from '../form-fields.js';
import { ParameterStore } from '../parameter-store.js';
import { inputProblem, unknownField } from '../validation.js';
import { uploadNames, uploadsOf } from '../uploads.js';
import { fieldWords } from '../fields/field.problems.js';
import { type InputField, fieldsOfInput } from '../fields/field-table.js';
import { boundFaults } from '../fields/form-of.js';

/** The one receiver of files: looked at by content, kept on disk under their hash, before any transaction begins. */
@Injectable()
export class Scans {
  constructor(
    private readonly files: Files,
    private readonly parameters: ParameterStore,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly finders: Finders,
  ) {}

  /**
   * What an input lacks when its own rules have passed: days within their bounds, and its files, received into it. Refuses
   * with every fault at once.
   */
  async fill(input: Type, filled: object, request: FastifyRequest): Promise<void> {
    refuseFaults([...boundFaults(input, filled, this.clock.today()), ...scanFaults(input, request)]);
    await this.into(input, filled, request);
  }

  /**
   * Receives the files that the fields of an input ask for and lays them into it; a field of one file gets that file. What was
   * picked and is not the reader's to see is refused first.
   */
  async into(input: Type, filled: object, request: FastifyRequest): Promise<void> {
    await this.finders.check(input, filled, actorOf(request));
    for (const { name, scan } of fieldsOfInput(input)) {
      if (scan === null) continue;
      if (!scan.kept) {
        const [upload] = uploadsOf(request, name);
        if (upload) (filled as Record<string, unknown>)[name] = upload;
        continue;
      }
      const received = await this.receive(uploadsOf(request, name), scan.shown);
      (filled as Record<string, unknown>)[name] = scan.most > 1 ? received : received[0];
    }
  }

  /** Remembers what was picked, so that it is offered first the next time. */
  remember(act: Act, input: Type, filled: object): Promise<void> {
    return this.finders.use(act, input, filled);
  }

  /** What a form offers of what can be found, before anybody looks. */
  offered(fields: readonly FormField[], values: object, me: Actor): Promise<Record<string, unknown>> {
    return this.finders.offered(fields, values, me);
  }

  /** Files of one field, within the county's size. */
  async receive(uploads: readonly Upload[], shown: 'as it is' | 'without notes' = 'as it is'): Promise<Received[]> {
    if (uploads.length === 0) return [];
    const { maxUploadMb } = await this.parameters.at(this.database.reader, this.clock.today());
    const received: Received[] = [];
    for (const upload of uploads) received.push(await this.files.receive(upload, maxUploadMb, shown));
    return received;
  }
}

/** Which of an input's files are missing, too many, or under a name that nobody asked for. */
export function scanFaults(input: Type, request: FastifyRequest): FieldError[] {
  const fields = fieldsOfInput(input);
  const asked = new Set(fields.flatMap(({ name, scan }) => (scan ? [name] : [])));
  const unasked = uploadNames(request).filter((name) => !asked.has(name));
  return [...fields.flatMap((field) => missingIn(field, request)), ...unasked.map(unknownField)];
}

/** What is sound of an input beside the files that came for it: its rules may ask whether one is there. */
export function withUploads(input: Type, sound: object, request: FastifyRequest): object {
  const files = fieldsOfInput(input).flatMap(({ name, scan }): [string, unknown][] => {
    const found = uploadsOf(request, name);
    return scan === null || found.length === 0 ? [] : [[name, scan.most > 1 ? found : found[0]]];
  });
  return Object.assign(sound, Object.fromEntries(files));
}

function missingIn({ name, scan, drawn }: InputField, request: FastifyRequest): FieldError[] {
  if (scan === null) return [];
  const found = uploadsOf(request, name).length;
  if (found < scan.least) return [{ pointer: `#/${name}`, detail: scan.missing }];
  const detail = fieldWords.scans(drawn?.label ?? name, scan.most);
  return found > scan.most ? [{ pointer: `#/${name}`, detail }] : [];
}

/** Refuses with every fault at once. */
export function refuseFaults(faults: readonly FieldError[]): void {
  if (faults.length > 0) throw inputProblem(faults);
}
