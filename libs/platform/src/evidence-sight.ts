import { Injectable } from '@nestjs/common';
import { type Actor, reaches, speaksFor } from '#kernel';
import { Database } from './database.js';
import type { Reader } from './transaction.js';

/** Evidence: written once, known by its hash, never rewritten; a correction is a new file. */
export interface EvidenceFile {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  subject: string;
  subjectId: string;
  kind: string;
  takenAt: Date | null;
  point: { longitude: string; latitude: string } | null;
  addedAt: Date;
  addedBy: string;
  /** Whose paper it is: the parties that may see it whatever it is. */
  partyIds: string[];
  public: boolean;
}

/** Who may see the evidence of a subject's records; each lib registers its own when its module starts. */
export interface Sight {
  /** As exhibits name it; unless `office` says otherwise, also the table of its records. */
  subject: string;
  /** The office that has the record today, which follows every change of divisions. */
  office?(reader: Reader, subjectId: string): Promise<string | null>;
  /** Those of the files of one record that a party may see; a party sees none where nothing is said. */
  party?(reader: Reader, files: readonly EvidenceFile[], partyId: string): Promise<readonly EvidenceFile[]>;
}

/**
 * Who may see which evidence: the office that covers the record, the parties that its lib names, and everybody what its
 * public page shows. Closed by default: evidence of a subject that nobody registered is not taken in.
 */
@Injectable()
export class EvidenceSight {
  private readonly sights = new Map<string, Sight>();

  constructor(private readonly database: Database) {}

  register(sight: Sight): void {
    this.sights.set(sight.subject, sight);
  }

  of(subject: string): Sight {
    const sight = this.sights.get(subject);
    if (!sight) throw new Error(`Nobody says who may see evidence of ${subject}.`);
    return sight;
  }

  /** Those of the files of one record that this reader may see. */
  async shown(
    files: readonly EvidenceFile[],
    actor: Actor,
    reader: Reader = this.database.reader,
  ): Promise<readonly EvidenceFile[]> {
    const [first] = files;
    if (!first || files.every((file) => file.public)) return files;
    const sight = this.of(first.subject);
    if (actor.kind === 'staff' && reaches(actor, await this.officeOf(reader, sight, first.subjectId))) return files;
    const party = speaksFor(actor);
    const own = party === null ? [] : ((await sight.party?.(reader, files, party)) ?? []);
    return files.filter((file) => file.public || own.includes(file));
  }

  private async officeOf(reader: Reader, sight: Sight, subjectId: string): Promise<string | null> {
    if (sight.office) return sight.office(reader, subjectId);
    const rows: { officeCode: string }[] = await reader.query(
      `SELECT office_code AS "officeCode" FROM "${sight.subject}" WHERE id = $1`,
      [subjectId],
    );
    return rows[0]?.officeCode ?? null;
  }
}
