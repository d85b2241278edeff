import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type Actor, speaksFor } from '#kernel';
import type { Act } from './act.js';
import { CONFIG, type Config } from './config.js';
import { Database } from './database.js';
import { EvidenceSight, type EvidenceFile } from './evidence-sight.js';
import { FileDangers } from './file-dangers.js';
import { isHeif } from './image-head.js';
import { withoutNotes } from './photo-notes.js';
import { soon, type Tx, type Reader } from './transaction.js';
import { fileFaults, fileProblems } from './files.problems.js';

const accepted: Readonly<Record<string, { extensions: readonly string[] }>> = {
  'image/jpeg': { extensions: ['jpg', 'jpeg', 'jpe', 'jfif', 'jif'] },
  'image/png': { extensions: ['png'] },
  'image/webp': { extensions: ['webp'] },
  'image/heic': { extensions: ['heic', 'heif', 'hif'] },
  'application/pdf': { extensions: ['pdf'] },
};

/** What is kept as evidence. */
export const evidenceTypes = Object.keys(accepted);

/** A file that came in with a request, before anybody has believed it. */
export interface Upload {
  fileName: string;
  content: Buffer;
}

/** What a file is evidence of. */
export interface Exhibit {
  subject: string;
  subjectId: string;
  kind: string;
  takenAt?: Date | null;
  point?: EvidenceFile['point'];
  /** Whose paper it is; the party for whom it is handed in, if nothing is said. */
  partyIds?: readonly string[];
  /** Whether the public page of the record may show it. */
  public?: boolean;
}

const columns = `id, name, media_type AS "mediaType", bytes, sha256, subject, subject_id AS "subjectId", kind,
  taken_at AS "takenAt", point, added_at AS "addedAt", added_by AS "addedBy",
  party_ids AS "partyIds", public`;

/** Keeps photos and scans on disk under their SHA-256, and what they prove in the database. */
@Injectable()
export class Files implements OnModuleDestroy {
  private readonly dangers = new FileDangers();

  constructor(
    private readonly database: Database,
    private readonly sight: EvidenceSight,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleDestroy(): Promise<void> {
    return this.dangers.end();
  }

  /**
   * Checks a file by its content and writes it to disk, before and outside the transaction of the act it belongs to.
   * What everybody will see is kept without the camera's notes. A crash in between leaves an unreferenced file, never a row without its file.
   */
  async receive(upload: Upload, maxMb: number, shown: 'as it is' | 'without notes' = 'as it is'): Promise<Received> {
    if (upload.content.length === 0) throw fileProblems.empty({ detail: fileFaults.empty(upload.fileName) });
    if (upload.content.length > maxMb * 1024 * 1024) {
      throw fileProblems.tooLarge({ detail: fileFaults.tooLarge(upload.fileName, maxMb) });
    }
    const found = await typeOf(upload);
    const looked = await this.dangers.safe(upload.content, found.mime);
    if ('danger' in looked) throw fileProblems.unsafe({ detail: fileFaults.unsafe(upload.fileName, looked.danger) });
    const content = shown === 'as it is' ? looked.content : withoutNotes(looked.content, found.mime);
    if (!content) throw fileProblems.wrongType({ detail: fileFaults.shown(upload.fileName) });
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.write(sha256, content);
    return { name: upload.fileName.slice(-120), mediaType: found.mime, bytes: content.length, sha256 };
  }

  /** Records a received file as evidence, in the act's transaction. */
  async attach(act: Act, received: Received, exhibit: Exhibit): Promise<EvidenceFile> {
    // What nobody could open again is not taken in.
    this.sight.of(exhibit.subject);
    const party = speaksFor(act.actor);
    const made: EvidenceFile = {
      id: randomUUID(),
      ...received,
      subject: exhibit.subject,
      subjectId: exhibit.subjectId,
      kind: exhibit.kind,
      takenAt: exhibit.takenAt ?? null,
      point: exhibit.point ?? null,
      addedAt: act.now,
      addedBy: act.actor.name,
      partyIds: [...(exhibit.partyIds ?? (party === null ? [] : [party]))],
      public: exhibit.public ?? false,
    };
    const values = [
      ...[made.id, made.name, made.mediaType, made.bytes, made.sha256, made.subject, made.subjectId, made.kind],
      ...[
        made.takenAt,
        made.point ? JSON.stringify(made.point) : null,
        act.now,
        made.addedBy,
        made.public,
        made.partyIds,
      ],
    ];
    soon(
      act.tx,
      act.tx.query(
        `INSERT INTO evidence_file
           (id, name, media_type, bytes, sha256, subject, subject_id, kind, taken_at, point, added_at, added_by, public, party_ids)
         VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)`,
        values,
      ),
    );
    return made;
  }

  /** All evidence of a record, oldest first; what a page shows of it passes through `EvidenceSight.shown`. */
  async of(reader: Reader | Tx, subject: string, subjectId: string): Promise<EvidenceFile[]> {
    return reader.query(
      `SELECT ${columns} FROM evidence_file WHERE subject = $1 AND subject_id = $2 ORDER BY added_at, id`,
      [subject, subjectId],
    );
  }

  /**
   * One file with its content, for those who may see it; to everybody else it is not there, and nothing is read. The hash
   * is checked again, so a file changed on disk is never shown as evidence.
   */
  async read(id: string, actor: Actor): Promise<{ file: EvidenceFile; content: Buffer }> {
    const rows: EvidenceFile[] = await this.database.reader.query(
      `SELECT ${columns} FROM evidence_file WHERE id = $1`,
      [id],
    );
    const [file] = rows;
    if (!file || (await this.sight.shown([file], actor)).length === 0) throw fileProblems.gone();
    const content = await readFile(this.path(file.sha256)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw fileProblems.away();
      throw error;
    });
    if (createHash('sha256').update(content).digest('hex') !== file.sha256)
      throw new Error(`Evidence ${id} was altered on disk.`);
    return { file, content };
  }

  private async write(sha256: string, content: Buffer): Promise<void> {
    const path = this.path(sha256);
    // The name is the content's own hash: what is there already is the same file.
    if (existsSync(path)) return;
    const folder = join(path, '..');
    const made = await mkdir(folder, { recursive: true });
    const draft = `${path}.${randomUUID()}`;
    const handle = await open(draft, 'wx', 0o440);
    await handle.writeFile(content);
    await handle.sync();
    await handle.close();
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await rm(draft);
    // The name as well must outlive a power cut before a record says that the file is there.
    await synced(folder);
    if (made !== undefined) await synced(this.config.filesFolder);
  }

  private path(sha256: string): string {
    return join(this.config.filesFolder, sha256.slice(0, 2), sha256);
  }
}

/** Has the names in a folder written to the disk; Windows keeps them by itself. */
async function synced(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a file is by its content; a name that says something else is refused, one that says nothing is not. */
async function typeOf({ fileName, content }: Upload): Promise<{ mime: string }> {
  const { fileTypeFromBuffer } = await import('file-type');
  const told = isHeif(content) ? { mime: 'image/heic', ext: 'heic' } : await fileTypeFromBuffer(content);
  const kind = told && accepted[told.mime];
  if (!told || !kind) throw fileProblems.wrongType({ detail: fileFaults.wrongType(fileName) });
  const ending = /\.([A-Za-z][A-Za-z0-9]{1,4})$/.exec(fileName.trim())?.[1]?.toLowerCase();
  if (ending !== undefined && !kind.extensions.includes(ending))
    throw fileProblems.wrongType({ detail: fileFaults.otherName(fileName, told.ext, ending) });
  return told;
}

/** A file on disk that no record points to yet. */
export interface Received {
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}
